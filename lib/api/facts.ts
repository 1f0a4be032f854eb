/** The facts that come with refusals, by their codes: what their words may name, and what a program needs to go on. */
import { z } from 'zod'
import { conclusionStates } from '#domain/conclusion/conclusion.ts'
import { STANCE_KINDS } from '#domain/conclusion/stance.ts'
import { mostIn, mostInADay } from '#domain/limits.ts'
import { meetingStates } from '#domain/meeting/meeting.ts'
import { parts } from '#domain/record/bounds.ts'
import type { FactSchemas } from './route.ts'
import {
  count,
  instant,
  listOf,
  mailAddress,
  members,
  ordinal,
  shortName,
  titleText,
  uuid,
  versionNumber,
  wallClock,
  zoneName,
} from './view-fields.ts'

/** Seconds after which it may be tried again. */
const retryAfter = ordinal.meta({ examples: [5] })
/** The field of a body, or of a form, that is to be changed. */
const field = z.string().meta({ examples: ['title'] })
const years = { firstYear: z.int().meta({ examples: [1970] }), lastYear: z.int().meta({ examples: [2999] }) }
const bounds = { least: count.meta({ examples: [1] }), most: count.meta({ examples: [90] }) }
const limit = count.meta({ examples: [200] })
const characters = count.meta({ examples: [20_000] })

/** What of a plan was typed, as people write it. */
const typedTime = { field: field.exactOptional(), endWall: z.string().exactOptional() }
const typedWall = z.string().meta({ examples: ['4 Mar 2027, 17:00'] })
const typed = { ...typedTime, wall: typedWall.exactOptional(), timeZone: zoneName.exactOptional() }
const notASlot = { ...typedTime, wall: typedWall, timeZone: zoneName }

/** How many parties there are, with those that were named. */
const partiesNamed = members({
  parties: count,
  names: z
    .string()
    .meta({ examples: ['Estuary, Valley'] })
    .exactOptional(),
  field: field.exactOptional(),
})
const meetingState = members({ state: z.enum(meetingStates) })
const conclusionState = members({ state: z.enum(conclusionStates) })
const openThing = members({ kind: z.enum(['item', 'inquiry', 'commitment']), id: uuid })
/** Which commitment, from 0. */
const commitmentPlace = { place: count }
const decider = z.discriminatedUnion('kind', [
  members({ kind: z.literal('party'), partyId: uuid }),
  members({ kind: z.literal('person'), personId: uuid }),
])
/** What is wrong with a text, and with which. */
const textField = { field, limit: characters.exactOptional() }

const keysOf = <Name extends string>(names: Readonly<Record<Name, unknown>>) => z.enum(Object.keys(names) as Name[])

/** The form of the facts of each refusal that has some, by its code; those of one route alone stand with the route. */
export const factsOf = {
  'invalid-input': members({
    /** Which fields did not fit, and why, in words. */
    fields: listOf(members({ field, problem: z.string(), message: z.string() })).exactOptional(),
    field: field.exactOptional(),
  }),
  'payload-too-large': members({ maxBytes: count }),
  'too-many-pages': members({ retryAfter }),
  'server-busy': members({ retryAfter: retryAfter.exactOptional() }),
  'too-many-requests': members({ retryAfter: retryAfter.exactOptional() }),
  'too-many-readings': members({ full: z.enum(['person', 'group', 'all']), retryAfter }),
  'replacement-not-effective-yet': members({ effectiveAt: instant, timeZone: zoneName }),
  'replacement-delay-out-of-bounds': members(bounds),
  'deletion-ended-lately': members({ from: instant, timeZone: zoneName.exactOptional() }),
  'address-invited-often': members({ address: mailAddress }),
  'founding-stands': members({ why: z.enum(['came', 'met', 'over']) }),
  'party-name-taken': members({ field }),
  'party-name-too-alike': members({ field, like: shortName }),
  'study-needs-one': partiesNamed,
  'bilateral-needs-two': partiesNamed,
  'multilateral-needs-three': partiesNamed,
  'unknown-zone': members({ ...typed, timeZone: zoneName }),
  'malformed-wall-time': members({ ...typed, wall: wallClock, ...years }),
  'wall-time-does-not-exist': members({ ...notASlot, before: wallClock, after: wallClock }),
  'wall-time-is-ambiguous': members({ ...notASlot, earlier: instant, later: instant }),
  'in-the-past': members({ ...typed, startsAt: instant }),
  'duration-out-of-bounds': members({ ...typed, minutes: z.number().meta({ examples: [3] }), ...bounds }),
  'end-before-start': members({ ...typed, startsAt: instant, endsAt: instant }),
  'meeting-not-in-draft': meetingState,
  'meeting-not-scheduled': meetingState,
  'meeting-not-open': members({ state: z.enum(meetingStates).exactOptional() }),
  'meeting-not-closed': members({ state: z.enum(meetingStates).exactOptional() }),
  'meeting-over': meetingState,
  'already-opened': meetingState,
  'sits-for-another-party': members({ partyId: uuid }),
  'text-missing': members({ ...textField, thing: openThing.exactOptional() }),
  'text-too-long': members({ field, limit: characters }),
  'not-one-line': members(textField),
  'text-ill-formed': members(textField),
  'direction-control': members({
    ...textField,
    character: z.string().meta({ examples: ['U+202E'] }),
    line: ordinal,
    where: z.enum(['start', 'after']),
    after: z.string().meta({ examples: ['The recorders'] }),
  }),
  'agenda-fixed': meetingState,
  'text-cited': members({
    known: z.enum(['yes', 'no']),
    by: z.string().meta({ examples: ['“Recorders that travel”, homework'] }),
  }),
  'list-full': members({ list: keysOf(mostIn), most: count }),
  'day-full': members({ what: keysOf(mostInADay), most: count }),
  'record-full': members({ part: keysOf(parts), entries: count }),
  'notes-full': members({ limit: characters }),
  'wordings-full': members({ limit: characters }),
  'agenda-full': members({ limit }),
  'resolution-limit-reached': members({ limit }),
  'minutes-out-of-bounds': members(bounds),
  'statement-minutes-out-of-bounds': members(bounds),
  'resolution-limit-out-of-bounds': members(bounds),
  'passage-out-of-bounds': members({ passageCount: count }),
  'text-not-for-all': members({ text: titleText }),
  'too-many-citations': members({ count: count, max: count }),
  'not-a-draft': conclusionState,
  'not-put': conclusionState,
  'not-ad-referendum': conclusionState,
  'not-a-divergence': conclusionState,
  'version-stands-still': members({ version: versionNumber }),
  'too-many': members({ what: z.enum(['citations', 'commitments']), limit }),
  'date-does-not-exist': members({ ...commitmentPlace, ...years }),
  'resolution-limit': members({ limit, put: count }),
  'too-few-parties': members({ present: count, needed: count }),
  'commitment-incomplete': members({ ...commitmentPlace, lacks: z.enum(['what', 'party', 'due-date']) }),
  'commitment-of-outsider': members({ ...commitmentPlace, partyId: uuid }),
  'commitment-due-in-past': members(commitmentPlace),
  'record-is-put': conclusionState,
  'origin-not-ended': conclusionState,
  'not-supersedable': conclusionState,
  'supersedes-other-parties': members({ missing: listOf(decider) }),
  'supersedes-unseen': members({ unseen: listOf(decider) }),
  'date-not-ahead': members({ field: field.exactOptional() }),
  'due-day-over': members({ field: field.exactOptional() }),
  'nothing-assigned': members({ field: field.exactOptional() }),
  'no-standing-aside': members({ kind: z.enum(STANCE_KINDS) }),
  'nothing-diverges': conclusionState,
  'still-undecided': conclusionState,
  'not-adopted': conclusionState,
  'commitment-not-open': members({ state: z.enum(['done', 'dropped']) }),
  'text-too-large': members({ bytes: count.exactOptional(), maxBytes: count }),
  'binary-file': members({ format: z.enum(['pdf', 'zip', 'rtf', 'office', 'image', 'archive']).nullable() }),
  'too-many-lines': members({ count: count, max: count }),
  'too-many-passages': members({ count: count, max: count }),
  'parties-changed': members({ partyIds: listOf(uuid) }),
  'changed-meanwhile': members({
    /** What stands now in each field that somebody else changed too. */
    now: z
      .record(z.string(), z.union([z.string(), z.number(), z.null()]))
      .meta({ examples: [{ title: 'Recorders that travel' }] }),
  }),
  'draft-changed': members({ revision: versionNumber }),
  'passage-too-long': members({ length: count, maxLength: count }),
  'level-out-of-bounds': members({ min: count, max: count }),
  'too-many-at-once': members({ count: count, max: count }),
  'quote-out-of-bounds': members({ length: count }),
  'open-things-left': members({ open: listOf(openThing) }),
  'not-open-here': members({ thing: openThing }),
  'disposed-twice': members({ thing: openThing }),
  'cannot-carry-there': members({ thing: openThing }),
  'resolutions-do-not-fit-there': members({ limit }),
} as const satisfies FactSchemas

/** The facts of each refusal that has some. */
export type RefusalFacts = { readonly [Code in keyof typeof factsOf]: z.output<(typeof factsOf)[Code]> }
