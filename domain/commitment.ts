import { flawIn, type TextFlaw } from '#domain/conclusion/text.ts'
import { endOfDayIn } from './calendar-day.ts'
import type { CommandAs, CommandsOf, RefusalsOf } from './deciding.ts'
import { may } from './may.ts'
import { type Participant, speaksFor } from './meeting/participant.ts'
import { isRefusal, type RefusalWith } from './refusal.ts'

/** Late is no state: it follows from the date (`followedState`). */
export const commitmentStates = ['open', 'done', 'dropped'] as const

export type CommitmentState = (typeof commitmentStates)[number]

/** The states as people follow them: an open one may be late, or replaced with its conclusion (rule 10). */
export const followedStates = ['open', 'late', 'done', 'dropped', 'replaced'] as const

export type FollowedState = (typeof followedStates)[number]

/** Who does what by when, from the adoption of its conclusion on. What it says never changes; only how it goes. */
export interface Commitment {
  readonly id: string
  readonly what: string
  /** The responsible party: whoever speaks for it says how it goes. */
  readonly partyId: string
  readonly personId: string | null
  /** The last day on which it is on time, in the responsible party's zone: a calendar date, `2027-03-31`. */
  readonly dueOn: string
  readonly state: CommitmentState
  /** Why it was dropped, or taken up again. */
  readonly reason: string | null
  /** Its conclusion was superseded (rule 10): what binds now stands in the later one. */
  readonly replaced: boolean
}

/** It is done / it will not be done, and why / it is not done after all, and why. */
export type CommitmentCommand =
  | { readonly type: 'mark-done'; readonly by: Participant }
  | { readonly type: 'drop'; readonly by: Participant; readonly reason: string }
  | { readonly type: 'reopen'; readonly by: Participant; readonly reason: string }

/** What happened to a commitment: it is in this state from `at` on. */
export interface CommitmentEvent {
  readonly type: 'done' | 'dropped' | 'reopened'
  readonly commitmentId: string
  readonly at: Date
  readonly byPersonId: string
  readonly reason: string | null
}

export type CommitmentRefusal =
  /** Only the responsible party says how its commitment goes (rule 13). */
  | { readonly refused: 'not-entitled' }
  /** Done or dropped already: it is reopened first. */
  | { readonly refused: 'commitment-not-open'; readonly state: CommitmentState }
  | { readonly refused: 'commitment-open' }
  | { readonly refused: 'commitment-replaced' }
  /** Dropping and reopening need a reason. */
  | TextFlaw

const deciders = { 'mark-done': following(markDone), drop: following(drop), reopen: following(reopen) }

/** What may be asked of a commitment, by type. */
export type CommitmentCommands = CommandsOf<CommitmentCommand>

/** What each act on a commitment can be refused with. */
export type CommitmentRefusals = RefusalsOf<typeof deciders>

/** What decides how a commitment goes: open → done, or dropped with a reason; reopened with a reason. */
export const commitmentDeciders: {
  readonly [Type in CommitmentCommand['type']]: (
    commitment: Commitment,
    command: CommitmentCommands[Type],
    now: Date,
  ) => CommitmentEvent | CommitmentRefusals[Type]
} = deciders

/** Decides any act on a commitment. */
export function decideCommitment<Type extends CommitmentCommand['type']>(
  commitment: Commitment,
  command: CommandAs<CommitmentCommands, Type>,
  now: Date,
): CommitmentEvent | CommitmentRefusals[Type] {
  return commitmentDeciders[command.type](commitment, command, now)
}

type Answer<Code extends CommitmentRefusal['refused']> = Step | RefusalWith<CommitmentRefusal, Code>

/** What becomes of it. */
type Step = Pick<CommitmentEvent, 'type' | 'reason'>

function following<Command extends CommitmentCommand, Code extends CommitmentRefusal['refused']>(
  decide: (commitment: Commitment, command: Command) => Answer<Code>,
) {
  return (
    commitment: Commitment,
    command: Command,
    now: Date,
  ):
    | CommitmentEvent
    | RefusalWith<CommitmentRefusal, Code>
    | RefusalWith<CommitmentRefusal, 'not-entitled' | 'commitment-replaced'> => {
    if (!mayFollow(commitment, command.by)) return { refused: 'not-entitled' }
    if (commitment.replaced) return { refused: 'commitment-replaced' }
    const step = decide(commitment, command)
    if (isRefusal(step)) return step
    return { ...step, commitmentId: commitment.id, at: now, byPersonId: command.by.group.personId }
  }
}

function markDone({ state }: Commitment): Answer<'commitment-not-open'> {
  return state === 'open' ? { type: 'done', reason: null } : { refused: 'commitment-not-open', state }
}

function drop(
  { state }: Commitment,
  { reason }: CommitmentCommands['drop'],
): Answer<'commitment-not-open' | TextFlaw['refused']> {
  if (state !== 'open') return { refused: 'commitment-not-open', state }
  return flawIn('reason', reason, 'must-be-there') ?? { type: 'dropped', reason }
}

function reopen(
  { state }: Commitment,
  { reason }: CommitmentCommands['reopen'],
): Answer<'commitment-open' | TextFlaw['refused']> {
  if (state === 'open') return { refused: 'commitment-open' }
  return flawIn('reason', reason, 'must-be-there') ?? { type: 'reopened', reason }
}

/** The commitment after an event. */
export function evolveCommitment(commitment: Commitment, { type, reason }: CommitmentEvent): Commitment {
  return { ...commitment, state: type === 'reopened' ? 'open' : type, reason }
}

/** Which acts on a commitment are open to somebody: for each command, whether `decideCommitment` would not refuse it. */
export function commitmentCan(
  { partyId, state, replaced }: Pick<Commitment, 'partyId' | 'state' | 'replaced'>,
  by: Participant,
): Readonly<Record<CommitmentCommand['type'], boolean>> {
  const commitment = { id: '', what: '', partyId, personId: null, dueOn: '', state, reason: null, replaced }
  const open = (command: CommitmentCommand) => may(decideCommitment, commitment, command, new Date(0))
  return {
    'mark-done': open({ type: 'mark-done', by }),
    drop: open({ type: 'drop', by, reason: '-' }),
    reopen: open({ type: 'reopen', by, reason: '-' }),
  }
}

/** Whether this person says how the commitment goes: whoever speaks for the responsible party (rule 13). */
export function mayFollow({ partyId }: Pick<Commitment, 'partyId'>, by: Participant): boolean {
  return speaksFor(by, partyId)
}

/** How people see a commitment: an open one is late past its last day, which ends in `zone`, the responsible party's. */
export function followedState(
  { state, dueOn, replaced }: Pick<Commitment, 'state' | 'dueOn' | 'replaced'>,
  zone: string,
  now: Date,
): FollowedState {
  if (state !== 'open') return state
  if (replaced) return 'replaced'
  return endOfDayIn(zone, dueOn) < now ? 'late' : 'open'
}
