import type { Content } from './content.ts'
import type { Decider } from './decider.ts'
import type { Stance } from './stance.ts'

/** The kinds that people draft. */
export const writtenKinds = ['common-understanding', 'common-position', 'cooperation', 'resolution'] as const

/** The kinds that are drafted, put and adopted. `record`: the minutes, agreed as a conclusion is. */
export type DraftedKind = (typeof writtenKinds)[number] | 'record'

/** A divergence is recorded, not adopted: disagreement is a result too (M10). */
export const conclusionKinds = [...writtenKinds, 'record', 'divergence'] as const

export type ConclusionKind = (typeof conclusionKinds)[number]

/** Where what is drafted can stand, from the draft on. */
export const draftedStates = [
  'draft',
  'put',
  'ad-referendum',
  'adopted',
  'superseded',
  'declined',
  'lapsed',
  'withdrawn',
  'diverged',
] as const

/** Where a conclusion can stand; `recorded`: a divergence. */
export const conclusionStates = [...draftedStates, 'recorded'] as const

export type ConclusionState = (typeof conclusionStates)[number]

/** Why a put version became a draft again. */
export type TakenBackBecause =
  | { readonly kind: 'reason'; readonly byPersonId: string; readonly reason: string }
  | { readonly kind: 'left'; readonly decider: Decider }

/** One putting of a version: it stands still, and these deciders answer it. */
export interface Putting {
  readonly at: Date
  readonly byPersonId: string
  /** Fixed by the act of putting (rule 6). */
  readonly deciders: readonly Decider[]
  /** At most one for each decider: the latest, in the order of answering. */
  readonly stances: readonly Stance[]
  /** Set once the version was taken back: its stances are history and count for nothing. */
  readonly takenBack: { readonly at: Date; readonly because: TakenBackBecause } | null
}

/** What became of a version, without what it says. */
export interface BareVersion {
  /** 1, 2, 3 … without a gap. */
  readonly number: number
  readonly byPersonId: string
  readonly at: Date
  readonly putting: Putting | null
}

/** One wording under discussion. It is put at most once; to put the same words again makes version n+1. */
export interface Version extends BareVersion, Content {}

/** A version on which its deciders were asked. */
export type PutVersion<V extends BareVersion = Version> = V & { readonly putting: Putting }

interface Drafted {
  readonly id: string
  readonly kind: DraftedKind
  readonly state: (typeof draftedStates)[number]
  /** What it is called; fixed when it is opened. */
  readonly title: string
  /** The conclusion, not adopted, whose wording it started from (rule 8). */
  readonly originId: string | null
  /** The adopted conclusion that it replaces when it is adopted itself (rule 10). */
  readonly supersedesId: string | null
  /** What became of the versions before the current one, oldest first; no rule looks at what they said. */
  readonly earlier: readonly BareVersion[]
}

/** Under discussion. */
export interface Draft<V extends BareVersion = Version> extends Drafted {
  readonly state: 'draft'
  readonly current: V
}

/** The current version stands still and is being decided on. */
export interface Put<V extends BareVersion = Version> extends Drafted {
  readonly state: 'put'
  readonly current: PutVersion<V>
}

/** Text fixed, awaiting the principals of named parties (rule 8). */
export interface AdReferendum<V extends BareVersion = Version> extends Drafted {
  readonly state: 'ad-referendum'
  readonly current: PutVersion<V>
}

/** Agreed, and immutable from then on (rule 10). */
export interface Adopted<V extends BareVersion = Version> extends Drafted {
  readonly state: 'adopted'
  readonly current: PutVersion<V>
  readonly adoptedAt: Date
  /** SHA-256 over the canonical text of the adopted version, in hex. */
  readonly contentHash: string
}

/** Adopted once, and replaced by a later conclusion; what was agreed stays as it was. */
export interface Superseded<V extends BareVersion = Version> extends Omit<Adopted<V>, 'state'> {
  readonly state: 'superseded'
  readonly supersededById: string
}

/** Principals declined. */
export interface Declined<V extends BareVersion = Version> extends Drafted {
  readonly state: 'declined'
  readonly current: PutVersion<V>
  readonly endedAt: Date
  readonly endReason: string | null
}

/** A date passed without the principals' word, or too few parties were left to adopt a resolution. */
export interface Lapsed<V extends BareVersion = Version> extends Drafted {
  readonly state: 'lapsed'
  readonly current: PutVersion<V>
  readonly endedAt: Date
}

/** Given up before it was decided. */
export interface Withdrawn<V extends BareVersion = Version> extends Drafted {
  readonly state: 'withdrawn'
  readonly current: V
  readonly endedAt: Date
  readonly endReason: string
}

/** Not adopted: a divergence was recorded on it, and what was answered stays as it was (rule 11). */
export interface Diverged<V extends BareVersion = Version> extends Drafted {
  readonly state: 'diverged'
  readonly current: V
  readonly endedAt: Date
}

/** One side's own words in a divergence. */
export interface SideWords {
  readonly side: Decider
  readonly words: string
  readonly writtenById: string
  readonly writtenAt: Date
}

/** A recorded divergence: no wording, no stances; each side has its own words in it (rule 11). */
export interface Divergence {
  readonly id: string
  readonly kind: 'divergence'
  readonly state: 'recorded'
  readonly title: string
  /** The conclusion that was not adopted and on which it rests. */
  readonly originId: string
  readonly recordedAt: Date
  readonly sides: readonly Decider[]
  /** At most one for each side; a side that has not written yet is absent. */
  readonly words: readonly SideWords[]
}

/** An agreed conclusion, on its way or at its end. */
export type Conclusion<V extends BareVersion = Version> =
  | Draft<V>
  | Put<V>
  | AdReferendum<V>
  | Adopted<V>
  | Superseded<V>
  | Declined<V>
  | Lapsed<V>
  | Withdrawn<V>
  | Diverged<V>
  | Divergence

/** A conclusion without what it says: enough to tell where it stands, and what it asks of whom. */
export type BareConclusion = Conclusion<BareVersion>
