import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import type { Acceptance } from '../schema.ts'
import { admit } from './admit.ts'
import { findOpen, hold, type OpenInvitation, over } from './invitation.ts'
import { claimMail } from './letters.ts'

/** Let in, with a session for who is new; or noted, until the inviter confirms that another address is the same person. */
export type Accepted =
  | {
      readonly state: 'accepted'
      readonly groupId: string
      readonly partyId: string | null
      readonly sessionId: string | null
    }
  | { readonly state: 'claimed' }

/**
 * Accepts an invitation. Refusals: `invitation-over`; `sign-in-first` when the address it was sent to has an account, or when
 * it was sent to none; `name-missing` for somebody who has not said their name yet; `not-entitled` while looking at the demo as another; and what the rules on parties and organizers say
 * (`replacement-not-effective-yet`, `already-a-member`, …), which leaves the invitation as it is.
 */
export async function acceptInvitation(viewer: Viewer | null, input: Acceptance): Promise<Accepted | Refusal> {
  // Who looks at the demo as somebody else takes nothing on in their name.
  if (viewer?.method === 'demo') return notEntitled
  const now = clock.now()
  const work = async (tx: Tx) => {
    const found = await findOpen(tx, input, now)
    const invitation = found && (await hold(tx, found, now))
    if (!invitation || invitation.claimedById !== null) return { answer: over, letter: null }
    if (viewer === null) return { answer: await welcome(tx, invitation, input.name, now), letter: null }
    const email = await addressOfNamed(tx, viewer, input.name)
    if (isRefusal(email)) return { answer: email, letter: null }
    if (invitation.email === null || email === invitation.email)
      return { answer: await join(tx, invitation, viewer.personId, now), letter: null }
    return { answer: { state: 'claimed' as const }, letter: await claim(tx, invitation, viewer, now) }
  }
  const write = { write: true }
  const { answer, letter } = await asSystem('sign-in', work, write)
  if (letter !== null) sendMail(letter)
  return answer
}

async function join(tx: Tx, invitation: OpenInvitation, personId: string, now: Date): Promise<Accepted | Refusal> {
  const { groupId, partyId, invitedById } = invitation
  const admitted = await admit(tx, invitation, { personId }, invitedById, now)
  return isRefusal(admitted) ? admitted : { state: 'accepted', groupId, partyId, sessionId: null }
}

/** Somebody who is not signed in: let in at once only when new, and only by a secret that was sent to their own address. */
async function welcome(
  tx: Tx,
  invitation: OpenInvitation,
  name: string | undefined,
  now: Date,
): Promise<Accepted | Refusal> {
  const { groupId, partyId, email, invitedById } = invitation
  if (email === null) return { refused: 'sign-in-first' }
  if ((await tx.person.findUnique({ where: { email }, select: { id: true } })) !== null)
    return { refused: 'sign-in-first' }
  if (name === undefined) return { refused: 'name-missing' }
  const admitted = await admit(tx, invitation, { name, email }, invitedById, now)
  if (isRefusal(admitted)) return admitted
  const sessionId = await startSession(tx, admitted.personId, 'invitation', now, null)
  return { state: 'accepted', groupId, partyId, sessionId }
}

/** It was sent to another address than the one they signed in with: whoever sent it must say that it is the same person. */
async function claim(tx: Tx, invitation: OpenInvitation, { personId }: Viewer, now: Date) {
  await tx.invitation.update({ where: { id: invitation.id }, data: { claimedById: personId, claimedAt: now } })
  return claimMail(tx, invitation, personId)
}

/** The address of the viewer, who has a name: the one that they say now, if they never said one before. */
async function addressOfNamed(
  tx: Tx,
  { personId }: Viewer,
  said: string | undefined,
): Promise<string | Refusal<'name-missing'>> {
  const { name, email } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, email: true },
  })
  if (name !== '') return email
  if (said === undefined) return { refused: 'name-missing' }
  await tx.person.updateMany({ where: { id: personId, name: '' }, data: { name: said } })
  return email
}
