import { canonicalText } from './canonical.ts'
import type { AdReferendum, Put } from './conclusion.ts'
import type { Decision, WasAdopted } from './event.ts'
import type { Context } from './facts.ts'
import { flawInSupersession, olderOf, type SupersedingCode } from './supersession.ts'

/**
 * The answers allow it: the version is adopted under the hash of what was agreed, and what it names is superseded in the
 * same decision (rules 7 and 10). Refused when the older one was superseded in the meantime: the words that everybody
 * agreed to would no longer be true.
 */
export function adopt(conclusion: Put | AdReferendum, context: Context, now: Date): Decision<SupersedingCode> {
  const { id, kind, title, supersedesId, current } = conclusion
  const { deciders } = current.putting
  const flaw = flawInSupersession(olderOf(conclusion, context), deciders)
  if (flaw) return flaw

  const contentHash = context.sha256(canonicalText({ kind, title, supersedesId, content: current, deciders }))
  const adopted: WasAdopted = { type: 'adopted', conclusionId: id, at: now, version: current.number, contentHash }
  if (supersedesId === null) return [adopted]
  return [adopted, { type: 'superseded', conclusionId: supersedesId, at: now, byConclusionId: id }]
}
