/** Conclusions in lists, and where one stands after an act on it. */
import { z } from 'zod'
import { conclusionStates } from '#domain/conclusion/conclusion.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { count, listOf, members, titleText, uuid, viewOf, zoneName } from '#lib/api/view-fields.ts'
import { conclusionLine, outcomeSoFar } from '#store/conclusion/schema.ts'

export const meetingMembers = { id: uuid, title: titleText, kind: z.enum(meetingKinds), state: z.enum(meetingStates) }

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
