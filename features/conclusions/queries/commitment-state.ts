import { commitmentStates, isLate, mayFollow } from '#domain/commitment.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import type { CommitmentStateView, CommitmentView } from './commitment-view.ts'

/** What is stored; `proposed` while its version is not adopted. */
export const storedStates = ['proposed', ...commitmentStates] as const

/** A commitment's state as people see it: late and replaced follow from the date in `zone`, its party's, and from its conclusion. */
export function stateOf(
  { state, dueOn, replaced }: { state: (typeof storedStates)[number]; dueOn: string | null; replaced: boolean },
  zone: string,
  now: Date,
): CommitmentStateView {
  if (state !== 'open') return state
  if (replaced) return 'replaced'
  return dueOn !== null && isLate({ state, dueOn }, zone, now) ? 'late' : 'open'
}

/** What this viewer may do about it; nobody does anything about what only stands in a draft. */
export function canFollow(
  partyId: string | null,
  state: CommitmentStateView,
  actor: Participant | null,
): CommitmentView['can'] {
  const may = actor !== null && partyId !== null && mayFollow({ partyId }, actor)
  const isOpen = state === 'open' || state === 'late'
  const isEnded = state === 'done' || state === 'dropped'
  return { done: may && isOpen, drop: may && isOpen, reopen: may && isEnded }
}
