/** The conclusions of a group in one list, and each with how it came to where it stands. */
import { z } from 'zod'
import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import { count, instant, listOf, members, proseText, titleText, uuid, viewOf } from '#lib/api/view-fields.ts'
import { citationForm } from '#store/citation/schema.ts'
import { outcomeSoFar } from '#store/conclusion/schema.ts'
import { partyRefForm } from '#store/record/schema.ts'
import { linkedConclusion } from './conclusion.ts'

/** What can have happened to a conclusion, in the order in which it is told. */
export const historySteps = [
  'drafted',
  'put',
  'taken-back',
  'ad-referendum',
  'adopted',
  'declined',
  'lapsed',
  'withdrawn',
  'diverged',
  'recorded',
  'replaces',
  'replaced',
] as const

/** One step of a conclusion's history, as far as the viewer sees how it came about. */
export const historyStep = viewOf('HistoryStep', {
  step: z.enum(historySteps),
  at: instant.nullable().describe('Null: the viewer is not told when.'),
  version: count.nullable().describe('The version that was put; null: it says nothing of one.'),
  times: count.nullable().describe('How often versions were put, this one included; null: it says nothing of it.'),
  given: count.nullable().describe('How many answered, or of what was adopted consented; null: not told.'),
  deciders: count.nullable().describe('Of how many.'),
  other: linkedConclusion
    .nullable()
    .describe('What it replaces, or what replaced it, where the viewer may know of it.'),
})

export type HistoryStep = z.output<typeof historyStep>

/** A conclusion in the list of a group. */
export const listedConclusion = viewOf('ListedConclusion', {
  id: uuid,
  title: titleText,
  kind: z.enum(conclusionKinds),
  state: z.enum(conclusionStates),
  outcome: outcomeSoFar,
  at: instant.describe('When it came to where it stands.'),
  meeting: members({ id: uuid, title: titleText, startsAt: instant.nullable() })
    .nullable()
    .describe('Null: the conclusion is shared with the viewer, its meeting is not.'),
  opensIn: uuid
    .nullable()
    .describe('The meeting in which its page lies; null: it is read as what is shared with the group.'),
  parties: listOf(partyRefForm).describe('Who decided on it, or is in its meeting.'),
  citations: listOf(citationForm).describe('On what it rests, as far as the viewer reads it.'),
  begins: proseText.describe('Its first words; empty: it has none, or they are read on its page.'),
  history: listOf(historyStep),
})

export type ListedConclusion = z.output<typeof listedConclusion>

/** By what the list can be narrowed. */
export const narrowedBy = ['text', 'passage', 'party', 'kind', 'state', 'meeting', 'words'] as const

/** One way to narrow the list. */
export type NarrowedBy = (typeof narrowedBy)[number]

/** One page of the conclusions of a group that the viewer may know of. */
export const foundConclusions = viewOf('FoundConclusions', {
  conclusions: listOf(listedConclusion),
  found: count.describe('How many fit, on all pages.'),
  any: z.boolean().describe('There are some, whether they fit or not.'),
  next: uuid.nullable().describe('After which conclusion the next page begins; null: this is the last one.'),
  loosened: listOf(members({ by: z.enum(narrowedBy), found: count })).describe(
    'How many would fit without one of the choices, where none fits.',
  ),
  choices: members({
    texts: listOf(members({ id: uuid, title: titleText })),
    parties: listOf(partyRefForm),
    meetings: listOf(members({ id: uuid, title: titleText, startsAt: instant.nullable() })),
  }).describe('Among what one can choose: at most 200 of each; meetings with conclusions that the viewer may know of.'),
})

export type FoundConclusions = z.output<typeof foundConclusions>
