import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { findInvitation, type InvitationView } from './queries.ts'

/** What an invitation says to whoever opened its link: its secret opens it, also to those who are in its group already. */
export const loadInvitation = cache(
  (viewer: Viewer | null, token: string): Promise<InvitationView> =>
    asSystem('sign-in', (tx) => findInvitation(tx, viewer, token, clock.now())),
)
