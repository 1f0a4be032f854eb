import { decideParty } from '#domain/party/decide.ts'
import { mayInviteOrganizer } from '#domain/party/organizers.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { proveGroup } from '#store/access/group.ts'
import { proveParty } from '#store/access/party.ts'
import { loadParty } from '#store/party/load.ts'
import { savePartyEvents } from '#store/party/save.ts'
import type { NewGuest, NewPartyGuest } from '../schema.ts'
import { adminOrNot, organizersOf } from './invitation.ts'
import { deliver, makeInvitation, type NewInvitation } from './make-invitation.ts'

const write = { write: true }

/** Invites somebody into a party. Refusals: `not-found`, `too-many-invitations`, and those of the rules (rule 14). */
export async function inviteToParty(
  viewer: Viewer,
  partyId: string,
  input: NewPartyGuest,
): Promise<NewInvitation | Refusal> {
  const now = clock.now()
  const work = async (tx: Tx) => {
    const scope = await proveParty(tx, viewer, partyId, { lock: true })
    if (scope === null) return notFound
    const party = await loadParty(tx, partyId, now)
    const events = decideParty(party, { type: 'invite', by: scope.actor, role: input.role }, now)
    if (isRefusal(events)) return events
    const { groupId } = scope
    const made = await makeInvitation(tx, viewer, { groupId, partyId, ...input }, now)
    if (!isRefusal(made)) await savePartyEvents(tx, { groupId, partyId, actorId: viewer.personId }, events, now)
    return made
  }
  return deliver(await asViewer(viewer, work, write))
}

/**
 * Invites an organizer. The group must be the viewer's own, or be without any organizer while the viewer runs the instance.
 * Refusals: `not-found`, `not-entitled`, `too-many-invitations`.
 */
export async function inviteOrganizer(
  viewer: Viewer,
  groupId: string,
  input: NewGuest,
): Promise<NewInvitation | Refusal> {
  const now = clock.now()
  const work = async (tx: Tx) => {
    if (!isUuid(groupId)) return notFound
    const [held] = await tx.$queryRaw<unknown[]>`SELECT id FROM "Group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`
    const by = await adminOrNot(tx, viewer.personId)
    const mine = await proveGroup(tx, viewer, groupId)
    // The admin knows every group by name; nobody else knows of one that is not theirs.
    if (held === undefined || !(by.instanceAdmin || mine)) return notFound
    const refusal = mayInviteOrganizer(await organizersOf(tx, groupId), by)
    if (refusal !== null) return refusal
    const made = await makeInvitation(tx, viewer, { groupId, partyId: null, role: 'organizer', ...input }, now)
    if (!isRefusal(made))
      await tx.groupEvent.create({ data: { groupId, actorId: viewer.personId, kind: 'organizer-invited', at: now } })
    return made
  }
  return deliver(await asViewer(viewer, work, write))
}
