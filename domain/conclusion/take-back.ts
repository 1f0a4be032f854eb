import { lapse } from './bring-word.ts'
import type { Leave, TakeBack, Withdraw } from './command.ts'
import type { BareVersion, Conclusion, Draft, Put, Version } from './conclusion.ts'
import type { Decision } from './event.ts'
import { closedToDrafting, type Facts, mayPut } from './meeting-facts.ts'
import { type Actor, sameDecider } from './people.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { flawIn } from './text.ts'

/** The put version that this actor may take back, or why not. */
export function versionToTakeBack<V extends BareVersion = Version>(
  conclusion: Conclusion<V>,
  { meeting }: Facts,
  actor: Actor,
): Put<V> | Refusal {
  const closed = closedToDrafting(meeting)
  if (closed) return closed
  if (!mayPut(actor, meeting)) return { refused: 'not-entitled' }
  return conclusion.state === 'put' ? conclusion : { refused: 'not-put', state: conclusion.state }
}

/** Back to draft, with a reason: the version keeps its stances as history, and they count for nothing (rule 6). */
export function takeBack(conclusion: Conclusion, command: TakeBack, facts: Facts, now: Date): Decision {
  const put = versionToTakeBack(conclusion, facts, command.by)
  if (isRefusal(put)) return put
  const refusal = movedOn(put, command.version) ?? flawIn('reason', command.reason, 'must-be-there')
  if (refusal) return refusal
  const because = { kind: 'reason', byPersonId: command.by.personId, reason: command.reason } as const
  return [{ type: 'taken-back', conclusionId: put.id, at: now, version: put.current.number, because }]
}

/** The undecided conclusion that this actor may give up, or why not. */
export function conclusionToWithdraw(conclusion: Conclusion, { meeting }: Facts, actor: Actor): Draft | Put | Refusal {
  const closed = closedToDrafting(meeting)
  if (closed) return closed
  if (!mayPut(actor, meeting)) return { refused: 'not-entitled' }
  if (conclusion.state === 'draft' || conclusion.state === 'put') return conclusion
  return { refused: 'not-a-draft', state: conclusion.state }
}

/** Given up, with a reason, before it is decided. */
export function withdraw(conclusion: Conclusion, command: Withdraw, facts: Facts, now: Date): Decision {
  const undecided = conclusionToWithdraw(conclusion, facts, command.by)
  if (isRefusal(undecided)) return undecided
  const refusal = movedOn(undecided, command.version) ?? flawIn('reason', command.reason, 'must-be-there')
  if (refusal) return refusal
  const { by, version, reason } = command
  return [{ type: 'withdrawn', conclusionId: undecided.id, at: now, byPersonId: by.personId, version, reason }]
}

/**
 * Rule 15: when a decider leaves, what was put returns to draft. A text that is already fixed, adopted or given up stays
 * as it is: it was answered while the decider was there. Only a resolution that waits for principals lapses where too few
 * are left.
 */
export function leave(conclusion: Conclusion, { decider }: Leave, facts: Facts, now: Date): Decision {
  if (conclusion.state === 'ad-referendum') return lapse(conclusion, facts, now)
  if (conclusion.state !== 'put') return []
  const { number: version, putting } = conclusion.current
  if (!putting.deciders.some((other) => sameDecider(other, decider))) return []
  const because = { kind: 'left', decider } as const
  return [{ type: 'taken-back', conclusionId: conclusion.id, at: now, version, because }]
}

function movedOn({ current }: Draft | Put, version: number): Refusal | null {
  return version === current.number ? null : { refused: 'version-changed', current: current.number }
}
