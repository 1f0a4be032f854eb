import type { Disposition } from '#domain/carry-over.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { type MeetingRow, type MeetingScope, meetingRows, scopeIn } from '#store/access/meeting.ts'
import type { Act } from '#store/meeting/act.ts'
import { recordAgenda } from '#store/meeting/record-events.ts'
import { type Carriage, targetsOf } from './take-up.ts'

/** Writes what becomes of everything that was open (rule 16), under the lock on this meeting and on those that take it up. */
export async function carryOver(
  act: Act,
  dispositions: readonly Disposition[],
  carriages: readonly Carriage[],
): Promise<void> {
  const items = dispositions.filter(({ kind }) => kind === 'item')
  await settle(act, idsOf(items, 'settled'))
  await drop(act, items)
  for (const carriage of carriages) await carryItems(act, carriage)
  for (const [carriedToId, ids] of targetsOf(dispositions.filter(({ kind }) => kind === 'commitment')))
    await act.tx.commitment.updateMany({ where: { id: { in: [...ids] }, state: 'open' }, data: { carriedToId } })
}

function idsOf(dispositions: readonly Disposition[], outcome: Disposition['outcome']): string[] {
  return dispositions.filter((one) => one.outcome === outcome).map(({ id }) => id)
}

async function settle({ tx, scope }: Act, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] }, meetingId: scope.meetingId, state: 'open' }
  await tx.agendaItem.updateMany({ where, data: { state: 'settled' } })
}

async function drop({ tx, scope }: Act, items: readonly Disposition[]): Promise<void> {
  const dropped = items.flatMap((one) => (one.outcome === 'dropped' ? [one] : []))
  if (dropped.length === 0) return
  await tx.$executeRaw(Prisma.sql`UPDATE "AgendaItem" i SET state = 'dropped', "closedReason" = d.reason
    FROM unnest(${dropped.map(({ id }) => id)}::uuid[], ${dropped.map(({ reason }) => reason)}::text[]) AS d(id, reason)
    WHERE i.id = d.id AND i."meetingId" = ${scope.meetingId}::uuid AND i.state = 'open'`)
}

/**
 * The items go on at the end of the other agenda, with their passages and the way back to where they come from. What was
 * noted and concluded under them stays here.
 */
async function carryItems({ tx, scope, now }: Act, { toMeetingId, version, items }: Carriage): Promise<void> {
  const { groupId, meetingId } = scope
  const last = await tx.agendaItem.aggregate({ where: { meetingId: toMeetingId }, _max: { position: true } })
  await tx.agendaItem.createMany({
    data: items.map(({ taken: _, ...item }, index) => ({
      ...item,
      groupId,
      meetingId: toMeetingId,
      position: (last._max.position ?? 0) + index + 1,
    })),
  })
  await copyCitations(tx, items)
  const ids = items.map(({ carriedFromId }) => carriedFromId)
  await tx.agendaItem.updateMany({ where: { id: { in: ids }, meetingId }, data: { state: 'carried' } })
  const { count } = await tx.meeting.updateMany({
    where: { id: toMeetingId, agendaVersion: version },
    data: { agendaVersion: version + items.length },
  })
  if (count !== 1) throw new Error('The agenda of a locked meeting has another version than the one decided on.')
  await tellAgenda(tx, scope, toMeetingId, now)
}

async function copyCitations(
  tx: Tx,
  heirs: readonly { readonly id: string; readonly carriedFromId: string }[],
): Promise<void> {
  const from = heirs.map(({ carriedFromId }) => carriedFromId)
  const cited = await tx.citation.findMany({ where: { citingId: { in: from } } })
  const heirOf = new Map(heirs.map(({ id, carriedFromId }) => [carriedFromId, id]))
  await tx.citation.createMany({
    data: cited.flatMap(({ id: _, ...citation }) => {
      const citingId = heirOf.get(citation.citingId)
      return citingId === undefined ? [] : [{ ...citation, citingId }]
    }),
  })
}

/** The other meeting's parties read of it in their record, once they know of the meeting. */
async function tellAgenda(tx: Tx, scope: MeetingScope, toMeetingId: string, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<MeetingRow[]>(
    meetingRows(scope.standing.personId, Prisma.sql`m.id = ${toMeetingId}::uuid`),
  )
  const target = row && scopeIn(row, scope)
  if (target && (target.meeting.state !== 'draft' || target.meeting.proposed)) await recordAgenda(tx, target, now)
}
