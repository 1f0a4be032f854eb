import type { Disposition } from '#domain/carry-over.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { type MeetingRow, type MeetingScope, scopeIn, selectMeetingRows } from '#store/access/meeting.ts'
import { copyCitations } from '#store/citation/copy.ts'
import { byIn } from '#store/meeting/tell.ts'
import type { ActInProgress } from '#store/perform.ts'
import type { By } from '#store/record/named.ts'
import { type Carriage, targetsOf } from './take-up.ts'

/** Where what is open is carried from, and whoever acts. */
interface From {
  readonly act: ActInProgress
  readonly scope: MeetingScope
}

/** Writes what becomes of everything that was open (rule 16), under the lock on this meeting and on those that take it up. */
export async function carryOver(
  from: From,
  dispositions: readonly Disposition[],
  carriages: readonly Carriage[],
): Promise<void> {
  const items = dispositions.filter(({ kind }) => kind === 'item')
  await settle(from, idsOf(items, 'settled'))
  await drop(from, items)
  for (const carriage of carriages) await carryItems(from, carriage)
  for (const [carriedToId, ids] of targetsOf(dispositions.filter(({ kind }) => kind === 'commitment')))
    await from.act.tx.commitment.updateMany({ where: { id: { in: [...ids] }, state: 'open' }, data: { carriedToId } })
}

function idsOf(dispositions: readonly Disposition[], outcome: Disposition['outcome']): string[] {
  return dispositions.filter((one) => one.outcome === outcome).map(({ id }) => id)
}

async function settle({ act: { tx }, scope }: From, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] }, meetingId: scope.meetingId, state: 'open' }
  await tx.agendaItem.updateMany({ where, data: { state: 'settled' } })
}

async function drop({ act: { tx }, scope }: From, items: readonly Disposition[]): Promise<void> {
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
async function carryItems({ act: { tx }, scope }: From, { toMeetingId, version, items }: Carriage): Promise<void> {
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
}

/** Whoever carries items into a meeting, as its record names them; null: its parties do not know of the meeting yet. */
export async function byInOther(tx: Tx, scope: MeetingScope, toMeetingId: string): Promise<By | null> {
  const [row] = await tx.$queryRaw<MeetingRow[]>(
    selectMeetingRows(scope.standing.personId, Prisma.sql`m.id = ${toMeetingId}::uuid`),
  )
  const target = row && scopeIn(row, scope)
  const isKnown = target && (target.meeting.state !== 'draft' || target.meeting.proposed)
  return isKnown ? byIn(target) : null
}
