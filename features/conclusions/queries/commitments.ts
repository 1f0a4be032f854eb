import { lastDayOver } from '#domain/calendar-day.ts'
import { commitmentStates, followedState } from '#domain/commitment.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type MeetingRow, meetingBeside, scopeAmong } from '#store/access/meeting.ts'
import type { CommitmentFilter } from '../schema.ts'
import type { CommitmentLine, CommitmentPage } from '../views/commitment.ts'
import { followingCan } from './commitment-state.ts'

const linesPerPage = 25

interface Row {
  id: string
  what: string
  partyId: string
  partyName: string
  personId: string | null
  personName: string | null
  dueOn: string
  state: string
  replaced: boolean
  /** Of the responsible party, where the last day ends. */
  zone: string
  reason: string | null
  groupId: string
  conclusionId: string
  conclusionTitle: string
  meetingId: string
  meetingTitle: string | null
  within: boolean
  meeting: MeetingRow | null
}

/** The commitments of a group that the viewer may know of; three statements. */
export async function findCommitments(
  tx: Tx,
  scope: GroupScope,
  { state, party, page }: CommitmentFilter,
  now: Date,
): Promise<CommitmentPage> {
  const over = await daysOver(tx, scope, now)
  const mine = scope.standing.memberships.map(({ partyId }) => partyId)
  const which = Prisma.sql`k."groupId" = ${scope.groupId}::uuid
    ${party === undefined ? Prisma.empty : Prisma.sql`AND k."partyId" = ${party}::uuid`}`
  const beside = meetingBeside(scope.standing.personId, Prisma.sql`k."meetingId"`)
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT k.*, ${beside} AS meeting FROM (${adopted(which, over)}) k
    WHERE ${inState(state)}
    ORDER BY k."dueOn", k.id
    LIMIT ${linesPerPage + 1} OFFSET ${(page - 1) * linesPerPage}`)
  const parties = await tx.party.findMany({
    where: { groupId: scope.groupId },
    orderBy: { name: 'asc' },
    take: 200,
    select: { id: true, name: true },
  })
  const commitments = rows.slice(0, linesPerPage).map((row) => lineOf(row, scope, mine, now))
  return { commitments, page, hasMore: rows.length > linesPerPage, parties }
}

/** The last day that is over in each zone in which a party of the group lives. */
async function daysOver(tx: Tx, { groupId }: GroupScope, now: Date): Promise<ReadonlyMap<string, string>> {
  const zones = await tx.$queryRaw<{ zone: string }[]>(Prisma.sql`SELECT DISTINCT y."timeZone" AS zone FROM "Party" y
    WHERE y."groupId" = ${groupId}::uuid`)
  return new Map(zones.map(({ zone }) => [zone, lastDayOver(zone, now)]))
}

/** Commitments of adopted versions, with their state as people see it: `late` when their day is over in the zone of their party. */
function adopted(which: Prisma.Sql, over: ReadonlyMap<string, string>): Prisma.Sql {
  return Prisma.sql`SELECT k.id, k.what, k."partyId", y.name AS "partyName", k."personId", h.name AS "personName",
      k."dueOn"::text AS "dueOn", k."groupId", k."stateReason" AS reason,
      k.state, c.state = 'superseded' AS replaced, y."timeZone" AS zone,
      CASE WHEN k.state <> 'open' THEN k.state WHEN c.state = 'superseded' THEN 'replaced'
        WHEN k."dueOn" <= o.day THEN 'late' ELSE 'open' END AS followed,
      c.id AS "conclusionId", c.title AS "conclusionTitle", m.id AS "meetingId", m.title AS "meetingTitle", r.within
    FROM "Commitment" k
    JOIN "ConclusionVersion" v ON v.id = k."versionId"
    JOIN "Conclusion" c ON c.id = v."conclusionId" AND c."adoptedVersion" = v.number
    JOIN visibility.readable_conclusion() r ON r."conclusionId" = c.id
    LEFT JOIN "Meeting" m ON m.id = c."meetingId"
    JOIN "Party" y ON y.id = k."partyId"
    LEFT JOIN unnest(${[...over.keys()]}::text[], ${[...over.values()]}::date[]) AS o(zone, day) ON o.zone = y."timeZone"
    LEFT JOIN "Person" h ON h.id = k."personId"
    WHERE c.state IN ('adopted', 'superseded') AND ${which}`
}

function inState(state: CommitmentFilter['state']): Prisma.Sql {
  switch (state) {
    case 'all':
      return Prisma.sql`TRUE`
    case 'open':
      return Prisma.sql`k.followed IN ('open', 'late')`
    case 'late':
    case 'done':
    case 'dropped':
    case 'replaced':
      return Prisma.sql`k.followed = ${state}`
    default:
      return state satisfies never
  }
}

function lineOf(row: Row, group: GroupScope, mine: readonly string[], now: Date): CommitmentLine {
  const { id, what, partyId, personId, personName, dueOn, reason, groupId, meetingId, replaced, zone } = row
  const scope = row.within ? scopeAmong([group], row.meeting) : null
  const state = oneOf(commitmentStates, row.state)
  return {
    id,
    what,
    party: { id: partyId, name: row.partyName },
    person: personId === null ? null : { id: personId, name: personName ?? '' },
    dueOn,
    state: followedState({ state, dueOn, replaced }, zone, now),
    reason,
    can: followingCan({ partyId, state, replaced }, scope?.inMeeting ?? null),
    groupId,
    mine: mine.includes(partyId),
    conclusion: { id: row.conclusionId, title: row.conclusionTitle },
    meeting: scope && { id: meetingId, title: row.meetingTitle ?? '' },
  }
}
