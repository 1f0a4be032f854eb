/** What happens to homework, saved and told. */
import type { AssignmentKind, PreparationEvent } from '#domain/preparation.ts'
import type { Citation } from '#domain/text/citation.ts'
import type { ProvenGroupId } from '#store/access/group.ts'
import { citationRows } from '#store/citation/judge.ts'
import type { Follows, Holding } from '#store/perform.ts'
import { type Telling, tellsNothing } from '#store/telling.ts'

/** What is given to one party or person. */
export interface GivenHomework {
  readonly id: string
  readonly partyId: string
  readonly personId: string | null
  readonly dueAt: Date | null
  /** The zone in which that is the end of a day. */
  readonly dueZone: string | null
}

/** What all are given alike. */
export interface Homework {
  readonly kind: AssignmentKind
  readonly meetingId: string | null
  readonly itemId: string | null
  readonly instructions: string
  /** Of one edition. */
  readonly citations: readonly Citation[]
}

/** Everything that can happen to homework. */
export type HomeworkEvent =
  | {
      readonly type: 'assigned'
      readonly byPartyId: string | null
      readonly given: GivenHomework
      readonly homework: Homework
    }
  | Exclude<PreparationEvent, { type: 'assigned' }>

/** A group in which homework is given or done, and whoever acts. */
export interface OfHomework extends Holding {
  readonly groupId: ProvenGroupId
  readonly actorId: string
}

/** What happens to homework. */
export const homeworkRows: Follows<OfHomework, HomeworkEvent> = {
  save: async (held, events) => {
    await saveAssigned(
      held,
      events.filter((event) => event.type === 'assigned'),
    )
    for (const event of events) if (event.type !== 'assigned') await saveFollowed(held, event)
  },
  tell: tellHomework,
}

type Assigned = Extract<HomeworkEvent, { type: 'assigned' }>

async function saveAssigned(
  { act: { tx, now: createdAt }, groupId, actorId: createdById }: OfHomework,
  events: readonly Assigned[],
): Promise<void> {
  if (events.length === 0) return
  await tx.assignment.createMany({
    data: events.map(({ given, byPartyId, homework: { citations, ...shared } }) => {
      const editionId = citations[0]?.editionId
      if (editionId === undefined) throw new Error('An assignment without passages was decided on.')
      return { ...given, ...shared, byPartyId, groupId, editionId, createdAt, createdById }
    }),
  })
  await tx.citation.createMany({
    data: events.flatMap(({ given: { id }, homework: { citations } }) => citationRows({ groupId }, id, citations)),
  })
}

async function saveFollowed(
  { act: { tx, now }, groupId }: OfHomework,
  event: Exclude<HomeworkEvent, Assigned>,
): Promise<void> {
  const { assignmentId } = event
  switch (event.type) {
    case 'marked-done':
      await tx.assignmentCompletion.create({
        data: { assignmentId, personId: event.personId, groupId, doneAt: now },
      })
      return
    case 'marked-not-done': {
      const assignmentId_personId = { assignmentId, personId: event.personId }
      await tx.assignmentCompletion.delete({ where: { assignmentId_personId } })
      return
    }
    case 'assignment-cancelled':
    case 'assignment-restored': {
      const cancelledAt = event.type === 'assignment-cancelled' ? now : null
      await tx.assignment.update({ where: { id: assignmentId }, data: { cancelledAt }, select: { id: true } })
      return
    }
    default:
      return event satisfies never
  }
}

function tellHomework({ type }: HomeworkEvent): Telling {
  switch (type) {
    case 'assigned':
    case 'marked-done':
    case 'marked-not-done':
    case 'assignment-cancelled':
    case 'assignment-restored':
      // It stands in the record of no meeting: what a party prepares is its own.
      return tellsNothing
    default:
      return type satisfies never
  }
}
