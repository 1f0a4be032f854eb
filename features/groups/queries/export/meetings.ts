import { agendaSight } from '#domain/access.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type MeetingRow, type MeetingScope, scopeIn, selectMeetingRows } from '#store/access/meeting.ts'
import { readTitles, type TitleRow } from '#store/agenda/titles.ts'

const logistics = {
  id: true,
  kind: true,
  title: true,
  state: true,
  startsAt: true,
  durationMinutes: true,
  timeZone: true,
  place: true,
  link: true,
  openedAt: true,
  closedAt: true,
  parties: { orderBy: { joinedAt: 'asc' }, select: { partyId: true, leftAt: true } },
  offices: { where: { endedAt: null }, select: { office: true, person: { select: { name: true } } } },
  items: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { title: true, kind: true, minutes: true, aim: true },
  },
} as const satisfies Prisma.MeetingSelect

/** Where a batch of meetings ends, and what of them an organizer sees. */
export interface ExportedMeetings {
  /** The last meeting that was looked at; null: there are no more. */
  readonly last: string | null
  readonly meetings: readonly object[]
}

/**
 * The meetings of the group as its organizers see them: that they are held, when, where and between whom, and the agenda as
 * far as it is open to them; never their contents, also where the organizer sits for a party. At most `take` after `after`;
 * three statements.
 */
export async function findExportedMeetings(
  tx: Tx,
  scope: GroupScope,
  { after, take }: { readonly after: string | null; readonly take: number },
): Promise<ExportedMeetings> {
  const from = after === null ? Prisma.empty : Prisma.sql`AND m.id > ${after}::uuid`
  const which = Prisma.sql`m."groupId" = ${scope.groupId}::uuid ${from} ORDER BY m.id LIMIT ${take}`
  const rows = await tx.$queryRaw<MeetingRow[]>(selectMeetingRows(scope.standing.personId, which))
  const seen = new Map(rows.flatMap((row) => entryOf(scopeIn(asNobodyElse(row), asOrganizer(scope)))))
  const found = await tx.meeting.findMany({
    where: { id: { in: [...seen.keys()] } },
    orderBy: { id: 'asc' },
    relationLoadStrategy: 'join',
    select: logistics,
  })
  const titles = await readTitles(tx, [...seen.keys()])
  const meetings = found.map(({ items, ...meeting }) => ({
    ...meeting,
    offices: meeting.offices.map(({ office, person }) => ({ office, name: person.name })),
    agenda: agendaFor(seen.get(meeting.id), items, titles),
  }))
  return { last: rows.length < take ? null : (rows.at(-1)?.id ?? null), meetings }
}

/** What an organizer sees as one: the rights of each role stay apart, also in one person. */
function asOrganizer(scope: GroupScope): GroupScope {
  return { ...scope, standing: { ...scope.standing, memberships: [], holdsOffice: false } }
}

function asNobodyElse(row: MeetingRow): MeetingRow {
  return { ...row, seat: null, offices: [], stated: null }
}

function entryOf(scope: MeetingScope | null): readonly [string, MeetingScope][] {
  return scope === null || scope.sight === 'existence' ? [] : [[scope.meetingId, scope]]
}

/** Null: the agenda is not open to the organizer. */
function agendaFor(
  scope: MeetingScope | undefined,
  items: readonly { readonly title: string; readonly kind: string; readonly minutes: number; readonly aim: string }[],
  titles: readonly TitleRow[],
) {
  switch (scope && agendaSight(scope.sight, scope.meeting.kind)) {
    case 'whole':
      return items
    case 'titles':
      return titles
        .filter(({ meetingId }) => meetingId === scope?.meetingId)
        .map(({ title, kind, minutes }) => ({ title, kind, minutes }))
    default:
      return null
  }
}
