import type { ConclusionKind } from '../../conclusion/conclusion.ts'
import type { StanceKind } from '../../conclusion/stance.ts'
import { type NotCarried, notCarried } from '../../conclusion/standing.ts'
import type { ConclusionEntry, ConclusionRef, VersionText } from '../conclusion-entry.ts'
import type { RecordLine, SideRef } from '../entry.ts'

/** Where a conclusion stood when the minutes end. */
export type Outcome =
  | 'draft'
  | 'put'
  | 'ad-referendum'
  | 'adopted'
  | 'declined'
  | 'lapsed'
  | 'withdrawn'
  | 'diverged'
  | 'superseded'
  | 'recorded'

/** One side's answer to the version that was put last. */
export interface StanceView {
  readonly side: SideRef
  readonly stance: StanceKind
  /** The reservation or reason; empty for none. */
  readonly words: string
  readonly givenBy: string
  readonly signInMethod: string
  readonly at: string
  /** Of a stance ad referendum: until when the principals have their word, and the zone in which that day ends. */
  readonly until: { readonly at: string; readonly zone: string | null } | null
  /** The principals' word on a stance ad referendum; null: it is not there, or was not asked for. */
  readonly principals: PrincipalsView | null
}

/** What the principals said, who brought their word and when, and how that person had signed in (rule 13). */
export interface PrincipalsView {
  readonly word: 'confirmed' | 'declined'
  readonly broughtBy: string
  readonly signInMethod: string
  readonly at: string
}

/** What one side says in a divergence. */
export interface SideWords {
  readonly side: SideRef
  readonly words: string
}

/** A conclusion as it stood when the minutes end. */
export interface ConclusionView {
  readonly id: string
  readonly kind: ConclusionKind
  readonly title: string
  readonly itemId: string | null
  readonly outcome: Outcome
  /** Since when; ISO 8601, UTC. */
  readonly at: string
  /** The current version; null for a divergence, and when its entry was erased. */
  readonly text: VersionText | null
  /** Who was asked for a stance on the current version; empty while it is not put. */
  readonly deciders: readonly SideRef[]
  /** Stances on the current version. */
  readonly stances: readonly StanceView[]
  /** Each side's own words, for a divergence. */
  readonly words: readonly SideWords[]
  /** SHA-256 of the adopted wording. */
  readonly contentHash: string | null
  /** Why it was withdrawn or declined, by whom it was superseded; empty for none. */
  readonly because: string
  /** The divergence that was recorded on it; null: none. */
  readonly divergence: { readonly id: string; readonly title: string } | null
}

const conclusionKinds: ReadonlySet<string> = new Set<ConclusionEntry['kind']>([
  'draft-made',
  'version-made',
  'put',
  'taken-back',
  'stance-taken',
  'adopted',
  'fixed-ad-referendum',
  'confirmed',
  'declined',
  'lapsed',
  'withdrawn',
  'divergence-recorded',
  'divergence-words',
  'superseded',
  'commitment-done',
  'commitment-dropped',
  'commitment-reopened',
  'record-put',
  'record-agreed',
  'shared',
  'unshared',
] satisfies ConclusionEntry['kind'][])

/** The conclusions of a record, in the order in which they first appear. */
export function conclusionsIn(body: readonly RecordLine[]): readonly ConclusionView[] {
  const views = new Map<string, ConclusionView>()
  for (const { entry, at } of body) {
    if (entry === null || !isConclusionEntry(entry)) continue
    const { id } = entry.conclusion
    views.set(id, after(views.get(id) ?? begun(entry.conclusion, at), entry, at))
    if (entry.kind !== 'divergence-recorded') continue
    const origin = views.get(entry.origin.id)
    if (origin !== undefined) views.set(origin.id, divergedOn(origin, entry.conclusion, at))
  }
  return [...views.values()]
}

function isConclusionEntry(entry: { readonly kind: string }): entry is ConclusionEntry {
  return conclusionKinds.has(entry.kind)
}

function begun({ id, kind, title, item }: ConclusionRef, at: string): ConclusionView {
  const nothing = { text: null, deciders: [], stances: [], words: [], contentHash: null, because: '', divergence: null }
  return { id, kind, title, itemId: item?.id ?? null, outcome: 'draft', at, ...nothing }
}

function after(view: ConclusionView, entry: ConclusionEntry, at: string): ConclusionView {
  switch (entry.kind) {
    case 'draft-made':
    case 'version-made':
      return { ...view, outcome: 'draft', at, text: entry.text, deciders: [], stances: [] }
    case 'put':
    case 'record-put':
      return { ...view, outcome: 'put', at, deciders: entry.deciders, stances: [], because: '' }
    case 'taken-back':
      return { ...view, outcome: 'draft', at, deciders: [], stances: [], because: entry.reason }
    case 'stance-taken':
      return { ...view, stances: stancesAfter(view.stances, entry, at) }
    case 'adopted':
    case 'record-agreed':
      return { ...view, outcome: 'adopted', at, contentHash: entry.contentHash }
    case 'fixed-ad-referendum':
      return { ...view, outcome: 'ad-referendum', at }
    case 'confirmed':
      return { ...view, stances: withWord(view.stances, entry, at) }
    case 'declined':
      return {
        ...view,
        outcome: 'declined',
        at,
        because: entry.reason,
        stances: withWord(view.stances, entry, at),
      }
    case 'lapsed':
      return { ...view, outcome: 'lapsed', at }
    case 'withdrawn':
      return { ...view, outcome: 'withdrawn', at, because: entry.reason }
    case 'divergence-recorded':
      return { ...view, outcome: 'recorded', at }
    case 'divergence-words':
      return { ...view, words: wordsAfter(view.words, entry.side, entry.words) }
    case 'superseded':
      return { ...view, outcome: 'superseded', at, because: entry.successor?.title ?? '' }
    case 'commitment-done':
    case 'commitment-dropped':
    case 'commitment-reopened':
    case 'shared':
    case 'unshared':
      return view
    default:
      return entry satisfies never
  }
}

/** What a divergence is recorded on names it, and ends when it was undecided (rule 11). */
function divergedOn(view: ConclusionView, { id, title }: ConclusionRef, at: string): ConclusionView {
  const divergence = { id, title }
  const wasUndecided = view.outcome === 'draft' || view.outcome === 'put'
  return wasUndecided ? { ...view, divergence, outcome: 'diverged', at, because: '' } : { ...view, divergence }
}

/** Where it stood, in one word more for a put version that all have answered and that the answers do not carry (rule 7). */
export function outcomeNow(view: ConclusionView): Outcome | NotCarried {
  return notCarriedBy(view) ?? view.outcome
}

/** Why a put version that all have answered is not adopted; null: it is not put, or somebody has not answered. */
export function notCarriedBy({ outcome, deciders, stances }: ConclusionView): NotCarried | null {
  if (outcome !== 'put') return null
  const answered = deciders.every((side) => stances.some((stance) => same(stance.side, side)))
  return answered ? notCarried(stances.map(({ stance }) => stance)) : null
}

type StanceEntry = Extract<ConclusionEntry, { kind: 'stance-taken' }>

/** The latest stance of a side stands in the place of its earlier one. */
function stancesAfter(stances: readonly StanceView[], entry: StanceEntry, at: string): readonly StanceView[] {
  const { side, stance, words, by, signInMethod, referendumBy, referendumZone = null } = entry
  const until = referendumBy === null ? null : { at: referendumBy, zone: referendumZone }
  const others = stances.filter((other) => !same(other.side, side))
  return [...others, { side, stance, words, givenBy: by.person.name, signInMethod, at, until, principals: null }]
}

type WordEntry = Extract<ConclusionEntry, { kind: 'confirmed' | 'declined' }>

function withWord(
  stances: readonly StanceView[],
  { kind: word, side, by, signInMethod }: WordEntry,
  at: string,
): readonly StanceView[] {
  const principals = { word, broughtBy: by.person.name, signInMethod, at }
  return stances.map((stance) => (same(stance.side, side) ? { ...stance, principals } : stance))
}

function wordsAfter(all: readonly SideWords[], side: SideRef, words: string): readonly SideWords[] {
  return [...all.filter((other) => !same(other.side, side)), { side, words }]
}

function same(one: SideRef, other: SideRef): boolean {
  return one.kind === other.kind && one.id === other.id
}
