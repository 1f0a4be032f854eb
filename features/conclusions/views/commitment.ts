/** Commitments as the API shows them: who does what by when. */
import { z } from 'zod'
import { commitmentStates, followedStates } from '#domain/commitment.ts'
import { calendarDay, listOf, members, ordinal, proseText, titleText, uuid, viewOf } from '#lib/api/view-fields.ts'
import { partyRefForm, personRefForm } from '#store/record/schema.ts'

const commitmentMembers = {
  id: uuid,
  what: proseText,
  party: partyRefForm.nullable(),
  person: personRefForm.nullable(),
  dueOn: calendarDay.nullable().describe("In the responsible party's zone."),
  state: z.enum(['proposed', ...followedStates]),
  reason: proseText.nullable().describe('Why it was dropped, or taken up again.'),
  can: members({ done: z.boolean(), drop: z.boolean(), reopen: z.boolean() }),
}

/** Who does what by when. In a draft something may still be missing. */
export const commitmentView = viewOf('CommitmentView', commitmentMembers)

export type CommitmentView = z.output<typeof commitmentView>

/** A commitment in a list across meetings: it says where it came from. */
export const commitmentLine = viewOf('CommitmentLine', {
  ...commitmentMembers,
  groupId: uuid,
  mine: z.boolean().describe('The viewer belongs to the responsible party.'),
  conclusion: members({ id: uuid, title: titleText }),
  meeting: members({ id: uuid, title: titleText })
    .nullable()
    .describe('Null: the conclusion is shared with the viewer, its meeting is not.'),
})

export type CommitmentLine = z.output<typeof commitmentLine>

/** A page of commitments, what is due first. */
export const commitmentPage = viewOf('CommitmentPage', {
  commitments: listOf(commitmentLine),
  page: ordinal,
  hasMore: z.boolean(),
  parties: listOf(partyRefForm).describe('The parties of the group, for choosing among them.'),
})

export type CommitmentPage = z.output<typeof commitmentPage>

/** Where a commitment stands after an act on it. */
export const followedForm = viewOf('Followed', { id: uuid, state: z.enum(commitmentStates) })
