/**
 * Whether what an entry tells can have happened, by the rules that every record was made under: who decides, who answers, what
 * the answers amount to. Where it stands, `evolve` knows. What a program asks besides (how long a text may be, who holds an
 * office at that moment) is not in a record, and may change from one program to the next.
 */

import { sameDecider } from '../../conclusion/decider.ts'
import { flawInOrigin } from '../../conclusion/divergence.ts'
import { decidersNeeded } from '../../conclusion/standing.ts'
import type { ConclusionEntry } from '../conclusion-entry.ts'
import { wrongInDecision, wrongInLapse, wrongInStance, wrongInWord } from './answers.ts'
import { wrongInCommitment, wrongInSharing } from './later.ts'
import type { Scene } from './scene.ts'
import { isSide, sameIds, speaks } from './sides.ts'
import type { ReplayedConclusion, Wrong } from './told.ts'

type Of<Kind extends ConclusionEntry['kind']> = Extract<ConclusionEntry, { kind: Kind }>

/** What is wrong with an entry of a conclusion that stands as told; null: nothing. */
export function wrongIn(told: ReplayedConclusion | undefined, entry: ConclusionEntry, scene: Scene): Wrong | null {
  if (entry.kind === 'draft-made' || entry.kind === 'divergence-recorded') {
    if (told !== undefined) return 'begun-already'
    return entry.kind === 'draft-made' ? wrongInDraft(entry, scene) : wrongInDivergence(entry, scene)
  }
  if (told === undefined) return 'not-begun'
  const { conclusion } = told
  if (conclusion.title !== entry.conclusion.title || conclusion.kind !== entry.conclusion.kind) return 'renamed'
  if (tooLate(entry, scene)) return 'out-of-turn'
  if ('version' in entry && (conclusion.state === 'recorded' || conclusion.current.number !== entry.version))
    return 'wrong-version'
  return wrongInAct(told, entry, scene)
}

function wrongInAct(told: ReplayedConclusion, entry: ConclusionEntry, scene: Scene): Wrong | null {
  switch (entry.kind) {
    case 'version-made': {
      const { conclusion } = told
      return conclusion.state === 'draft' && entry.text.number === conclusion.current.number + 1
        ? null
        : 'wrong-version'
    }
    case 'put':
    case 'record-put':
      return wrongInPut(told, entry, scene)
    case 'stance-taken':
      return wrongInStance(told, entry, scene)
    case 'fixed-ad-referendum':
    case 'adopted':
    case 'record-agreed':
      return wrongInDecision(told, entry, scene)
    case 'confirmed':
    case 'declined':
      return wrongInWord(told, entry, scene)
    case 'lapsed':
      return wrongInLapse(told, entry, scene)
    case 'taken-back':
      return wrongInTakingBack(told, entry)
    case 'divergence-words': {
      const { conclusion } = told
      const own = conclusion.state === 'recorded' && conclusion.sides.some((side) => isSide(side, entry.side))
      return own && speaks(entry.by, entry.side) ? null : 'not-theirs'
    }
    case 'superseded':
      return wrongInSupersession(told, entry, scene)
    case 'commitment-done':
    case 'commitment-dropped':
    case 'commitment-reopened':
      return wrongInCommitment(told, entry)
    case 'shared':
    case 'unshared':
      return wrongInSharing(told, entry, scene)
    case 'withdrawn':
      return null
    case 'draft-made':
    case 'divergence-recorded':
      return 'begun-already'
    default:
      return entry satisfies never
  }
}

/** Drafting and deciding end with the agreement on the record; deciding begins when the meeting opens (rule 7). */
function tooLate(entry: ConclusionEntry, { meeting }: Scene): boolean {
  switch (entry.kind) {
    case 'put':
    case 'record-put':
    case 'stance-taken':
    case 'divergence-recorded':
    case 'divergence-words':
      return meeting !== null && (meeting.agreed || !meeting.opened)
    case 'draft-made':
    case 'version-made':
    case 'withdrawn':
      return meeting?.agreed === true
    default:
      return false
  }
}

function wrongInDraft(entry: Of<'draft-made'>, scene: Scene): Wrong | null {
  if (entry.conclusion.kind === 'divergence' || tooLate(entry, scene)) return 'out-of-turn'
  return entry.text.number === 1 ? null : 'wrong-version'
}

/** Rule 11. Where one conclusion alone is looked at, its origin is not there. */
function wrongInDivergence(entry: Of<'divergence-recorded'>, scene: Scene): Wrong | null {
  const { conclusion, origin, sides } = entry
  if (conclusion.kind !== 'divergence' || tooLate(entry, scene)) return 'out-of-turn'
  if (new Set(sides.map(({ id }) => id)).size !== sides.length) return 'other-deciders'
  if (scene.alone) return null
  const rests = scene.other(origin.id)?.conclusion
  if (rests === undefined || rests.title !== origin.title || rests.kind !== origin.kind) return 'other-conclusion'
  return flawInOrigin(rests, scene.at) === null ? null : 'out-of-turn'
}

function wrongInPut(
  { conclusion, text }: ReplayedConclusion,
  entry: Of<'put' | 'record-put'>,
  { meeting, hashAt, alone }: Scene,
) {
  if (conclusion.state !== 'draft' || conclusion.current.putting !== null) return 'out-of-turn'
  const { kind, current } = conclusion
  if ((kind === 'record') !== (entry.kind === 'record-put')) return 'out-of-turn'
  if (entry.kind === 'record-put' && !alone && hashAt(entry.upTo.sequence) !== entry.upTo.hash) return 'no-such-entry'
  const ids = entry.deciders.map(({ id }) => id)
  const people = entry.deciders.filter((side) => side.kind === 'person')
  const needed = decidersNeeded(kind, people.length > 0)
  if (new Set(ids).size !== ids.length || ids.length < needed) return 'other-deciders'
  if (meeting !== null && meeting.kind !== 'study' && !sameIds(ids, meeting.parties)) return 'other-deciders'
  const complete = text?.commitments.every(({ what, party, dueOn }) => what.trim() && party && dueOn !== null) ?? false
  const lacks = kind === 'cooperation' && meeting?.kind === 'bilateral' && text?.commitments.length === 0
  return current.wording.trim() === '' || !complete || lacks ? 'incomplete' : null
}

/** By whoever conducts, or because one of the deciders left; which one, entries of old say by a name that may have changed. */
function wrongInTakingBack({ conclusion }: ReplayedConclusion, { by, left }: Of<'taken-back'>): Wrong | null {
  if (conclusion.state !== 'put') return 'out-of-turn'
  if (by !== null) return left == null ? null : 'not-theirs'
  if (left == null) return null
  return conclusion.current.putting.deciders.some((one) => isSide(one, left)) ? null : 'not-theirs'
}

/** Rule 10: by one that was adopted in the same act. Of another meeting's record nothing is known here. */
function wrongInSupersession(
  { conclusion }: ReplayedConclusion,
  { successor }: Of<'superseded'>,
  scene: Scene,
): Wrong | null {
  if (conclusion.state !== 'adopted' || conclusion.kind === 'record') return 'out-of-turn'
  if (successor === null || scene.alone) return null
  const newer = scene.other(successor.id)?.conclusion
  if (newer?.state !== 'adopted' || newer.title !== successor.title || newer.kind !== successor.kind)
    return 'other-conclusion'
  const deciders = newer.current.putting.deciders
  const all = conclusion.current.putting.deciders.every((one) => deciders.some((other) => sameDecider(one, other)))
  return newer.adoptedAt.getTime() === scene.at.getTime() && all ? null : 'other-conclusion'
}
