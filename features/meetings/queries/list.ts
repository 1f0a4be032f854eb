import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { findKnownMeetings } from '#store/access/known-meetings.ts'
import { declinedProposal } from '#store/access/meeting.ts'
import type { Ask, AskKind } from '#store/asks/ask.ts'
import { findAskRows, judgeAsks } from '#store/asks/find.ts'
import type { ListQuery, When } from '../schema.ts'
import type { MeetingAsk, MeetingLine, MeetingPage } from '../views/list.ts'

/** What is asked of the viewer in a meeting, as far as planning goes, in the order of a line; and what the register calls it. */
const planningAsks = [
  ['choose-party', 'choose-party'],
  ['answer-offer', 'offer'],
  ['accept-office', 'office'],
  ['offer-time', 'offer-time'],
  ['schedule', 'schedule'],
] as const satisfies readonly (readonly [MeetingAsk, AskKind])[]

export const linesPerPage = 50

interface Row {
  id: string
  kind: string
  title: string
  state: string
  proposed: boolean
  declined: boolean
  startsAt: Date | null
  durationMinutes: number | null
  timeZone: string
  parties: string[]
}

/**
 * The meetings that the viewer may know of, fifty lines, with what is asked of them there; two statements, and two more where
 * something may be asked.
 */
export async function findMeetings(
  tx: Tx,
  scope: GroupScope,
  { when, kind, page }: ListQuery,
  now: Date,
): Promise<MeetingPage> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT m.id, m.kind, m.title, m.state,
      (m.state = 'draft' AND m."proposedByPartyId" IS NOT NULL) AS proposed, ${declinedProposal} AS declined,
      m."startsAt", m."durationMinutes", m."timeZone",
      COALESCE((SELECT json_agg(y."shortName" ORDER BY p."joinedAt", p.id) FROM "MeetingParty" p
        JOIN "Party" y ON y.id = p."partyId" WHERE p."meetingId" = m.id AND p."leftAt" IS NULL), '[]') AS parties
    FROM visibility.visible_meeting() v JOIN "Meeting" m ON m.id = v."meetingId"
    WHERE v."groupId" = ${scope.groupId}::uuid AND ${stateIn(when)}
      ${kind === undefined ? Prisma.empty : Prisma.sql`AND m.kind = ${kind}`}
    ORDER BY ${orderOf(when)}
    LIMIT ${linesPerPage + 1} OFFSET ${(page - 1) * linesPerPage}`)
  const asks = await asksIn(tx, scope, rows, now)
  const lines = rows.slice(0, linesPerPage).map((row) => lineOf(row, asks))
  return { lines, page, hasMore: rows.length > linesPerPage, viewerZone: scope.zone }
}

/** What the planning of these meetings asks of the viewer, as on Home. */
async function asksIn(tx: Tx, scope: GroupScope, rows: readonly Row[], now: Date): Promise<readonly Ask[]> {
  const listed = rows.map(({ id }) => id)
  const asked = listed.length === 0 ? [] : await findAskRows(tx, [scope], now, listed)
  const known = await findKnownMeetings(
    tx,
    [scope],
    asked.flatMap(({ meetingId }) => meetingId ?? []),
  )
  return judgeAsks(tx, asked, known, now)
}

function stateIn(when: When): Prisma.Sql {
  switch (when) {
    case 'upcoming':
      return Prisma.sql`m.state IN ('scheduled', 'open')`
    case 'preparing':
      return Prisma.sql`m.state = 'draft'`
    case 'past':
      return Prisma.sql`m.state IN ('closed', 'agreed', 'cancelled')`
    default:
      return when satisfies never
  }
}

/** What comes first is what one looks for: the running meeting, the next one, the youngest draft, the last one held. */
function orderOf(when: When): Prisma.Sql {
  switch (when) {
    case 'upcoming':
      return Prisma.sql`m.state = 'open' DESC, m."startsAt" ASC, m.id ASC`
    case 'preparing':
      return Prisma.sql`m."createdAt" DESC, m.id DESC`
    case 'past':
      return Prisma.sql`COALESCE(m."startsAt", m."cancelledAt") DESC, m.id DESC`
    default:
      return when satisfies never
  }
}

function lineOf(row: Row, asks: readonly Ask[]): MeetingLine {
  const here = asks.filter(({ meeting }) => meeting?.id === row.id).map(({ kind }) => kind)
  return {
    ...row,
    kind: oneOf(meetingKinds, row.kind),
    state: oneOf(meetingStates, row.state),
    startsAt: row.startsAt?.toISOString() ?? null,
    asks: planningAsks.filter(([, kind]) => here.includes(kind)).map(([ask]) => ask),
  }
}
