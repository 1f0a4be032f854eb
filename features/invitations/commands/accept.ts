import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import { startSession } from '#lib/auth/sessions.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Admitting, type Guest, invitationOf } from '#store/invitation/admit.ts'
import { inZone, type OpenInvitation } from '#store/invitation/open.ts'
import { type ActInProgress, perform } from '#store/perform.ts'
import type { Acceptance } from '../schema.ts'

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
export async function acceptInvitation(viewer: Viewer | null, { token, name }: Acceptance) {
  // Who looks at the demo as somebody else takes nothing on in their name.
  if (viewer?.method === 'demo') return notEntitled
  if (viewer === null)
    return perform('sign-in', invitationOf(token, welcome(name)), () => 'admit', { answer: withSession, explain })
  const isOwn = { own: true }
  const guest = async (act: ActInProgress, { email }: OpenInvitation): Promise<Guest | Refusal<'name-missing'>> => {
    const address = await addressOfNamed(act, viewer, name)
    if (isRefusal(address)) return address
    isOwn.own = email === null || email === address
    return { personId: viewer.personId }
  }
  // Where it was sent to another address, whoever sent it must say that it is the same person.
  return perform(viewer, invitationOf(token, guest), () => (isOwn.own ? 'admit' : 'claim'), {
    answer: ({ invitation }): Accepted => (isOwn.own ? letIn(invitation, null) : { state: 'claimed' }),
    explain,
  })
}

function explain<Refused extends Refusal>({ invitation }: Admitting, refusal: Refused) {
  return inZone(refusal, invitation)
}

function letIn({ groupId, partyId }: OpenInvitation, sessionId: string | null): Accepted {
  return { state: 'accepted', groupId, partyId, sessionId }
}

async function withSession({ act: { tx, now }, invitation, actorId }: Admitting): Promise<Accepted> {
  return letIn(invitation, await startSession(tx, actorId, 'invitation', now, null))
}

/** Somebody who is not signed in: let in at once only when new, and only by a secret that was sent to their own address. */
function welcome(name: string | undefined) {
  return async (
    { tx }: ActInProgress,
    { email }: OpenInvitation,
  ): Promise<Guest | Refusal<'sign-in-first'> | Refusal<'name-missing'>> => {
    if (email === null) return { refused: 'sign-in-first' }
    if ((await tx.person.findUnique({ where: { email }, select: { id: true } })) !== null)
      return { refused: 'sign-in-first' }
    return name === undefined ? { refused: 'name-missing' } : { name, email }
  }
}

/** The address of the viewer, who has a name: the one that they say now, if they never said one before. */
async function addressOfNamed(
  { tx }: ActInProgress,
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
