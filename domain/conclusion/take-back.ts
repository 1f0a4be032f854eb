import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import { lapse } from './bring-word.ts'
import type { Leave, TakeBack, Withdraw } from './command.ts'
import type { BareVersion, Conclusion, Draft, Put, Version } from './conclusion.ts'
import { sameDecider } from './decider.ts'
import type { Decision } from './event.ts'
import { type ConclusionFacts, closedToDrafting, type DraftingCode, mayPut } from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { flawIn, type TextFlaw } from './text.ts'

type TakingBackCode = DraftingCode | 'not-entitled' | 'not-put'
type WithdrawingCode = DraftingCode | 'not-entitled' | 'not-a-draft'

/** The put version that somebody may take back, or why not. */
export function versionToTakeBack<V extends BareVersion = Version>(
  conclusion: Conclusion<V>,
  { meeting }: ConclusionFacts,
  by: Participant,
): Put<V> | ConclusionRefusalWith<TakingBackCode> {
  const closed = closedToDrafting(meeting)
  if (closed) return closed
  if (!mayPut(by, meeting)) return { refused: 'not-entitled' }
  return conclusion.state === 'put' ? conclusion : { refused: 'not-put', state: conclusion.state }
}

/** Back to draft, with a reason: the version keeps its stances as history, and they count for nothing (rule 6). */
export function decideTakingBack(
  conclusion: Conclusion,
  command: TakeBack,
  facts: ConclusionFacts,
  now: Date,
): Decision<TakingBackCode | 'version-changed' | TextFlaw['refused']> {
  const put = versionToTakeBack(conclusion, facts, command.by)
  if (isRefusal(put)) return put
  const refusal = movedOn(put, command.version) ?? flawIn('reason', command.reason, 'must-be-there')
  if (refusal) return refusal
  const because = { kind: 'reason', byPersonId: command.by.group.personId, reason: command.reason } as const
  return [{ type: 'taken-back', conclusionId: put.id, at: now, version: put.current.number, because }]
}

/** The undecided conclusion that somebody may give up, or why not. */
function conclusionToWithdraw(
  conclusion: Conclusion,
  { meeting }: ConclusionFacts,
  by: Participant,
): Draft | Put | ConclusionRefusalWith<WithdrawingCode> {
  const closed = closedToDrafting(meeting)
  if (closed) return closed
  if (!mayPut(by, meeting)) return { refused: 'not-entitled' }
  if (conclusion.state === 'draft' || conclusion.state === 'put') return conclusion
  return { refused: 'not-a-draft', state: conclusion.state }
}

/** Given up, with a reason, before it is decided. */
export function decideWithdrawal(
  conclusion: Conclusion,
  command: Withdraw,
  facts: ConclusionFacts,
  now: Date,
): Decision<WithdrawingCode | 'version-changed' | TextFlaw['refused']> {
  const undecided = conclusionToWithdraw(conclusion, facts, command.by)
  if (isRefusal(undecided)) return undecided
  const refusal = movedOn(undecided, command.version) ?? flawIn('reason', command.reason, 'must-be-there')
  if (refusal) return refusal
  const { by, version, reason } = command
  return [{ type: 'withdrawn', conclusionId: undecided.id, at: now, byPersonId: by.group.personId, version, reason }]
}

/**
 * Rule 15: when a decider leaves, what was put returns to draft. A text that is already fixed, adopted or given up stays
 * as it is: it was answered while the decider was there. Only a resolution that waits for principals lapses where too few
 * are left.
 */
export function decideLeaving(
  conclusion: Conclusion,
  { decider }: Leave,
  facts: ConclusionFacts,
  now: Date,
): Decision<never> {
  if (conclusion.state === 'ad-referendum') return lapse(conclusion, facts, now)
  if (conclusion.state !== 'put') return []
  const { number: version, putting } = conclusion.current
  if (!putting.deciders.some((other) => sameDecider(other, decider))) return []
  const because = { kind: 'left', decider } as const
  return [{ type: 'taken-back', conclusionId: conclusion.id, at: now, version, because }]
}

function movedOn({ current }: Draft | Put, version: number): ConclusionRefusalWith<'version-changed'> | null {
  return version === current.number ? null : { refused: 'version-changed', current: current.number }
}
