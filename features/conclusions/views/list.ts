/** Conclusions in lists, and where one stands after an act on it. */
import { z } from 'zod'
import type { ConclusionAsk } from '#domain/conclusion/asked.ts'
import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { count, instant, listOf, members, titleText, uuid, viewOf, zoneName } from '#lib/api/view-fields.ts'
import { outcomeSoFar } from '#store/conclusion/schema.ts'

/** What can be asked of a viewer (domain/conclusion/asked.ts). */
export const askedKinds = ['stance', 'word', 'words', 'not-carried'] as const satisfies readonly ConclusionAsk['kind'][]

export const meetingMembers = { id: uuid, title: titleText, kind: z.enum(meetingKinds), state: z.enum(meetingStates) }

/** A conclusion in a list. */
export const conclusionLine = viewOf('ConclusionLine', {
  id: uuid,
  title: titleText,
  kind: z.enum(conclusionKinds),
  state: z.enum(conclusionStates),
  outcome: outcomeSoFar,
  version: count.describe('The current version; 0: a divergence has none.'),
  answered: count,
  deciders: count.describe('How many decide, or how many sides there are; 0 before it is put.'),
  asked: z.enum(askedKinds).nullable(),
  due: instant.nullable(),
  at: instant.describe('When it came to where it stands.'),
})

export type ConclusionLine = z.output<typeof conclusionLine>

/** The conclusions of a meeting under the items of its agenda; `null`: under no item. */
export const meetingConclusions = viewOf('MeetingConclusions', {
  meeting: members({ ...meetingMembers, groupId: uuid }),
  items: listOf(
    members({
      item: members({ id: uuid, title: titleText, kind: z.string() }).nullable(),
      conclusions: listOf(conclusionLine),
    }),
  ),
  asked: count.describe('What is asked of the viewer here, in words of the list.'),
  kept: z.boolean().describe("The viewer's party left the meeting: what it keeps of it."),
  newest: count.nullable().describe('How many are listed at most: there are older ones. Null: these are all.'),
  can: members({
    open: z.boolean(),
    putRecord: z.boolean().describe('The meeting is over, and its minutes are not put yet.'),
  }),
  zone: zoneName,
})

export type MeetingConclusions = z.output<typeof meetingConclusions>

/** What an act answers: where the conclusion stands now. */
export const outcomeView = viewOf('Outcome', {
  id: uuid,
  state: z.enum(conclusionStates),
  version: count.describe('The current version; 0: a divergence has none.'),
  outcome: outcomeSoFar,
})

/** How far an adopted conclusion is shared after a party has spoken. */
export const sharedForm = viewOf('Shared', { id: uuid, sharedWith: z.enum(['parties', 'group']) })
