import type { DraftedKind, SideWords, TakenBackBecause } from './conclusion.ts'
import type { Content } from './content.ts'
import type { Decider } from './decider.ts'
import type { ConclusionRefusal, ConclusionRefusalWith } from './refusal.ts'
import type { PrincipalsWord, Stance } from './stance.ts'

interface Happened {
  /** The conclusion that it happened to: a supersession happens to the older one. */
  readonly conclusionId: string
  readonly at: Date
}

/** A draft was opened: version 1. */
export interface Opened extends Happened {
  readonly type: 'opened'
  readonly byPersonId: string
  /** The party for which the person sat, null for an officer without one. */
  readonly byPartyId: string | null
  readonly kind: DraftedKind
  readonly title: string
  readonly originId: string | null
  readonly supersedesId: string | null
  /** Version 1. */
  readonly content: Content
}

/** The draft was changed: version n+1. */
export interface Revised extends Happened {
  readonly type: 'revised'
  readonly byPersonId: string
  readonly version: number
  readonly content: Content
}

/** A version was put to its deciders, and stands still. */
export interface WasPut extends Happened {
  readonly type: 'put'
  readonly byPersonId: string
  readonly version: number
  readonly deciders: readonly Decider[]
  /** SHA-256 over the canonical text of what is put, in hex: what is adopted has the same. */
  readonly contentHash: string
}

/** A put version became a draft again. */
export interface TakenBack extends Happened {
  readonly type: 'taken-back'
  readonly version: number
  readonly because: TakenBackBecause
}

/** A draft or a put version was given up. */
export interface WasWithdrawn extends Happened {
  readonly type: 'withdrawn'
  readonly byPersonId: string
  readonly version: number
  readonly reason: string
}

/** A decider answered the put version, or answered it anew. */
export interface StanceTaken extends Happened {
  readonly type: 'stance-taken'
  readonly version: number
  readonly stance: Stance
}

/** All answers are there, and the text waits for principals (rule 8). */
export interface FixedAdReferendum extends Happened {
  readonly type: 'fixed-ad-referendum'
  readonly version: number
  /** Those whose principals are awaited. */
  readonly awaiting: readonly Decider[]
}

/** The put version was adopted (rule 7). */
export interface WasAdopted extends Happened {
  readonly type: 'adopted'
  readonly version: number
  /** SHA-256 over the canonical text, in hex. */
  readonly contentHash: string
}

/** Happens to the older conclusion, in the same decision as the adoption of the newer. */
export interface WasSuperseded extends Happened {
  readonly type: 'superseded'
  readonly byConclusionId: string
}

/** Somebody brought the word of their principals on a fixed text. */
export interface WordBrought extends Happened {
  readonly type: 'word-brought'
  readonly version: number
  readonly decider: Decider
  readonly word: PrincipalsWord
}

/** Principals declined a fixed text. */
export interface WasDeclined extends Happened {
  readonly type: 'declined'
  readonly version: number
  readonly decider: Decider
  readonly reason: string | null
}

/** A fixed text lapsed. */
export interface HasLapsed extends Happened {
  readonly type: 'lapsed'
  readonly version: number
  /** Those whose date passed; empty: too few parties were left to adopt a resolution. */
  readonly overdue: readonly Decider[]
}

/** A divergence was recorded on a conclusion that was not adopted (rule 11). */
export interface DivergenceRecorded extends Happened {
  readonly type: 'divergence-recorded'
  readonly byPersonId: string
  readonly title: string
  readonly originId: string
  readonly sides: readonly Decider[]
}

/** Happens to the undecided conclusion on which a divergence is recorded, in the same decision. */
export interface HasDiverged extends Happened {
  readonly type: 'diverged'
  readonly version: number
  readonly byConclusionId: string
}

/** A side wrote its own words into a divergence, or changed them. */
export interface WordsWritten extends Happened {
  readonly type: 'words-written'
  readonly words: SideWords
}

/** Everything that can happen to a conclusion. */
export type ConclusionEvent =
  | Opened
  | Revised
  | WasPut
  | TakenBack
  | WasWithdrawn
  | StanceTaken
  | FixedAdReferendum
  | WasAdopted
  | WasSuperseded
  | WordBrought
  | WasDeclined
  | HasLapsed
  | DivergenceRecorded
  | HasDiverged
  | WordsWritten

/**
 * What follows from an act, in order, or why it is refused: with one of these codes, or any. No events: nothing follows, and nothing is
 * wrong.
 */
export type Decision<Code extends ConclusionRefusal['refused'] = ConclusionRefusal['refused']> =
  | readonly ConclusionEvent[]
  | ConclusionRefusalWith<Code>
