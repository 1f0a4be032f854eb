import { agendaSight, seesPartyHomework } from '#domain/access.ts'
import { may } from '#domain/may.ts'
import {
  type AssignmentKind,
  type Assignment as AssignmentState,
  assignmentKinds,
  decidePreparation,
  isAskedOf,
  isDone,
  isLate,
} from '#domain/preparation.ts'
import { isRefusal } from '#domain/refusal.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type MeetingScope, scopeAmong } from '#store/access/meeting.ts'
import type { CitationView } from '#store/citation/read.ts'
import { leadsStudyOf } from '#store/preparation/leads.ts'
import { assignmentRows, type Row, type Which } from './assignment-rows.ts'

/** An assignment as those see it who see what it asks. */
export interface AssignmentView {
  readonly id: string
  readonly groupId: string
  readonly kind: AssignmentKind
  readonly party: { readonly id: string; readonly shortName: string }
  /** Null: given to the party; any of its people does it for all. */
  readonly person: { readonly id: string; readonly name: string } | null
  /** Given inside the party: nobody outside knows of it. */
  readonly inside: boolean
  /** It is the viewer who is to do it, by name or as one of the party. */
  readonly mine: boolean
  /** The last instant on which it is on time, and the zone in which its day is told; null: no date. */
  readonly due: { readonly at: string; readonly zone: string } | null
  readonly done: boolean
  readonly late: boolean
  /** Empty for those who do not work on it. */
  readonly doneBy: readonly { readonly name: string; readonly at: string; readonly isViewer: boolean }[]
  readonly instructions: string
  /** What it prepares, as far as the viewer may know of it. */
  readonly meeting: { readonly id: string; readonly title: string } | null
  readonly item: { readonly id: string; readonly title: string } | null
  readonly citations: readonly CitationView[]
  readonly can: { readonly markDone: boolean; readonly markNotDone: boolean; readonly cancel: boolean }
}

/**
 * Assignments that the viewer sees in their content (domain `seesAssignment`), what is still open and due first before the
 * rest; cancelled ones are gone. One statement, whatever their number.
 */
export async function findAssignments(
  tx: Tx,
  scopes: readonly GroupScope[],
  which: Which,
  now: Date,
): Promise<readonly AssignmentView[]> {
  const rows = await assignmentRows(tx, scopes, which)
  const seen = rows.flatMap((row) => {
    const scope = scopes.find(({ groupId }) => groupId === row.groupId)
    return scope === undefined ? [] : [{ row, scope }]
  })
  return seen.map(({ row, scope }) => viewOf(row, scope, which.meeting ?? scopeAmong(scopes, row.meeting), now))
}

/** The assignment as its rules see it. */
function stateOf(row: Row): AssignmentState {
  const { id, partyId, personId, byPartyId, dueAt } = row
  const doneBy = row.completions.map((completion) => completion.personId)
  return { id, kind: oneOf(assignmentKinds, row.kind), partyId, personId, byPartyId, dueAt, cancelled: false, doneBy }
}

function viewOf(row: Row, { standing }: GroupScope, meeting: MeetingScope | null, now: Date): AssignmentView {
  const assignment = stateOf(row)
  const by = { standing, leadsStudyOf: meeting === null ? null : leadsStudyOf(meeting, row.partyId) }
  const changes = (type: 'mark-done' | 'mark-not-done') => {
    const events = decidePreparation({ type, by, assignment }, now)
    return !isRefusal(events) && events.length > 0
  }
  // Who does it and when is the party's own: others learn whether it is prepared, or not.
  const worksOnIt = seesPartyHomework(standing, row.partyId)
  const showsItem = meeting !== null && agendaSight(meeting.sight, meeting.meeting.kind) !== null
  return {
    id: row.id,
    groupId: row.groupId,
    kind: assignment.kind,
    party: { id: row.partyId, shortName: row.party },
    person: row.personId === null ? null : { id: row.personId, name: row.person ?? '' },
    inside: row.byPartyId !== null,
    mine: isAskedOf(standing, row),
    due: row.dueAt === null || row.dueZone === null ? null : { at: row.dueAt.toISOString(), zone: row.dueZone },
    done: isDone(assignment),
    late: isLate(assignment, now),
    doneBy: (worksOnIt ? row.completions : []).map(({ personId, name, at }) => ({
      name,
      at: new Date(at).toISOString(),
      isViewer: personId === standing.personId,
    })),
    instructions: row.instructions,
    meeting: meeting === null ? null : { id: meeting.meetingId, title: meeting.meeting.title },
    item: showsItem && row.itemId !== null ? { id: row.itemId, title: row.item ?? '' } : null,
    citations: row.citations.map(({ quote, ...range }) => (quote === null ? range : { ...range, quote })),
    can: {
      markDone: !isDone(assignment) && changes('mark-done'),
      markNotDone: changes('mark-not-done'),
      cancel: may(decidePreparation, { type: 'cancel', by, assignment } as const, now),
    },
  }
}
