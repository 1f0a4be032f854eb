import { z } from 'zod'
import { directions } from '#domain/text/direction.ts'
import { maxPassagesPerEdit } from '#domain/text/edit.ts'
import { passageKinds, suspects } from '#domain/text/passage.ts'
import { textFormats } from '#domain/text/text-format.ts'
import { declared, looseLine, secret, title as titleLine } from '#lib/api/fields.ts'
import { storable } from '#lib/api/storable.ts'

const id = z.uuid()

/** How the organizer wants the source read; without it, its own signs decide. */
const format = z.enum(textFormats)

/** The title of a text: 1 to 300 UTF-16 units. */
const title = titleLine(300)

/** What comes with the bytes of an upload. The name only hints at Markdown; the contents decide the rest. */
export const upload = z.strictObject({
  name: looseLine(300).default(''),
  format: format.optional(),
  waitId: id.optional(),
})

/** The name, of the sender's own making, under which one asks for the place of a text that waits to be read. */
export const waiting = z.strictObject({ waitId: id.optional() })

/** A paste. Its length is judged by the domain, with the numbers in the refusal. */
export const paste = z.strictObject({ text: declared('source', z.string()), format: format.optional() })

/** The draft as somebody saw it: what is done on another one is refused. */
const revision = z.int().min(0)

export const about = z.strictObject({ revision, title, direction: z.enum(directions) })

const partyIds = z.array(id).max(200)

/** The parties that may read the text; none: the whole group. `seen`: those that might when the sender looked. */
export const limits = z.strictObject({ partyIds, seen: partyIds })

/** Why something looks out of place (domain/text/passage.ts). */
const suspect = z.enum(suspects)

const ids = z.array(id).min(1).max(maxPassagesPerEdit)

export const edit = z.strictObject({
  revision,
  edit: z.discriminatedUnion('edit', [
    z.strictObject({ edit: z.literal('merge'), id, with: z.enum(['next', 'previous']) }),
    z.strictObject({ edit: z.literal('split'), id, offset: z.int().min(0) }),
    z.strictObject({
      edit: z.literal('retype'),
      id,
      kind: z.enum(passageKinds),
      level: z.int(),
    }),
    z.strictObject({ edit: z.enum(['drop', 'restore']), ids }),
    /** Up to `maxPassagesPerEdit` of those that are suspected of one thing and still kept. */
    z.strictObject({ edit: z.literal('drop-suspects'), suspect }),
  ]),
})

/** `undo`: what the edit answered. */
export const undoing = z.strictObject({ revision, undo: secret(z.string().max(400_000)) })

export const publishing = z.strictObject({ revision })

const page = z.coerce.number<number>().pipe(z.int().min(1).max(100_000)).default(1)

export const textListQuery = z.strictObject({ page })
export const draftQuery = z.strictObject({ page, only: suspect.optional() })

/** A window of passages: from an ordinal, or from whatever a person typed as a reference. */
export const windowQuery = z.strictObject({
  from: z.coerce.number<number>().pipe(z.int().min(1).max(1_000_000)).optional(),
  at: looseLine(500).optional(),
})

/** The passage that a path names. */
export const atOrdinal = z.object({ ordinal: z.coerce.number<number>().pipe(z.int().min(1).max(1_000_000)) })

export const findQuery = z.strictObject({ q: looseLine(200, 1) })

export type About = z.output<typeof about>
export type EditInput = z.output<typeof edit>['edit']
export type WindowQuery = z.output<typeof windowQuery>

/** A field of a form in the address; left empty it says nothing. */
const typed = (most: number) =>
  looseLine(most)
    .transform((words) => (words === '' ? undefined : words))
    .optional()

const passageOrdinal = z.coerce.number<number>().pipe(z.int().min(1).max(1_000_000)).optional()

/** What the reader's address may say. */
export const readerQuery = storable(
  z.object({
    from: passageOrdinal,
    /** As far as one has read on. */
    to: passageOrdinal,
    at: typed(500),
    /** Words to find. */
    q: typed(200),
    /** It was published just now: what comes next is offered. */
    published: z.literal('1').optional(),
  }),
)

/** Passages by themselves: those from `from` on to be printed, or the parts from `part` to `to` as one reads on. */
export const passagesQuery = z.object({ from: passageOrdinal, part: passageOrdinal, to: passageOrdinal })

const place = z.coerce.number<number>().pipe(z.int().min(0).max(1_000_000)).optional()

/** Where homework on a text begins: at a passage, by its ordinal, or at words of it, in UTF-16 units. */
export const assignQuery = z.object({
  first: z.coerce.number<number>().pipe(z.int().min(1).max(1_000_000)).optional(),
  start: place,
  end: place,
})
