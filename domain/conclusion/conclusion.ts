import type { Content } from './content.ts'
import type { Decider } from './people.ts'
import type { Stance } from './stance.ts'

/** The kinds that are drafted, put and adopted. `record`: the minutes, agreed as a conclusion is. */
export type DraftedKind = 'common-understanding' | 'common-position' | 'cooperation' | 'resolution' | 'record'

/** A divergence is recorded, not adopted: disagreement is a result too (M10). */
export type ConclusionKind = DraftedKind | 'divergence'

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

/** One wording under discussion. It is put at most once; to put the same words again makes version n+1. */
export interface Version extends Content {
  /** 1, 2, 3 … without a gap. */
  readonly number: number
  readonly byPersonId: string
  readonly at: Date
  readonly putting: Putting | null
}

/** A version on which its deciders were asked. */
export type PutVersion = Version & { readonly putting: Putting }

interface Drafted {
  readonly id: string
  readonly kind: DraftedKind
  /** What it is called; fixed when it is opened. */
  readonly title: string
  /** The declined or lapsed conclusion whose wording it started from (rule 8). */
  readonly originId: string | null
  /** The adopted conclusion that it replaces when it is adopted itself (rule 10). */
  readonly supersedesId: string | null
  /** The versions before the current one, oldest first. */
  readonly earlier: readonly Version[]
}

/** Under discussion. */
export interface Draft extends Drafted {
  readonly state: 'draft'
  readonly current: Version
}

/** The current version stands still and is being decided on. */
export interface Put extends Drafted {
  readonly state: 'put'
  readonly current: PutVersion
}

/** Text fixed, awaiting the principals of named parties (rule 8). */
export interface AdReferendum extends Drafted {
  readonly state: 'ad-referendum'
  readonly current: PutVersion
}

/** Agreed, and immutable from then on (rule 10). */
export interface Adopted extends Drafted {
  readonly state: 'adopted'
  readonly current: PutVersion
  readonly adoptedAt: Date
  /** SHA-256 over the canonical text of the adopted version, in hex. */
  readonly contentHash: string
}

/** Adopted once, and replaced by a later conclusion; what was agreed stays as it was. */
export interface Superseded extends Omit<Adopted, 'state'> {
  readonly state: 'superseded'
  readonly supersededById: string
}

/** Principals declined. */
export interface Declined extends Drafted {
  readonly state: 'declined'
  readonly current: PutVersion
  readonly endedAt: Date
  readonly endReason: string | null
}

/** A date passed without the principals' word. */
export interface Lapsed extends Drafted {
  readonly state: 'lapsed'
  readonly current: PutVersion
  readonly endedAt: Date
}

/** Given up before it was decided. */
export interface Withdrawn extends Drafted {
  readonly state: 'withdrawn'
  readonly current: Version
  readonly endedAt: Date
  readonly endReason: string
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
export type Conclusion = Draft | Put | AdReferendum | Adopted | Superseded | Declined | Lapsed | Withdrawn | Divergence

export type ConclusionState = Conclusion['state']
