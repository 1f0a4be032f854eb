import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { findAccount } from './queries.ts'
import type { Account } from './views.ts'

/** The account of whoever is signed in. */
export const loadAccount = cache(
  (viewer: Viewer): Promise<Account> => asViewer(viewer, (tx) => findAccount(tx, viewer, clock.now())),
)
