import type { Adopted, AdReferendum, Conclusion, Draft, Put } from './conclusion.ts'
import type { Facts } from './meeting-facts.ts'
import { type Decider, sameDecider } from './people.ts'
import type { Refusal } from './refusal.ts'

/**
 * Rule 10: a later conclusion may supersede an adopted one, and names it. Only what is adopted, and only once; a record
 * is not superseded, it has its annex. Once the newer one's deciders are known, everyone who decided the older must be
 * among them: nobody's agreement is replaced without them.
 */
export function flawInSupersession(older: Conclusion | null, deciders?: readonly Decider[]): Refusal | null {
  if (older === null) return null
  if (!isSupersedable(older)) return { refused: 'not-supersedable', state: older.state }
  if (deciders === undefined) return null
  const missing = older.current.putting.deciders.filter((one) => !deciders.some((other) => sameDecider(one, other)))
  return missing.length > 0 ? { refused: 'supersedes-other-parties', missing } : null
}

/** The conclusion that this one names to supersede it. The facts must hold it: a check must not be left out unseen. */
export function olderOf({ id, supersedesId }: Draft | Put | AdReferendum, { supersedes }: Facts): Conclusion | null {
  if ((supersedes?.id ?? null) !== supersedesId) throw new Error(`${id} supersedes ${supersedesId}: not handed in`)
  return supersedes
}

const isSupersedable = (older: Conclusion): older is Adopted => older.state === 'adopted' && older.kind !== 'record'
