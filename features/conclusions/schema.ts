import { z } from 'zod'
import { followedStates } from '#domain/commitment.ts'
import { conclusionKinds, conclusionStates, writtenKinds } from '#domain/conclusion/conclusion.ts'
import { principalsWords } from '#domain/conclusion/stance.ts'
import { line, looseLine, plainDate, seenText, toldInstant, wording, words } from '#lib/api/fields.ts'
import { citation } from '#store/citation/schema.ts'

const id = z.uuid()

/** 1, 2, 3 …: the version that the sender had on screen. */
const version = z.int().min(1).max(100_000)

/** Why, in words. The domain bounds it (text.ts) and says so in words; this only keeps nonsense out. */
const reason = words(10_000)

const title = line(1_000)

const commitment = z.strictObject({
  what: words(5_000),
  partyId: id.nullable(),
  personId: id.nullable(),
  dueOn: plainDate.nullable(),
})

/** What a version says. Nothing is trimmed from the wording that will be agreed. */
const content = z.strictObject({
  wording: wording(60_000),
  citations: z.array(citation).max(1_000),
  commitments: z.array(commitment).max(200),
})

/** A draft: version 1. `originId`: the declined or lapsed conclusion it starts from (rule 8). */
export const newConclusion = z.strictObject({
  kind: z.enum(writtenKinds),
  title,
  itemId: id.nullable(),
  originId: id.nullable().default(null),
  supersedesId: id.nullable().default(null),
  content,
})

export const newVersion = z.strictObject({ baseVersion: version, content })

export const versionNamed = z.strictObject({ version })

export const versionWithReason = z.strictObject({ version, reason })

/**
 * `referendumOn`: the last day of the principals, in the zone of the party that answers. `replaces`: when the answer of the sender's
 * side was given that they saw, ISO 8601; null: they saw none; without it whatever stands is replaced.
 */
export const stance = z.strictObject({
  version,
  replaces: toldInstant.nullable().exactOptional(),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('consent') }),
    z.strictObject({ kind: z.literal('consent-with-reservation'), reservation: reason }),
    z.strictObject({ kind: z.literal('ad-referendum'), referendumOn: plainDate }),
    z.strictObject({ kind: z.literal('stand-aside'), reason }),
    z.strictObject({ kind: z.literal('object'), reason }),
  ]),
})

/** The principals' word on a text that was fixed ad referendum (rule 8). */
export const principalsWord = z.strictObject({
  version,
  word: z.enum(principalsWords),
  reason: reason.nullable().default(null),
})

export const newDivergence = z.strictObject({ title })

/** The words of one's own side, and those that stood there when the sender looked; null: none. */
export const sideWords = z.strictObject({ words: words(60_000), seen: seenText(60_000).nullable() })

export const sharing = z.strictObject({ agree: z.boolean() })

/** Which two versions are compared; digits, because they stand in the address. */
export const compared = z.strictObject({
  from: z.coerce.number<number>().pipe(version),
  to: z.coerce.number<number>().pipe(version),
})

/** Why a commitment is dropped, or taken up again. */
export const commitmentReason = z.strictObject({ reason })

/** What a list of commitments is narrowed to; `all`: nothing. */
export const commitmentChoices = [...followedStates, 'all'] as const

/** A list of commitments: 25 to a page. `late` is open past its day. */
export const commitmentFilter = z.strictObject({
  state: z.enum(commitmentChoices).default('open'),
  party: id.optional(),
  page: z.coerce.number<number>().pipe(z.int().min(1).max(1_000)).default(1),
})

/** Which kinds a list of conclusions shows; without a choice all but minutes. */
export const kindChoices = [...conclusionKinds, 'all'] as const

/** How a list of conclusions is ordered: what is adopted first, and what changed last before the rest; by the change alone; or as the passages stand on which they rest. */
export const listOrders = ['adopted', 'newest', 'passage'] as const

const passageAt = z.coerce.number<number>().pipe(z.int().min(1).max(10_000_000))

/**
 * What the conclusions of a group are narrowed to; all that is chosen holds at once. `from`, `to`: passages of the text, by ordinal in
 * its newest edition, both included; they mean nothing without `text`. `words`: each stands in the title or the wording.
 */
const narrowing = {
  text: id.optional(),
  from: passageAt.optional(),
  to: passageAt.optional(),
  party: id.optional(),
  kind: z.enum(kindChoices).optional(),
  state: z.enum(conclusionStates).optional(),
  meeting: id.optional(),
  words: looseLine(200).optional(),
  order: z.enum(listOrders).default('adopted'),
}

/** The list as a file: all of what is chosen. */
export const conclusionsChosen = z.strictObject(narrowing)

/** A page of the list: 25 that come after the conclusion `after`; without it the first. */
export const conclusionFilter = z.strictObject({ ...narrowing, after: id.optional() })

export type ConclusionsChosen = z.output<typeof conclusionsChosen>
export type ConclusionFilter = z.output<typeof conclusionFilter>
export type NewConclusion = z.output<typeof newConclusion>
export type SideWordsSaid = z.output<typeof sideWords>
export type NewVersion = z.output<typeof newVersion>
export type ContentInput = z.output<typeof content>
export type StanceInput = z.output<typeof stance>
export type PrincipalsWordInput = z.output<typeof principalsWord>
export type CommitmentFilter = z.output<typeof commitmentFilter>
