/** What the routes of invitations answer: the forms from which the views have their types. */
import { z } from 'zod'
import { instant, listOf, mailAddress, members, uuid, viewOf } from '#lib/api/view-fields.ts'
import { skipReasons } from '#store/invitation/several.ts'

/** An invitation that was made. */
export const newInvitation = viewOf('NewInvitation', {
  id: uuid,
  link: z
    .string()
    .nullable()
    .describe('The link to hand over; null when it went by mail, for then the mail alone carries it.')
    .meta({ examples: ['http://localhost:3000/invitations/TOKEN'] }),
  expiresAt: instant,
})

/** What became of several invitations that were asked for at once. */
export const invitationsSent = viewOf('InvitationsSent', {
  invited: listOf(mailAddress).describe('To whom an invitation is on its way.'),
  skipped: listOf(members({ email: mailAddress, why: z.enum(skipReasons) })).describe(
    'Who got none: they are in the party, are invited into it already, or were named twice.',
  ),
})
export type InvitationsSent = z.output<typeof invitationsSent>

/** Let in; or noted, until the inviter confirms that another address is the same person. */
export const acceptedForm = z
  .discriminatedUnion('state', [
    members({ state: z.literal('accepted'), groupId: uuid, partyId: uuid.nullable() }),
    members({ state: z.literal('claimed') }),
  ])
  .meta({ id: 'Accepted' })
