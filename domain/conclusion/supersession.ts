import type { Adopted, AdReferendum, Conclusion, Draft, Put } from './conclusion.ts'
import { type Decider, sameDecider } from './decider.ts'
import type { ConclusionFacts, Older } from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'

/** An older conclusion is not replaced by this one. */
export type SupersedingCode = 'not-supersedable' | 'supersedes-other-parties' | 'supersedes-unseen'

/**
 * Rule 10: a later conclusion may supersede an adopted one, and names it. Only what is adopted, and only once; a record
 * is not superseded, it has its annex. Once the newer one's deciders are known, everyone who decided the older must be
 * among them: nobody's agreement is replaced without them. And each of them decided the older or can read it, because what
 * they agree to names it.
 */
export function flawInSupersession(
  older: Older | null,
  deciders?: readonly Decider[],
): ConclusionRefusalWith<SupersedingCode> | null {
  if (older === null) return null
  const { conclusion, open } = older
  if (!isSupersedable(conclusion)) return { refused: 'not-supersedable', state: conclusion.state }
  if (deciders === undefined) return null
  const before = conclusion.current.putting.deciders
  const missing = without(before, deciders)
  if (missing.length > 0) return { refused: 'supersedes-other-parties', missing }
  const unseen = open ? [] : without(deciders, before)
  return unseen.length > 0 ? { refused: 'supersedes-unseen', unseen } : null
}

function without(deciders: readonly Decider[], others: readonly Decider[]): readonly Decider[] {
  return deciders.filter((one) => !others.some((other) => sameDecider(one, other)))
}

/** The conclusion that this one names to supersede it. The facts must hold it: a check must not be left out unseen. */
export function olderOf(
  { id, supersedesId }: Draft | Put | AdReferendum,
  { supersedes }: ConclusionFacts,
): Older | null {
  if ((supersedes?.conclusion.id ?? null) !== supersedesId)
    throw new Error(`${id} supersedes ${supersedesId}: not handed in`)
  return supersedes
}

const isSupersedable = (older: Conclusion): older is Adopted => older.state === 'adopted' && older.kind !== 'record'
