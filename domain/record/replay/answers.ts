/** Answers to what is put, and what they decide (rules 7 and 8). */

import type { Putting } from '../../conclusion/conclusion.ts'
import { deciderKey } from '../../conclusion/decider.ts'
import { awaitsPrincipals } from '../../conclusion/stance.ts'
import { overdueIn, standingPut, tally } from '../../conclusion/standing.ts'
import type { ConclusionEntry } from '../conclusion-entry.ts'
import type { Scene } from './scene.ts'
import { isSide, keyOf, sameIds, sideKey, speaks } from './sides.ts'
import type { ReplayedConclusion, Wrong } from './told.ts'

type Of<Kind extends ConclusionEntry['kind']> = Extract<ConclusionEntry, { kind: Kind }>

/** What is wrong with an answer to a put version (rule 7); null: nothing. */
export function wrongInStance(
  { conclusion }: ReplayedConclusion,
  entry: Of<'stance-taken'>,
  { at, meeting }: Scene,
): Wrong | null {
  if (conclusion.state !== 'put') return 'out-of-turn'
  const { deciders } = conclusion.current.putting
  if (!deciders.some((one) => isSide(one, entry.side)) || !speaks(entry.by, entry.side)) return 'not-theirs'
  const { stance, words, referendumBy } = entry
  if (meeting?.kind === 'bilateral' && stance === 'stand-aside') return 'out-of-turn'
  if ((stance === 'ad-referendum') !== (referendumBy !== null)) return 'incomplete'
  if (referendumBy !== null && new Date(referendumBy) <= at) return 'incomplete'
  const wordless = stance === 'consent' || stance === 'ad-referendum'
  return wordless === (words.trim() === '') ? null : 'incomplete'
}

/** Rules 7 and 8: with the last stance, or the last word of principals. */
export function wrongInDecision(
  { conclusion, putHash, upTo }: ReplayedConclusion,
  entry: Of<'fixed-ad-referendum' | 'adopted' | 'record-agreed'>,
  { at }: Scene,
): Wrong | null {
  if (conclusion.state !== 'put' && conclusion.state !== 'ad-referendum') return 'out-of-turn'
  const { kind, current, state } = conclusion
  const awaited = current.putting.stances.filter(awaitsPrincipals)
  if (entry.kind === 'fixed-ad-referendum') {
    if (state !== 'put') return 'out-of-turn'
    const same = sameIds(awaited.map(keyOf), entry.awaiting.map(sideKey))
    return same && carried(current.putting, at, putHash) ? null : 'not-carried'
  }
  if ((kind === 'record') !== (entry.kind === 'record-agreed')) return 'out-of-turn'
  if (awaited.length > 0 || (state === 'put' && !carried(current.putting, at, putHash))) return 'not-carried'
  if (putHash !== null && putHash !== entry.contentHash) return 'other-words'
  if (entry.kind !== 'record-agreed') return null
  return entry.upTo.sequence === upTo?.sequence && entry.upTo.hash === upTo.hash ? null : 'other-words'
}

/** What was put before content hashes were told was decided while any number might stand aside. */
function carried(putting: Putting, at: Date, putHash: string | null): boolean {
  const { outcome } = tally(putting, at)
  if (outcome === 'too-many-stand-aside') return putHash === null
  return outcome === 'agreed' || outcome === 'agreed-ad-referendum'
}

/** What is wrong with a word of principals on a fixed text (rule 8); null: nothing. */
export function wrongInWord(
  { conclusion }: ReplayedConclusion,
  entry: Of<'confirmed' | 'declined'>,
  { at }: Scene,
): Wrong | null {
  if (conclusion.state !== 'ad-referendum') return 'out-of-turn'
  const { stances } = conclusion.current.putting
  const asked = stances.find((one) => isSide(one.decider, entry.side) && awaitsPrincipals(one))
  if (asked === undefined || !speaks(entry.by, entry.side)) return 'not-theirs'
  return overdueIn(conclusion.current.putting, at).length === 0 ? null : 'out-of-turn'
}

/** What is wrong with the lapse of a fixed text (rules 8 and 15); null: nothing. */
export function wrongInLapse(
  { conclusion }: ReplayedConclusion,
  { overdue }: Of<'lapsed'>,
  { at }: Scene,
): Wrong | null {
  if (conclusion.state !== 'ad-referendum') return 'out-of-turn'
  const passed = overdueIn(conclusion.current.putting, at)
  if (!sameIds(passed.map(deciderKey), overdue.map(sideKey))) return 'not-theirs'
  return passed.length > 0 || conclusion.kind === 'resolution' ? null : 'out-of-turn'
}

/** Whether the answers to a put version decide it at this moment, and how; null: they do not, or it is not put. */
export function decisionDue({ conclusion }: ReplayedConclusion, at: Date): 'fixed' | 'adopted' | null {
  if (conclusion.state === 'ad-referendum')
    return standingPut(conclusion.current)?.stances.some(awaitsPrincipals) ? null : 'adopted'
  if (conclusion.state !== 'put') return null
  const { deciders, stances } = conclusion.current.putting
  // One answer of each decider: fewer decide nothing. It is asked with every answer of a record that is replayed.
  if (stances.length < deciders.length) return null
  const { outcome } = tally(conclusion.current.putting, at)
  return outcome === 'agreed' ? 'adopted' : outcome === 'agreed-ad-referendum' ? 'fixed' : null
}
