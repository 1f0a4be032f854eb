import { type CommitmentState, commitmentCan, commitmentStates } from '#domain/commitment.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import type { CommitmentView } from './commitment-view.ts'

/** What is stored; `proposed` while its version is not adopted. */
export const storedStates = ['proposed', ...commitmentStates] as const

/** What this viewer may do about it; nobody does anything about what has no responsible party, or only stands in a draft. */
export function followingCan(
  {
    partyId,
    state,
    replaced,
  }: { readonly partyId: string | null; readonly state: 'proposed' | CommitmentState; readonly replaced: boolean },
  by: Participant | null,
): CommitmentView['can'] {
  if (by === null || partyId === null || state === 'proposed') return { done: false, drop: false, reopen: false }
  const can = commitmentCan({ partyId, state, replaced }, by)
  return { done: can['mark-done'], drop: can.drop, reopen: can.reopen }
}
