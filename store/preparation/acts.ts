/** Acts on homework. */

import { agendaSight } from '#domain/access.ts'
import { type DayFull, dayFull, type ListFull, listFull } from '#domain/limits.ts'
import {
  type Assignment,
  assignmentKinds,
  closedToPreparing,
  type PreparationCommand,
  type PreparationCommands,
  type PreparationRefusals,
  preparationDeciders,
  seesAssignment,
} from '#domain/preparation.ts'
import {
  type ForeignInput,
  isRefusal,
  type NotEntitled,
  type NotFound,
  notEntitled,
  notFound,
  type Refusal,
} from '#domain/refusal.ts'
import { aDayBefore, lockList } from '#lib/db/lock-list.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup, proveGroupOf } from '#store/access/group.ts'
import { holdKnown } from '#store/access/hold.ts'
import { type MeetingScope, proveMeeting } from '#store/access/meeting.ts'
import type { ActInProgress, Target } from '#store/perform.ts'
import { leadsStudyOf } from './leads.ts'
import { type GivenHomework, type Homework, type HomeworkEvent, homeworkRows, type OfHomework } from './rows.ts'

/** Where homework is given: in a group, for a meeting of it or for none. */
export interface HeldPlace extends OfHomework {
  readonly scope: GroupScope
  readonly meeting: MeetingScope | null
}

/** For which item of which meeting, and to which parties. */
export interface Aim {
  readonly meetingId: string | null
  readonly itemId: string | null
  readonly partyIds: readonly string[]
}

/** One assignment to be made; null: the party is none of this group. */
export type Giving = {
  readonly given: GivenHomework
  readonly command: Extract<PreparationCommand, { type: 'assign' }>
} | null

/** Homework that is given to several; each gets an assignment of their own, or, refused, none does. */
export interface Assigning {
  readonly homework: Homework
  readonly givings: readonly Giving[]
}

/**
 * New homework in a group. Refusals: `not-found` (also for an item without a meeting), `not-entitled`, `meeting-over`,
 * `party-not-in-meeting`, `no-such-item`, `invalid-input` for a party of another group, `list-full`, `day-full`, those of the rule.
 */
export function newHomeworkIn(
  groupId: string,
  aim: Aim,
): Target<
  Viewer,
  HeldPlace,
  Assigning,
  HomeworkEvent,
  PlaceRefusal | ForeignInput | PreparationRefusals['assign'] | ListFull | DayFull
> {
  return {
    ...homeworkRows,
    load: (act, viewer) => loadPlace(act, viewer, groupId, aim),
    decide: ({ act }, { homework, givings }) => {
      const events: HomeworkEvent[] = []
      for (const giving of givings) {
        if (giving === null) return { refused: 'invalid-input', field: 'to' }
        const decided = preparationDeciders.assign(giving.command, act.now)
        if (isRefusal(decided)) return decided
        for (const event of decided)
          if (event.type === 'assigned') events.push({ ...event, given: giving.given, homework })
      }
      return events
    },
    admit: async (held, events) => (await roomFor(held, events.length)) ?? events,
  }
}

type PlaceRefusal = NotEntitled | Refusal<'meeting-over'> | Refusal<'party-not-in-meeting'> | Refusal<'no-such-item'>

async function loadPlace(
  act: ActInProgress,
  viewer: Viewer,
  groupId: string,
  { meetingId, itemId, partyIds }: Aim,
): Promise<HeldPlace | PlaceRefusal | null> {
  const { tx } = act
  const actorId = viewer.personId
  if (meetingId === null) {
    const scope = await proveGroup(tx, viewer, groupId)
    return scope === null || itemId !== null ? null : { act, actorId, groupId: scope.groupId, scope, meeting: null }
  }
  const meeting = await proveMeeting(tx, viewer, meetingId, { lock: true })
  if (meeting === null || meeting.groupId !== groupId) return null
  if (meeting.sight === 'existence') return notEntitled
  const { state, kind } = meeting.meeting
  const closed = closedToPreparing(state)
  if (closed !== null) return closed
  const wanted = new Set(partyIds)
  const found = await tx.meetingParty.count({ where: { meetingId, partyId: { in: [...wanted] }, leftAt: null } })
  if (found !== wanted.size) return { refused: 'party-not-in-meeting' }
  const held = { act, actorId, groupId: meeting.groupId, scope: meeting, meeting }
  if (itemId === null) return held
  const item =
    agendaSight(meeting.sight, kind) === 'whole' &&
    (await tx.agendaItem.count({ where: { id: itemId, meetingId } })) > 0
  return item ? held : { refused: 'no-such-item' }
}

/** Null: one person may give so much more homework: in this meeting, and today. */
async function roomFor({ act: { tx, now }, groupId, actorId, meeting }: HeldPlace, more: number) {
  await lockList(tx, 'homework', actorId)
  const own = { groupId, createdById: actorId }
  const today = await tx.assignment.count({ where: { ...own, createdAt: { gt: aDayBefore(now) } } })
  // One's own alone is counted: of what others gave one may not know.
  const here = meeting === null ? 0 : await tx.assignment.count({ where: { ...own, meetingId: meeting.meetingId } })
  return dayFull('homework', today, more) ?? listFull('homework', here, more)
}

/** One assignment, for whoever sees it. */
export interface HeldAssignment extends OfHomework {
  readonly assignment: Assignment
  readonly by: Extract<PreparationCommand, { assignment: unknown }>['by']
}

type Following = Extract<PreparationCommand, { assignment: unknown }>['type']

/** One assignment, and what is asked about it. */
export function assignment<Type extends Following>(
  id: string,
  type: Type,
): Target<Viewer, HeldAssignment, PreparationCommands[Type], HomeworkEvent, PreparationRefusals[Type] | NotFound> {
  return {
    ...homeworkRows,
    load: async (act, viewer) => {
      const found = await lockAssignment(act.tx, id)
      const scope = await proveGroupOf(act.tx, viewer, found)
      if (!found || !scope || !seesAssignment(scope.standing, found)) return notFound
      const meeting = found.meetingId === null ? null : await proveMeeting(act.tx, viewer, found.meetingId)
      const by = { standing: scope.standing, leadsStudyOf: meeting && leadsStudyOf(meeting, found.partyId) }
      const doneBy = found.completions.map(({ personId }) => personId)
      const held = { ...found, cancelled: found.cancelledAt !== null, doneBy }
      return { act, groupId: scope.groupId, actorId: viewer.personId, by, assignment: held }
    },
    decide: ({ act }, command) => {
      const events = preparationDeciders[type](command, act.now)
      return isRefusal(events) ? events : events.filter((event) => event.type !== 'assigned')
    },
  }
}

async function lockAssignment(tx: Tx, id: string) {
  if (!(await holdKnown(tx, 'assignment', id))) return null
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
