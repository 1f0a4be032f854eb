/** What happens to a text and its editions, saved and told. */

import type { Direction } from '#domain/text/direction.ts'
import type { DraftPassage, EditChange } from '#domain/text/edit.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { EditionFacts } from '#store/access/text.ts'
import type { ActInProgress, Follows, Holding } from '#store/perform.ts'
import { type Telling, tellsNothing } from '#store/telling.ts'
import { saveChange } from './draft-rows.ts'

/** What is stored of a source before its passages are. */
export interface NewEdition {
  readonly title: string
  readonly direction: Direction
  readonly encoding: string
  readonly sourceName: string
  /** SHA-256 of the source, in hex. */
  readonly sourceHash: string
  /** Length of the source in bytes. */
  readonly byteCount: number
}

/** Everything that can happen to a text. Whatever changes a draft raises its revision by one. */
export type TextEvent =
  /** Its passages are being stored, and it is nobody's yet. */
  | { readonly type: 'import-begun'; readonly textId: string; readonly editionId: string; readonly edition: NewEdition }
  | { readonly type: 'text-drafted'; readonly editionId: string; readonly passageCount: number }
  | { readonly type: 'draft-described'; readonly title: string; readonly direction: Direction }
  | { readonly type: 'draft-edited'; readonly change: EditChange }
  /** It is numbered from here on; whoever changes it meanwhile keeps it from being published. */
  | { readonly type: 'publishing-begun' }
  | { readonly type: 'text-published'; readonly passageCount: number }
  /** The edition is a draft again, as it was when it was published. */
  | { readonly type: 'publishing-taken-back'; readonly edition: EditionFacts }
  /** From here on nobody sees it; should the process end now, it is cleared away as a dead import. */
  | { readonly type: 'draft-discarded' }
  /** None: the whole group reads it. */
  | { readonly type: 'text-limited'; readonly partyIds: readonly string[] }

/** A text to which something happens, and whoever acts. */
export interface OfText extends Holding {
  readonly groupId: string
  readonly actorId: string
  /** Null: it begins with this act. */
  readonly textId: string | null
  /** The draft that is changed; null: none is. */
  readonly draft: EditionFacts | null
}

/** What happens to texts. */
export const textRows: Follows<OfText, TextEvent> = {
  save: async (held, events) => {
    for (const event of events) await saveEvent(held, event)
  },
  tell: tellText,
}

async function saveEvent(held: OfText, event: TextEvent): Promise<void> {
  const { act, groupId } = held
  const { tx } = act
  switch (event.type) {
    case 'import-begun':
      return saveBegun(held, event)
    case 'text-drafted': {
      const data = { state: 'draft', passageCount: event.passageCount }
      return exactlyOne(await tx.edition.updateMany({ where: { id: event.editionId, state: 'importing' }, data }))
    }
    case 'draft-described':
      await tx.text.update({ where: { id: textOf(held) }, data: { title: event.title }, select: { id: true } })
      return raiseRevision(act, draftOf(held), { direction: event.direction })
    case 'draft-edited':
      await saveChange(tx, groupId, draftOf(held).id, event.change)
      return raiseRevision(act, draftOf(held), { kept: keptBy(event.change) })
    case 'publishing-begun':
      await raiseRevision(act, draftOf(held))
      // A publishing that ended halfway has left numbers, which may now belong to other passages.
      await tx.$executeRaw`UPDATE "Passage" SET ordinal = NULL, reference = NULL, section = ''
        WHERE "editionId" = ${draftOf(held).id}::uuid AND ordinal IS NOT NULL`
      return
    case 'text-published':
      return savePublished(held, event.passageCount)
    case 'publishing-taken-back':
      return saveTakenBack(tx, event.edition)
    case 'draft-discarded':
      await tx.edition.update({ where: { id: draftOf(held).id }, data: { state: 'importing' }, select: { id: true } })
      return
    case 'text-limited': {
      const textId = textOf(held)
      await tx.textParty.deleteMany({ where: { textId } })
      await tx.textParty.createMany({ data: event.partyIds.map((partyId) => ({ textId, partyId, groupId })) })
      return
    }
    default:
      return event satisfies never
  }
}

async function saveBegun(
  { act: { tx, now: createdAt }, groupId, actorId: createdById }: OfText,
  { textId, editionId, edition: { title, ...edition } }: Extract<TextEvent, { type: 'import-begun' }>,
): Promise<void> {
  const made = { groupId, createdById, createdAt }
  await tx.text.create({ data: { ...made, id: textId, title }, select: { id: true } })
  const first = { id: editionId, textId, number: 1, state: 'importing' }
  await tx.edition.create({ data: { ...made, ...edition, ...first }, select: { id: true } })
}

async function savePublished(held: OfText, passageCount: number): Promise<void> {
  const { tx, now } = held.act
  const { id: editionId, revision } = draftOf(held)
  const numbered = await tx.passage.count({ where: { editionId, ordinal: { not: null } } })
  if (numbered !== passageCount) throw new Error('A passage of the draft was not numbered.')
  const data = { state: 'published', passageCount, publishedAt: now, publishedById: held.actorId }
  exactlyOne(await tx.edition.updateMany({ where: { id: editionId, state: 'draft', revision }, data }))
}

/** Its passages keep their numbers until it is numbered anew: nobody reads them (`publishing-begun`). */
async function saveTakenBack(tx: Tx, { id, revision }: EditionFacts): Promise<void> {
  const data = { state: 'draft', revision: revision + 1, publishedAt: null, publishedById: null }
  exactlyOne(await tx.edition.updateMany({ where: { id, revision, state: 'published' }, data }))
}

/** Tells the next revision of a draft apart from this one, and counts its kept passages. @throws when somebody was faster. */
async function raiseRevision(
  { tx }: ActInProgress,
  { id, revision, passageCount }: EditionFacts,
  { kept = 0, ...more }: { readonly kept?: number; readonly direction?: Direction } = {},
): Promise<void> {
  const data = { revision: revision + 1, passageCount: passageCount + kept, ...more }
  exactlyOne(await tx.edition.updateMany({ where: { id, revision, state: 'draft' }, data }))
}

/** How many more passages are kept after a change; negative: fewer. */
function keptBy({ update, insert, remove }: EditChange): number {
  const kept = (rows: readonly Pick<DraftPassage, 'dropped'>[]) => rows.filter(({ dropped }) => !dropped).length
  const changed = kept(update.map(({ after }) => after)) - kept(update.map(({ before }) => before))
  return changed + kept(insert) - kept(remove)
}

function draftOf({ draft }: OfText): EditionFacts {
  if (draft === null) throw new Error('What changes a draft holds it.')
  return draft
}

function textOf({ textId }: OfText): string {
  if (textId === null) throw new Error('What changes a text holds it.')
  return textId
}

function exactlyOne({ count }: { readonly count: number }): void {
  if (count !== 1) throw new Error('A draft was changed while it was held.')
}

function tellText({ type }: TextEvent): Telling {
  switch (type) {
    case 'import-begun':
    case 'text-drafted':
    case 'draft-described':
    case 'draft-edited':
    case 'publishing-begun':
    case 'draft-discarded':
      // Drafts are their organizers' own.
      return tellsNothing
    case 'text-published':
    case 'publishing-taken-back':
    case 'text-limited':
      // Who may read it finds it among the texts; nobody is told.
      return tellsNothing
    default:
      return type satisfies never
  }
}
