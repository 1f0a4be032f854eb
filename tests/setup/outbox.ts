/** Imported for what it does: acts of this file are told as on a server, in the background of each commit. */
import { deletionMail } from '#features/groups/processors.ts'
import { invitationMail } from '#features/invitations/processors.ts'
import { attachOutbox } from '#lib/outbox/outbox.ts'

/** Every processor that the server has. */
export const processors = [invitationMail, deletionMail]

attachOutbox(processors)
