import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup, proveMyGroups } from '#store/access/group.ts'
import { findHome, findWholeHome, type HomeView } from './queries/home.ts'

/** Home: over all groups of the viewer. At most eight statements. */
export const loadHome = cache(
  (viewer: Viewer): Promise<HomeView> =>
    asViewer(viewer, async (tx) => findWholeHome(tx, viewer, await proveMyGroups(tx, viewer), clock.now())),
)

/** Home of one group; null: no such group for the viewer. At most eight statements. */
export const loadGroupHome = cache(
  (viewer: Viewer, groupId: string): Promise<HomeView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findHome(tx, viewer, [scope], clock.now())
    }),
)
