import type { GroupShell } from '#features/groups/views.ts'
import { groupId, idOf, names, prose } from './made-up.ts'

/** A demo group as its organizer sees it. */
export const group: GroupShell = {
  ...{ id: groupId, name: 'The River Circle', purpose: prose(120, 1), viewerZone: 'Europe/Lisbon', isDemo: true },
  deletesAt: null,
  viewer: { id: idOf(1), name: `${names[0]}`, organizer: true, parties: [], isPerspective: false },
  mayLook: true,
}
