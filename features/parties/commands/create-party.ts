import { listFull } from '#domain/limits.ts'
import { refuseCreating, refuseDescribing } from '#domain/party/description.ts'
import { refuseNames } from '#domain/party/names.ts'
import { notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup } from '#store/access/group.ts'
import { proveParty } from '#store/access/party.ts'
import { changesToday } from '#store/party/changes-today.ts'
import { loadParty } from '#store/party/load.ts'
import type { NewParty } from '../schema.ts'

const write = { write: true }

/** An organizer makes a party. Refusals: `not-found`, `not-entitled`, `party-name-taken`, `party-name-too-alike`, `list-full`. */
export async function createParty(viewer: Viewer, groupId: string, input: NewParty): Promise<{ id: string } | Refusal> {
  const work = async (tx: Tx) => {
    const scope = await proveGroup(tx, viewer, groupId)
    if (scope === null) return notFound
    const refusal = refuseCreating(scope.standing)
    if (refusal !== null) return refusal
    await holdGroup(tx, groupId)
    const full = listFull('parties', await tx.party.count({ where: { groupId } }))
    if (full !== null) return full
    const taken = await nameRefused(tx, groupId, null, input)
    if (taken !== null) return taken
    const at = clock.now()
    const party = await tx.party.create({ data: { groupId, ...input, createdAt: at }, select: { id: true } })
    await tx.groupEvent.create({
      data: { groupId, actorId: viewer.personId, kind: 'party-created', detail: input.name, at },
    })
    return party
  }
  return asViewer(viewer, work, write)
}

/**
 * Changes what a party is called: the party itself does, through its head or a deputy; before it has a head, the organizer.
 * Refusals: `not-found`, `not-entitled`, `party-has-left`, `party-name-taken`, `party-name-too-alike`, `day-full`.
 */
export async function changeParty(viewer: Viewer, partyId: string, input: NewParty): Promise<NewParty | Refusal> {
  const work = async (tx: Tx) => {
    const scope = await proveParty(tx, viewer, partyId)
    if (scope === null) return notFound
    await holdGroup(tx, scope.groupId)
    const refusal = refuseDescribing(await loadParty(tx, partyId, clock.now()), scope.standing)
    if (refusal !== null) return refusal
    const full = await changesToday(tx, scope.groupId, viewer.personId, clock.now())
    if (full !== null) return full
    const taken = await nameRefused(tx, scope.groupId, partyId, input)
    if (taken !== null) return taken
    await tx.party.update({ where: { id: partyId }, data: input })
    await tx.groupEvent.create({
      data: {
        groupId: scope.groupId,
        partyId,
        actorId: viewer.personId,
        kind: 'party-changed',
        detail: input.name,
        at: clock.now(),
      },
    })
    return input
  }
  return asViewer(viewer, work, write)
}

async function holdGroup(tx: Tx, groupId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Group" WHERE id = ${groupId}::uuid FOR NO KEY UPDATE`
}

/** The group is held: no party of a name like these comes in beside. At most as many rows as a group holds parties. */
async function nameRefused(tx: Tx, groupId: string, partyId: string | null, names: NewParty) {
  const others = await tx.party.findMany({
    where: { groupId, ...(partyId === null ? {} : { id: { not: partyId } }) },
    select: { name: true, shortName: true },
  })
  return refuseNames(names, others)
}
