import { deletionMail } from '#features/groups/processors.ts'
import { invitationMail } from '#features/invitations/processors.ts'

/** Every processor that the server has. */
export const processors = [invitationMail, deletionMail]
