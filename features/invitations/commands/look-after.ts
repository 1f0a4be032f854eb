import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { admit } from './admit.ts'
import { findOpen, hold, looksAfter, type OpenInvitation } from './invitation.ts'

const write = { write: true }

/**
 * Confirms that whoever opened an invitation under another address is the one who was invited: they come in now. Refusals:
 * `not-found` (also for who may not look after it), `nobody-waits`, and those of the rules.
 */
export async function confirmClaim(viewer: Viewer, invitationId: string): Promise<Refusal | undefined> {
  const now = clock.now()
  const confirm = async (tx: Tx, invitation: OpenInvitation): Promise<Refusal | undefined> => {
    if (invitation.claimedById === null) return { refused: 'nobody-waits' }
    const admitted = await admit(tx, invitation, { personId: invitation.claimedById }, viewer.personId, now)
    return isRefusal(admitted) ? admitted : undefined
  }
  return asViewer(viewer, (tx) => withInvitation(tx, viewer, invitationId, now, confirm), write)
}

/** Withdraws an invitation, also one that somebody waits on. Refusal: `not-found` (also for who may not look after it). */
export async function revokeInvitation(viewer: Viewer, invitationId: string): Promise<Refusal | undefined> {
  const now = clock.now()
  const revoke = async (tx: Tx, { id, groupId, partyId, role }: OpenInvitation): Promise<undefined> => {
    await tx.invitation.update({ where: { id }, data: { revokedAt: now } })
    await tx.groupEvent.create({
      data: { groupId, partyId, actorId: viewer.personId, kind: 'invitation-revoked', detail: role, at: now },
    })
  }
  return asViewer(viewer, (tx) => withInvitation(tx, viewer, invitationId, now, revoke), write)
}

async function withInvitation(
  tx: Tx,
  viewer: Viewer,
  id: string,
  now: Date,
  act: (tx: Tx, invitation: OpenInvitation) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  const found = await findOpen(tx, { id }, now)
  const invitation = found && (await hold(tx, found, now))
  if (!invitation || !(await looksAfter(tx, viewer, invitation, now))) return notFound
  return act(tx, invitation)
}
