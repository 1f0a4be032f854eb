/** What the routes of invitations answer: the forms from which the views have their types. */
import { z } from 'zod'
import { instant, members, uuid, viewOf } from '#lib/api/view-fields.ts'

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

/** Let in; or noted, until the inviter confirms that another address is the same person. */
export const acceptedForm = z
  .discriminatedUnion('state', [
    members({ state: z.literal('accepted'), groupId: uuid, partyId: uuid.nullable() }),
    members({ state: z.literal('claimed') }),
  ])
  .meta({ id: 'Accepted' })
