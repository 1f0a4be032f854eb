import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { findInvitation, type InvitationView } from './queries.ts'

/** What an invitation says to whoever opened its link. */
export const loadInvitation = cache((viewer: Viewer | null, token: string): Promise<InvitationView> => {
  const read = (tx: Tx) => findInvitation(tx, viewer, token, clock.now())
  return viewer === null ? asSystem('sign-in', read) : asViewer(viewer, read)
})
