/**
 * A conclusion as the lines of a record tell of it: its state by the same events and the same `evolve` as everywhere, and beside
 * it the names and words that only an entry has. Where lines are missing (they were erased, are closed to the reader, or were left
 * out because a later one takes their place) the state that the next line presupposes is put in, as far as it must be.
 */
import type { AdReferendum, Conclusion, Draft, Put, PutVersion, Version } from '../../conclusion/conclusion.ts'

import { evolve } from '../../conclusion/evolve.ts'
import type { ConclusionEntry, ConclusionRef, VersionText } from '../conclusion-entry.ts'
import type { RecordLine, SideRef } from '../entry.ts'
import { divergedBy, eventsOf } from '../replay/events.ts'
import { sideKey } from '../replay/sides.ts'
import { isOfConclusion } from '../replay/told.ts'

/** What the entry of an answer says that the conclusion does not: names, and the zone in which its day ends. */
export interface AnswerTold {
  readonly side: SideRef
  readonly givenBy: string
  readonly zone: string | null
}

/** A conclusion as it stands after the lines that tell of it. */
export interface ToldConclusion {
  readonly ref: ConclusionRef
  readonly conclusion: Conclusion
  /** When it came to its state; ISO 8601, UTC. */
  readonly at: string
  /** The current version as worded; null for a divergence, and when its entry is missing. */
  readonly text: VersionText | null
  /** Why it was taken back, withdrawn or declined, or by whom it was superseded; empty for none. */
  readonly because: string
  /** The divergence that was recorded on it; null: none. */
  readonly divergence: { readonly id: string; readonly title: string } | null
  /** Sides by the names that they had when they were last named, by `deciderKey`. */
  readonly sides: ReadonlyMap<string, SideRef>
  /** The latest answer of each side, by `deciderKey`. */
  readonly answers: ReadonlyMap<string, AnswerTold>
  /** Who brought the word of each side's principals, by `deciderKey`. */
  readonly broughtBy: ReadonlyMap<string, string>
}

/** The conclusions of a record, in the order in which they first appear. */
export function toldConclusions(body: readonly RecordLine[]): readonly ToldConclusion[] {
  const all = new Map<string, ToldConclusion>()
  for (const { entry, at } of body) {
    if (entry === null || !isOfConclusion(entry)) continue
    const { id } = entry.conclusion
    all.set(id, after(all.get(id), entry, at))
    if (entry.kind !== 'divergence-recorded') continue
    const origin = all.get(entry.origin.id)
    if (origin !== undefined) all.set(origin.ref.id, divergedOn(origin, entry, at))
  }
  return [...all.values()]
}

function after(before: ToldConclusion | undefined, entry: ConclusionEntry, at: string): ToldConclusion {
  const instant = new Date(at)
  const fitting = fittingFor(before?.conclusion ?? null, entry, instant)
  const conclusion = eventsOf(entry, instant).reduce<Conclusion | null>(evolve, fitting)
  if (conclusion === null) throw new Error('An entry tells of a conclusion that it does not begin.')
  const told = before ?? begun(entry.conclusion, conclusion, at)
  const begins = 'text' in entry || 'deciders' in entry || conclusion.state !== before?.conclusion.state
  return { ...told, conclusion, at: begins ? at : told.at, ...saidIn(entry), ...namesIn(told, entry) }
}

function begun(ref: ConclusionRef, conclusion: Conclusion, at: string): ToldConclusion {
  const names = { sides: new Map(), answers: new Map(), broughtBy: new Map() }
  return { ref, conclusion, at, text: null, because: '', divergence: null, ...names }
}

/** What the entry says that no event carries. */
function saidIn(entry: ConclusionEntry): Partial<Pick<ToldConclusion, 'text' | 'because'>> {
  switch (entry.kind) {
    case 'draft-made':
    case 'version-made':
      return { text: entry.text }
    case 'put':
    case 'record-put':
      return { because: '' }
    case 'taken-back':
    case 'withdrawn':
    case 'declined':
      return { because: entry.reason }
    case 'superseded':
      return { because: entry.successor?.title ?? '' }
    default:
      return {}
  }
}

function namesIn(
  { sides, answers, broughtBy }: ToldConclusion,
  entry: ConclusionEntry,
): Partial<Pick<ToldConclusion, 'sides' | 'answers' | 'broughtBy'>> {
  switch (entry.kind) {
    case 'put':
    case 'record-put':
      return { sides: named(sides, entry.deciders) }
    case 'divergence-recorded':
      return { sides: named(sides, entry.sides) }
    case 'divergence-words':
      return { sides: named(sides, [entry.side]) }
    case 'stance-taken': {
      const { side, by, referendumZone: zone = null } = entry
      return { answers: new Map(answers).set(sideKey(side), { side, givenBy: by.person.name, zone }) }
    }
    case 'confirmed':
    case 'declined':
      return { broughtBy: new Map(broughtBy).set(sideKey(entry.side), entry.by.person.name) }
    default:
      return {}
  }
}

function named(sides: ToldConclusion['sides'], named: readonly SideRef[]): ToldConclusion['sides'] {
  return new Map([...sides, ...named.map((side) => [sideKey(side), side] as const)])
}

/** What a divergence is recorded on names it, and ends with it when it was undecided (rule 11). */
function divergedOn(
  origin: ToldConclusion,
  entry: Extract<ConclusionEntry, { kind: 'divergence-recorded' }>,
  at: string,
): ToldConclusion {
  const { id, title } = entry.conclusion
  const divergence = { id, title }
  const conclusion = divergedBy(origin.conclusion, entry, new Date(at))
  return conclusion === null ? { ...origin, divergence } : { ...origin, conclusion, divergence, at, because: '' }
}

/** The conclusion in a state in which what the entry tells can have happened; null: it begins with the entry. */
function fittingFor(conclusion: Conclusion | null, entry: ConclusionEntry, at: Date): Conclusion | null {
  switch (entry.kind) {
    case 'draft-made':
    case 'divergence-recorded':
      return null
    case 'version-made':
    case 'put':
    case 'record-put':
      return conclusion?.state === 'draft' ? conclusion : draftOf(conclusion, entry, at)
    case 'withdrawn':
      return conclusion?.state === 'draft' || conclusion?.state === 'put' ? conclusion : draftOf(conclusion, entry, at)
    case 'taken-back':
    case 'stance-taken':
    case 'fixed-ad-referendum':
      return conclusion?.state === 'put' ? conclusion : putOf(conclusion, entry, at)
    case 'adopted':
    case 'record-agreed':
      return conclusion?.state === 'put' || conclusion?.state === 'ad-referendum'
        ? conclusion
        : putOf(conclusion, entry, at)
    case 'confirmed':
    case 'declined':
    case 'lapsed':
      return conclusion?.state === 'ad-referendum' ? conclusion : fixedOf(conclusion, entry, at)
    case 'superseded':
      if (conclusion?.state === 'adopted') return conclusion
      return { ...putOf(conclusion, entry, at), state: 'adopted', adoptedAt: at, contentHash: '' }
    case 'divergence-words':
      if (conclusion?.state === 'recorded') return conclusion
      return { ...recordedOf(entry.conclusion, at) }
    case 'commitment-done':
    case 'commitment-dropped':
    case 'commitment-reopened':
    case 'shared':
    case 'unshared':
      return conclusion ?? draftOf(null, entry, at)
    default:
      return entry satisfies never
  }
}

function draftOf(conclusion: Conclusion | null, entry: ConclusionEntry, at: Date): Draft {
  const { id, kind, title } = entry.conclusion
  const current = versionOf(conclusion, entry, at)
  const drafted = { id, title, originId: null, supersedesId: null, earlier: [] }
  return { ...drafted, kind: kind === 'divergence' ? 'common-understanding' : kind, state: 'draft', current }
}

function putOf(conclusion: Conclusion | null, entry: ConclusionEntry, at: Date): Put {
  return {
    ...draftOf(conclusion, entry, at),
    state: 'put',
    current: putVersionOf(versionOf(conclusion, entry, at), at),
  }
}

function fixedOf(conclusion: Conclusion | null, entry: ConclusionEntry, at: Date): AdReferendum {
  return { ...putOf(conclusion, entry, at), state: 'ad-referendum' }
}

function versionOf(conclusion: Conclusion | null, entry: ConclusionEntry, at: Date): Version {
  if (conclusion !== null && conclusion.state !== 'recorded') return conclusion.current
  const number = 'version' in entry ? entry.version : 1
  const nothing = { wording: '', citations: [], commitments: [], chainHead: null }
  return { ...nothing, number, byPersonId: '', at, putting: null }
}

/** Who decides is not known where the putting is missing. */
function putVersionOf(version: Version, at: Date): PutVersion {
  const { putting } = version
  const stands = putting?.takenBack === null ? putting : null
  return { ...version, putting: stands ?? { at, byPersonId: '', deciders: [], stances: [], takenBack: null } }
}

function recordedOf({ id, title }: ConclusionRef, at: Date): Extract<Conclusion, { state: 'recorded' }> {
  return { id, kind: 'divergence', state: 'recorded', title, originId: '', recordedAt: at, sides: [], words: [] }
}

/** The name of a decider, by what was told of it; null: no line names it. */
export function sideOf({ sides, answers }: ToldConclusion, key: string): SideRef | null {
  return sides.get(key) ?? answers.get(key)?.side ?? null
}
