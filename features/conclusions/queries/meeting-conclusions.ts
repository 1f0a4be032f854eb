import { canOpen } from '#domain/conclusion/can.ts'
import { barredFromPutting, underwayStates } from '#domain/conclusion/put-record.ts'
import { sawItHeld } from '#domain/conclusion/since.ts'
import { mostIn } from '#domain/limits.ts'
import { may } from '#domain/may.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { opensConclusion } from '#store/access/contents.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import { lineOf } from '#store/conclusion/line.ts'
import { bareConclusionOf } from '#store/conclusion/rows.ts'
import { bareRows } from '#store/conclusion/select.ts'
import type { MeetingConclusions } from '../views/list.ts'
import type { ConclusionReading } from './conclusion.ts'

/** Most conclusions of one meeting in its list: as many as there can be (domain/limits.ts). */
const most = mostIn.conclusions + mostIn.divergences

/** Most minutes of one meeting among them that are looked at: those that are withdrawn or declined are followed by others. */
const mostMinutes = 20

/**
 * The conclusions of a meeting, by item of its agenda; minutes stand with the record. Those of a party that left find the ones
 * that it keeps, and their items. Three statements.
 */
export async function findMeetingConclusions(tx: Tx, reading: ConclusionReading): Promise<MeetingConclusions> {
  const { scope, actor, now, zone } = reading
  const { meetingId, keepsFor, since } = scope
  const found = await tx.conclusion.findMany({
    where: { meetingId, AND: [concerning(keepsFor), changedSince(since)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most + mostMinutes + 1,
    relationLoadStrategy: 'join',
    select: bareRows,
  })
  const items = await tx.agendaItem.findMany({
    where: { meetingId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, kind: true },
  })
  const meeting = await loadMeetingFacts(tx, meetingId, null)
  const context = { meeting, origin: null, supersedes: null }
  const [minutes, others] = [found.filter(isMinutes), found.filter((row) => !isMinutes(row))]
  const listed = others.slice(0, most).reverse()
  const lines = listed.flatMap((row) => {
    const conclusion = bareConclusionOf(row)
    if (!opensConclusion(scope, conclusion)) return []
    return { itemId: row.item?.id ?? null, line: lineOf(conclusion, row.createdAt, meeting, actor, now) }
  })
  const under = (itemId: string | null) => lines.filter((one) => one.itemId === itemId).map(({ line }) => line)
  const loose = under(null)
  const { title, kind, state } = scope.meeting
  return {
    meeting: { id: meetingId, groupId: scope.groupId, title, kind, state },
    items: [
      ...items
        .map((item) => ({ item, conclusions: under(item.id) }))
        .filter(({ conclusions }) => keepsFor === null || conclusions.length > 0),
      ...(loose.length === 0 ? [] : [{ item: null, conclusions: loose }]),
    ],
    asked: lines.filter(({ line }) => line.asked !== null).length,
    kept: keepsFor !== null,
    newest: others.length > most ? most : null,
    can: {
      open: canOpen(context, actor),
      // Whether minutes are put is closed to whoever was not there when the meeting was opened.
      putRecord: sawItHeld(since, scope.meeting) && may(barredFromPutting, underwayIn(minutes), context, actor),
    },
    zone,
  }
}

function isMinutes({ kind }: { readonly kind: string }): boolean {
  return kind === 'record'
}

/** The state of the minutes that are on their way; null: none are. */
function underwayIn(minutes: readonly { readonly state: string }[]) {
  const states = minutes.map(({ state }) => underwayStates.find((one) => one === state))
  return states.find((state) => state !== undefined) ?? null
}

/** What a party may keep, so that what is the others' does not push it out of the list; whether it does, the domain says. */
function concerning(partyId: string | null): Prisma.ConclusionWhereInput {
  if (partyId === null) return {}
  const own = { some: { partyId } }
  return {
    OR: [{ sides: own }, { state: { notIn: ['draft', 'put', 'withdrawn'] }, versions: { some: { deciders: own } } }],
  }
}

/** What may be open to somebody who sees what was written from this instant on; whether it is, the domain says. */
function changedSince(since: Date | null): Prisma.ConclusionWhereInput {
  if (since === null) return {}
  const at = { gte: since }
  return { OR: [{ createdAt: at }, { versions: { some: { OR: [{ createdAt: at }, { putAt: at }] } } }] }
}
