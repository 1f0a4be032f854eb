import { cache } from 'react'
import { clock } from '#lib/clock.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup } from '#store/access/group.ts'
import { proveParty } from '#store/access/party.ts'
import { findParties } from './queries/parties.ts'
import { findParty } from './queries/party.ts'
import type { PartiesView, PartyView } from './views.ts'

/** The parties of a group; null: no such group for the viewer. */
export const loadParties = cache(
  (viewer: Viewer, groupId: string): Promise<PartiesView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      return scope && findParties(tx, scope, clock.now())
    }),
)

/** A party with its people; null: no such party for the viewer. */
export const loadPartyView = cache(
  (viewer: Viewer, partyId: string): Promise<PartyView | null> =>
    asViewer(viewer, async (tx) => {
      const scope = await proveParty(tx, viewer, partyId)
      return scope && findParty(tx, scope, clock.now())
    }),
)
