import { agendaSight, seesPartyHomework } from '#domain/access.ts'
import { may } from '#domain/may.ts'
import { closedToPreparing } from '#domain/preparation.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { readCitations } from '#store/citation/read.ts'
import { leadsStudyOf } from '#store/preparation/leads.ts'
import type { PartyReadiness, PreparationView } from '../views.ts'
import { assigningBy } from './assigning.ts'
import { isDoneInSql } from './assignment-rows.ts'
import { findAssignments } from './assignments.ts'

interface PartyRow {
  id: string
  name: string
  shortName: string
  left: boolean
  people: { id: string; name: string; role: string }[]
  /** Numbers without and with what was given inside the party; the latter only from the given instant on. */
  openDone: number
  openAssigned: number
  allDone: number
  allAssigned: number
}

/** Two statements, and two more for whoever sees the agenda; null for whoever knows no more than that the meeting exists, or has left it. */
export async function findPreparation(tx: Tx, scope: MeetingScope, now: Date): Promise<PreparationView | null> {
  if (scope.sight === 'existence' || isGone(scope)) return null
  const { meetingId, groupId, meeting } = scope
  const rows = await partyRows(tx, scope)
  const where = Prisma.sql`a."meetingId" = ${meetingId}::uuid`
  const assignments = await findAssignments(tx, [scope], { where, limit: 200, meeting: scope }, now)
  const staying = rows.filter(({ left }) => !left)
  const seesItems = agendaSight(scope.sight, meeting.kind) === 'whole'
  return {
    meetingId,
    groupId,
    state: meeting.state,
    parties: staying.map((row) => readinessView(row, scope)),
    assignments,
    assigning: may(closedToPreparing, meeting.state)
      ? assigningBy(scope.standing, staying, leadsStudyHere(staying, scope))
      : [],
    items: seesItems ? await agendaItems(tx, scope) : [],
    viewerZone: scope.zone,
  }
}

/** Left with their party (rule 15), and here as nothing else. */
function isGone({ sight, standing, inMeeting }: MeetingScope): boolean {
  return sight === 'logistics' && !standing.organizer && inMeeting.party?.left === true
}

/** Whether the viewer leads the study session that this meeting is. */
function leadsStudyHere([first]: readonly PartyRow[], scope: MeetingScope): boolean {
  return first !== undefined && leadsStudyOf(scope, first.id) !== null
}

function readinessView(row: PartyRow, scope: MeetingScope): PartyReadiness {
  const mine = seesPartyHomework(scope.standing, row.id)
  const { id: partyId, name, shortName } = row
  const numbers = mine
    ? { done: row.allDone, assigned: row.allAssigned }
    : { done: row.openDone, assigned: row.openAssigned }
  return { partyId, name, shortName, mine, ...numbers }
}

/** The parties with their people and how far each is; one statement. */
function partyRows(tx: Tx, { meetingId }: MeetingScope): Promise<PartyRow[]> {
  return tx.$queryRaw<PartyRow[]>(Prisma.sql`SELECT y.id, y.name, y."shortName", mp."leftAt" IS NOT NULL AS left,
      COALESCE((SELECT json_agg(json_build_object('id', b."personId", 'name', w.name, 'role', b.role) ORDER BY w.name)
        FROM "PartyMember" b JOIN "Person" w ON w.id = b."personId"
        WHERE b."partyId" = y.id AND b."removedAt" IS NULL AND b.role <> 'observer'), '[]') AS people,
      COALESCE(max(o.done), 0) AS "openDone", COALESCE(max(o.assigned), 0) AS "openAssigned",
      count(a.id) FILTER (WHERE r.own AND ${isDoneInSql})::int AS "allDone",
      count(a.id) FILTER (WHERE r.own)::int AS "allAssigned"
    FROM "MeetingParty" mp JOIN "Party" y ON y.id = mp."partyId"
    LEFT JOIN visibility.readiness o ON o."meetingId" = mp."meetingId" AND o."partyId" = y.id
    LEFT JOIN "Assignment" a ON a."meetingId" = mp."meetingId" AND a."partyId" = y.id AND a."cancelledAt" IS NULL
    LEFT JOIN visibility.readable_assignment() r ON r."assignmentId" = a.id
    WHERE mp."meetingId" = ${meetingId}::uuid
    GROUP BY y.id, mp."leftAt", mp."joinedAt", mp.id ORDER BY mp."joinedAt", mp.id`)
}

/** What homework can be given for, with the passages that each is about; two statements. */
async function agendaItems(tx: Tx, scope: MeetingScope): Promise<PreparationView['items']> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId: scope.meetingId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  })
  const citations = await readCitations(
    tx,
    scope,
    items.map(({ id }) => id),
  )
  return items.map((item) => ({ ...item, citations: [...(citations.get(item.id) ?? [])] }))
}
