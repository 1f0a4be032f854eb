import { decideOrganizerRemoval as decide } from '#domain/party/organizers.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup } from '#store/access/group.ts'
import { type Ending, endOffices } from '#store/meeting/end-offices.ts'
import { endWaitingOfOrganizer } from '#store/meeting/end-waiting.ts'
import { revokeInvitations } from '#store/party/revoke.ts'
import { voidDeletionOf } from './delete-group.ts'

/**
 * An organizer leaves, or is removed by another; the rights end at once, with them all that they announced and that has not
 * taken effect, and with the last place in the group the offices that organizers give. Refusals: `not-found`, and those of the
 * rule.
 */
export async function removeOrganizer(viewer: Viewer, groupId: string, personId: string): Promise<Refusal | undefined> {
  const work = async (tx: Tx): Promise<Refusal | undefined> => {
    if ((await proveGroup(tx, viewer, groupId)) === null) return notFound
    // Two organizers who remove each other at once take turns here, and the second finds itself the last.
    await tx.$queryRaw`SELECT id FROM "Group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`
    const now = clock.now()
    const rows = await tx.organizer.findMany({ where: { groupId, removedAt: null }, select: { personId: true } })
    const organizerIds = rows.map((row) => row.personId)
    const event = decide(organizerIds, viewer.personId, personId)
    if (isRefusal(event)) return event
    await tx.organizer.updateMany({ where: { groupId, personId, removedAt: null }, data: { removedAt: now } })
    await tx.groupEvent.create({
      data: { groupId, actorId: viewer.personId, subjectPersonId: personId, kind: 'organizer-removed', at: now },
    })
    const ending = { groupId, personId, actorId: viewer.personId, partyId: null }
    await voidDeletionOf(tx, ending, now)
    await revokeInvitations(tx, ending, { personId, fromPartyId: null, organized: true }, now)
    await endWaitingOfOrganizer(tx, ending)
    await endGivenOffices(tx, ending)
  }
  return asViewer(viewer, work, { write: true })
}

/** Those that the parties of a bilateral or a study session accepted are theirs to end (rule 14). */
function endGivenOffices(tx: Tx, ending: Ending): Promise<void> {
  const { groupId, personId } = ending
  const outside = { personId, group: { members: { none: { groupId, personId, removedAt: null } } } }
  const given = { OR: [{ activeFrom: null }, { meeting: { kind: 'multilateral' } }] }
  return endOffices(tx, ending, { ...outside, ...given })
}
