import { type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { decliningOf } from '#store/invitation/decline.ts'
import type { OpenInvitation } from '#store/invitation/open.ts'
import { type ActInProgress, perform } from '#store/perform.ts'

/**
 * Says no to an invitation; whoever sent it is told. It opens no more than accepting does: only somebody who could come in by it there and
 * then says no to it, and until its time has passed they may accept it after all. Refusals: `invitation-over`; `sign-in-first` when the
 * address that it was sent to has an account; `not-entitled` for who is signed in with another address, or looks at the demo as another.
 */
export async function declineInvitation(viewer: Viewer | null, token: string) {
  if (viewer?.method === 'demo') return notEntitled
  if (viewer === null) return perform('sign-in', decliningOf(token, unknown), () => 'decline')
  const { personId } = viewer
  const stranger = async ({ tx }: ActInProgress, { email }: OpenInvitation): Promise<NotEntitled | null> => {
    const own = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } })
    return email === null || email === own.email ? null : notEntitled
  }
  return perform(viewer, decliningOf(token, stranger), () => 'decline')
}

/** Somebody who is not signed in: whose address has an account signs in first, as to accept. */
async function unknown({ tx }: ActInProgress, { email }: OpenInvitation): Promise<Refusal<'sign-in-first'> | null> {
  const account = email === null ? null : await tx.person.findUnique({ where: { email }, select: { id: true } })
  return account === null ? null : { refused: 'sign-in-first' }
}
