import { assignmentKinds, decidePreparation, type PreparationCommand, seesAssignment } from '#domain/preparation.ts'
import { isRefusal, notFound, type Refusal } from '#domain/refusal.ts'
import { clock } from '#lib/clock.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { proveGroupOf } from '#store/access/group.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { leadsStudyOf } from '../queries/assignments.ts'

type Followed = Extract<PreparationCommand, { assignment: unknown }>['type']

/** I have done it, for myself or for my party. Refusals: `not-found`, and those of the rule. */
export function markDone(viewer: Viewer, assignmentId: string): Promise<undefined | Refusal> {
  return follow(viewer, assignmentId, 'mark-done')
}

/** I have not done it after all. */
export function markNotDone(viewer: Viewer, assignmentId: string): Promise<undefined | Refusal> {
  return follow(viewer, assignmentId, 'mark-not-done')
}

/** Takes it back, by whoever may have made it; it disappears from every list and count. */
export function cancelAssignment(viewer: Viewer, assignmentId: string): Promise<undefined | Refusal> {
  return follow(viewer, assignmentId, 'cancel')
}

function follow(viewer: Viewer, assignmentId: string, type: Followed): Promise<undefined | Refusal> {
  const work = async (tx: Tx): Promise<undefined | Refusal> => {
    const found = await lockAssignment(tx, assignmentId)
    const scope = await proveGroupOf(tx, viewer, found)
    if (!found || !scope || !seesAssignment(scope.standing, found)) return notFound
    const meeting = found.meetingId === null ? null : await proveMeeting(tx, viewer, found.meetingId)
    const by = { standing: scope.standing, leadsStudyOf: meeting && leadsStudyOf(meeting, found.partyId) }
    const assignment = {
      ...found,
      cancelled: found.cancelledAt !== null,
      doneBy: found.completions.map(({ personId }) => personId),
    }
    const events = decidePreparation({ type, by, assignment }, clock.now())
    if (isRefusal(events)) return events
    const { groupId } = scope
    for (const event of events) {
      switch (event.type) {
        case 'marked-done': {
          const { personId } = event
          await tx.assignmentCompletion.create({ data: { assignmentId, personId, groupId, doneAt: clock.now() } })
          break
        }
        case 'marked-not-done': {
          const assignmentId_personId = { assignmentId, personId: event.personId }
          await tx.assignmentCompletion.delete({ where: { assignmentId_personId } })
          break
        }
        case 'assignment-cancelled':
          await tx.assignment.update({ where: { id: assignmentId }, data: { cancelledAt: clock.now() } })
          break
        case 'assigned':
          throw new Error('Nothing is assigned by following an assignment.')
        default:
          event satisfies never
      }
    }
  }
  return asViewer(viewer, work, { write: true })
}

async function lockAssignment(tx: Tx, id: string) {
  if (!isUuid(id)) return null
  await tx.$queryRaw(Prisma.sql`SELECT id FROM "Assignment" WHERE id = ${id}::uuid FOR UPDATE`)
  const row = await tx.assignment.findUnique({
    where: { id },
    relationLoadStrategy: 'join',
    select: {
      id: true,
      groupId: true,
      meetingId: true,
      kind: true,
      partyId: true,
      personId: true,
      byPartyId: true,
      createdById: true,
      createdAt: true,
      dueAt: true,
      cancelledAt: true,
      completions: { select: { personId: true } },
    },
  })
  return row && { ...row, kind: oneOf(assignmentKinds, row.kind) }
}
