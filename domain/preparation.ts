/**
 * Homework first (M1): passages given to a party or a person before a meeting, and how far everybody is. Others learn at most
 * "2 of 3 done"; what a party gives to its own people, nobody outside learns of at all.
 */

import { seesPartyHomework, seesPartyWork } from './access.ts'
import type { CommandAs, CommandsOf, RefusalsOf } from './deciding.ts'
import { may } from './may.ts'
import type { MeetingState } from './meeting/meeting.ts'
import { type GroupStanding, governsParty, type PartyRole } from './party/membership.ts'
import { notEntitled, type Refusal } from './refusal.ts'

/** To read, to prepare a position on, to present, or to report experience on (M8). */
export const assignmentKinds = ['read', 'prepare-position', 'present', 'report-experience'] as const

export type AssignmentKind = (typeof assignmentKinds)[number]

/** As whom somebody assigns: the rights of each role stay apart, also in one person. */
export const assignerHats = ['organizer', 'party', 'study-leader'] as const

export type AssignerHat = (typeof assignerHats)[number]

/** Passages given to a party or to one of its people, before a meeting or outside of any (M1). */
export interface Assignment {
  readonly id: string
  readonly kind: AssignmentKind
  /** The party whose homework it is, also when it names one of its people. */
  readonly partyId: string
  /** Null: given to the party; any of its members but observers does it for all. */
  readonly personId: string | null
  /** Made inside this party and known to it alone; null: by an organizer or the leader of a study session. */
  readonly byPartyId: string | null
  /** Null: without a date. */
  readonly dueAt: Date | null
  readonly cancelled: boolean
  /** Who has said that it is done. */
  readonly doneBy: readonly string[]
}

/** Whoever acts. `leadsStudyOf`: the party whose study session they chair, with the assignment's meeting; else null. */
export interface Assigner {
  readonly standing: GroupStanding
  readonly leadsStudyOf: string | null
}

/** Whom an assignment is for. */
export interface Assignee {
  readonly partyId: string
  /** One person, with their role in that party (null: none); or the party as such. */
  readonly person: { readonly id: string; readonly role: PartyRole | null } | null
}

export type PreparationCommand =
  | {
      readonly type: 'assign'
      readonly by: Assigner
      readonly as: AssignerHat
      readonly to: Assignee
      readonly dueAt: Date | null
      /** How many passages it is about. */
      readonly passages: number
      /** The parties to which the text is limited; none: the whole group reads it. */
      readonly textLimitedTo: readonly string[]
    }
  | { readonly type: 'mark-done' | 'mark-not-done'; readonly by: Assigner; readonly assignment: Assignment }
  | { readonly type: 'cancel' | 'restore'; readonly by: Assigner; readonly assignment: Assignment }

export type PreparationEvent =
  | { readonly type: 'assigned'; readonly byPartyId: string | null }
  | { readonly type: 'marked-done' | 'marked-not-done'; readonly assignmentId: string; readonly personId: string }
  | { readonly type: 'assignment-cancelled' | 'assignment-restored'; readonly assignmentId: string }

export type PreparationRefusal = Refusal<
  | 'not-entitled'
  /** The person is not in that party. */
  | 'not-a-member'
  /** Observers attend; they do not see their party's homework. */
  | 'observer-has-no-homework'
  | 'due-day-over'
  /** An assignment is about passages. */
  | 'nothing-assigned'
  /** The party cannot read the text. */
  | 'text-not-for-party'
  | 'assignment-cancelled'
>

/** What is answered to an act on homework: what happens, or a refusal with one of these codes. */
type Answer<Code extends PreparationRefusal['refused']> = readonly PreparationEvent[] | Refusal<Code>

const deciders = {
  assign,
  'mark-done': (command: PreparationCommands['mark-done']) => mark(command, true),
  'mark-not-done': (command: PreparationCommands['mark-not-done']) => mark(command, false),
  cancel,
  restore,
}

/** What may be asked about homework, by type. */
export type PreparationCommands = CommandsOf<PreparationCommand>

/** What each act on homework can be refused with. */
export type PreparationRefusals = RefusalsOf<typeof deciders>

/** What decides each act on homework: events, none where nothing changes, or a refusal. */
export const preparationDeciders: {
  readonly [Type in PreparationCommand['type']]: (
    command: PreparationCommands[Type],
    now: Date,
  ) => readonly PreparationEvent[] | PreparationRefusals[Type]
} = deciders

/** Decides any act on homework. */
export function decidePreparation<Type extends PreparationCommand['type']>(
  command: CommandAs<PreparationCommands, Type>,
  now: Date,
): readonly PreparationEvent[] | PreparationRefusals[Type] {
  return preparationDeciders[command.type](command, now)
}

/**
 * Who assigns to whom: an organizer to parties; a head or deputy inside the party, to it or its people; the leader of a study
 * session to its party and to the people in it.
 */
function mayAssign({ standing, leadsStudyOf }: Assigner, as: AssignerHat, { partyId, person }: Assignee): boolean {
  switch (as) {
    case 'organizer':
      return standing.organizer && person === null
    case 'party':
      return governsParty(standing, partyId)
    case 'study-leader':
      return leadsStudyOf === partyId
    default:
      return as satisfies never
  }
}

/** Why nothing more can be prepared for a meeting in this state; null: it can. */
export function closedToPreparing(state: MeetingState): Refusal<'meeting-over'> | null {
  switch (state) {
    case 'draft':
    case 'scheduled':
    case 'open':
      return null
    case 'closed':
    case 'agreed':
    case 'cancelled':
      return { refused: 'meeting-over' }
    default:
      return state satisfies never
  }
}

/**
 * Whether somebody can give homework on a text outside any meeting: organizers, and whoever governs a party that reads it.
 * `limitedTo`: the parties to which the text is limited; none: the whole group reads it.
 */
export function mayAssignOn(standing: GroupStanding, limitedTo: readonly string[]): boolean {
  const by = { standing, leadsStudyOf: null }
  const [any = ''] = limitedTo
  const inside = standing.memberships.some(({ partyId }) => assigns(by, 'party', { partyId, person: null }, limitedTo))
  return inside || assigns(by, 'organizer', { partyId: any, person: null }, limitedTo)
}

/** Whether somebody can give homework in this role to these: `decidePreparation` would not refuse it. `limitedTo` as in `mayAssignOn`. */
export function assigns(by: Assigner, as: AssignerHat, to: Assignee, limitedTo: readonly string[] = []): boolean {
  const command = { type: 'assign', by, as, to, dueAt: null, passages: 1, textLimitedTo: limitedTo } as const
  return may(decidePreparation, command, new Date(0))
}

function assign(
  { by, as, to, dueAt, passages, textLimitedTo }: Extract<PreparationCommand, { type: 'assign' }>,
  now: Date,
): Answer<Exclude<PreparationRefusal['refused'], 'assignment-cancelled'>> {
  if (!mayAssign(by, as, to)) return notEntitled
  if (to.person?.role === null) return { refused: 'not-a-member' }
  if (to.person?.role === 'observer') return { refused: 'observer-has-no-homework' }
  if (dueAt !== null && dueAt.getTime() <= now.getTime()) return { refused: 'due-day-over' }
  if (passages < 1) return { refused: 'nothing-assigned' }
  if (textLimitedTo.length > 0 && !textLimitedTo.includes(to.partyId)) return { refused: 'text-not-for-party' }
  return [{ type: 'assigned', byPartyId: as === 'party' ? to.partyId : null }]
}

/** One's own homework, or that of one's party; nobody says it for somebody else. */
function mark(
  { assignment, by: { standing } }: PreparationCommands['mark-done' | 'mark-not-done'],
  done: boolean,
): Answer<'not-entitled' | 'assignment-cancelled'> {
  const { id: assignmentId, cancelled, doneBy } = assignment
  if (!isAskedOf(standing, assignment)) return notEntitled
  if (cancelled) return { refused: 'assignment-cancelled' }
  if (doneBy.includes(standing.personId) === done) return []
  return [{ type: done ? 'marked-done' : 'marked-not-done', assignmentId, personId: standing.personId }]
}

function cancel({ assignment, by }: PreparationCommands['cancel']): Answer<'not-entitled'> {
  if (!mayTakeBack(assignment, by)) return notEntitled
  return assignment.cancelled ? [] : [{ type: 'assignment-cancelled', assignmentId: assignment.id }]
}

/** What was cancelled stands again as it stood, done where it was done. */
function restore({ assignment, by }: PreparationCommands['restore']): Answer<'not-entitled'> {
  if (!mayTakeBack(assignment, by)) return notEntitled
  return assignment.cancelled ? [{ type: 'assignment-restored', assignmentId: assignment.id }] : []
}

/** Whoever may have made it. */
function mayTakeBack({ partyId, byPartyId, personId }: Assignment, { standing, leadsStudyOf }: Assigner): boolean {
  if (byPartyId !== null) return governsParty(standing, byPartyId)
  return leadsStudyOf === partyId || (standing.organizer && personId === null)
}

/** Who and when, as far as sight depends on it. */
export interface AssignmentFacts extends Pick<Assignment, 'partyId' | 'personId' | 'byPartyId'> {
  readonly createdAt: Date
  readonly createdById: string
}

/**
 * Who sees what is asked in an assignment: the party whose homework it is, without its observers, and a head installed by an
 * organizer only what came after (rule 14); whoever made it, and organizers those that were given to a party as such from
 * outside. Of everything else others learn numbers at most.
 */
export function seesAssignment(standing: GroupStanding, assignment: AssignmentFacts): boolean {
  const { personId, byPartyId, createdById } = assignment
  if (seesPartyWork(standing, assignment)) return true
  if (byPartyId !== null) return false
  return createdById === standing.personId || (standing.organizer && personId === null)
}

/** Whether it is asked of this person: of them by name, or of their party, for which any of its members does it. */
export function isAskedOf(standing: GroupStanding, { partyId, personId }: Pick<Assignment, 'partyId' | 'personId'>) {
  return (personId === null || personId === standing.personId) && seesPartyHomework(standing, partyId)
}

/** Whether an assignment is done: by the person whom it names, or by anybody of the party to which it was given as such. */
export function isDone({ personId, doneBy }: Pick<Assignment, 'personId' | 'doneBy'>): boolean {
  return personId === null ? doneBy.length > 0 : doneBy.includes(personId)
}

/** Not done by its date. Late is derived and never stored. */
export function isLate(assignment: Assignment, now: Date): boolean {
  const { dueAt, cancelled } = assignment
  return !cancelled && !isDone(assignment) && dueAt !== null && dueAt.getTime() < now.getTime()
}
