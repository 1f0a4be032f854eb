import { ACTORS, SIGNED_IN } from '../actors.ts'
import type { Probe } from '../probe.ts'

/** One's own account: everybody's holds their own words alone. */
export const peopleProbes: readonly Probe[] = [
  {
    route: 'POST /sign-in-links',
    name: 'for an address of somebody',
    body: ({ headEmail }) => ({ email: headEmail }),
    open: ACTORS,
  },
  {
    route: 'POST /sign-in-links',
    name: 'for an address of nobody',
    body: () => ({ email: 'nobody@river.invalid' }),
    open: ACTORS,
  },
  { route: 'GET /me', name: 'one’s own', open: SIGNED_IN },
  { route: 'PATCH /me', name: 'one’s own', body: () => ({ name: 'Gwen Ford', timeZone: null }), open: SIGNED_IN },
  { route: 'DELETE /session', name: 'this one', open: SIGNED_IN },
  { route: 'DELETE /sessions', name: 'all of one’s own', open: SIGNED_IN },
  {
    route: 'PUT /session/perspective',
    name: 'of a group that is no demo',
    body: ({ ownId }) => ({ partyId: ownId }),
    open: SIGNED_IN,
    refused: 'not-found',
  },
  { route: 'DELETE /session/perspective', name: 'one’s own again', open: SIGNED_IN },
]
