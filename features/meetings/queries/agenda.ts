import { agendaSight } from '#domain/access.ts'
import { type Agenda, itemKinds } from '#domain/agenda/agenda.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { readCitations } from '#store/citation/read.ts'
import { itemRows } from '#store/meeting/named-rows.ts'
import type { AgendaView } from '../views/agenda.ts'

/** What `agendaViewOf` needs of a meeting's row. */
export const agendaRows = {
  id: true,
  agendaVersion: true,
  statementMinutes: true,
  resolutionLimit: true,
  resolutionLimitReason: true,
  items: { ...itemRows, select: { ...itemRows.select, leadParty: { select: { shortName: true } } } },
} satisfies Prisma.MeetingSelect

export type AgendaRows = Prisma.MeetingGetPayload<{ select: typeof agendaRows }>

/** How much of the agenda the viewer sees. */
export function agendaSightIn({ sight, meeting }: Pick<MeetingScope, 'sight' | 'meeting'>): 'whole' | 'titles' | null {
  return agendaSight(sight, meeting.kind)
}

/** The agenda for whoever sees the whole of it; three statements at most. */
export async function findAgenda(tx: Tx, scope: MeetingScope): Promise<AgendaView> {
  const found = await tx.meeting.findUniqueOrThrow({
    where: { id: scope.meetingId },
    relationLoadStrategy: 'join',
    select: agendaRows,
  })
  const rows = rowOf(scope.meetingId, found)
  const ids = leadsOf(rows)
  const leads =
    ids.length === 0
      ? []
      : await tx.person.findMany({
          where: { id: { in: [...ids] } },
          select: { id: true, name: true },
        })
  return agendaViewOf(tx, scope, rows, leads)
}

/** Ids of the people who open items. */
export function leadsOf({ items }: AgendaRows): readonly string[] {
  return items.flatMap(({ leadPersonId }) => leadPersonId ?? [])
}

/** The rows with the passages, and with the names of those who lead; one statement. */
export async function agendaViewOf(
  tx: Tx,
  scope: MeetingScope,
  rows: AgendaRows,
  people: readonly { readonly id: string; readonly name: string }[],
): Promise<AgendaView> {
  // Named one by one: the rows may hold more of the meeting than belongs to its agenda.
  const { agendaVersion: version, items, statementMinutes, resolutionLimit, resolutionLimitReason } = rows
  const ids = items.map(({ id }) => id)
  const citations = await readCitations(tx, scope, ids)
  return {
    version,
    statementMinutes,
    resolutionLimit,
    resolutionLimitReason,
    items: items.map(({ leadParty, startedAt, state, kind, ...item }) => ({
      ...item,
      kind: oneOf(itemKinds, kind),
      lead: people.find(({ id }) => id === item.leadPersonId)?.name ?? leadParty?.shortName ?? null,
      taken: startedAt !== null || state !== 'open',
      citations: citations.get(item.id) ?? [],
    })),
  }
}

/** The agenda as its arithmetic sees it (domain/agenda/time.ts). */
export function agendaFacts({ version, statementMinutes, resolutionLimit, items }: AgendaView): Agenda {
  return { version, statementMinutes, resolutionLimit, items }
}
