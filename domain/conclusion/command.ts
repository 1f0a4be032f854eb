import type { Participant } from '../meeting/participant.ts'
import type { DraftedKind } from './conclusion.ts'
import type { Content } from './content.ts'
import type { Decider } from './decider.ts'
import type { PrincipalsWord, StanceAnswer } from './stance.ts'

/** Open a draft: version 1. What it starts from or supersedes comes with the facts. */
export interface Open {
  readonly type: 'open'
  readonly by: Participant
  readonly conclusionId: string
  readonly kind: DraftedKind
  readonly title: string
  readonly content: Content
}

/** Change the draft: version n+1, made from the version that the writer had before them. */
export interface Revise {
  readonly type: 'revise'
  readonly by: Participant
  readonly baseVersion: number
  readonly content: Content
}

/** Put a version to its deciders (rule 6). */
export interface PutVersionToDeciders {
  readonly type: 'put'
  readonly by: Participant
  readonly version: number
}

/** Render the minutes up to the head of the record and put them, in one act. The content is of kind `record`. */
export interface PutRecord {
  readonly type: 'put-record'
  readonly by: Participant
  /** Of the minutes that are opened; without meaning when a draft of them is there already. */
  readonly conclusionId: string
  readonly title: string
  readonly content: Content
}

/** Take a put version back to draft. */
export interface TakeBack {
  readonly type: 'take-back'
  readonly by: Participant
  readonly version: number
  readonly reason: string
}

/** Give a draft or a put version up. */
export interface Withdraw {
  readonly type: 'withdraw'
  readonly by: Participant
  readonly version: number
  readonly reason: string
}

/** Answer a put version, or answer it anew while nothing is decided. */
export interface TakeStance {
  readonly type: 'take-stance'
  readonly by: Participant
  /** How the person had signed in, e.g. `mail-link`. The stance shows it (rule 13). */
  readonly signInMethod: string
  readonly version: number
  readonly answer: StanceAnswer
  /** When the answer of the same side was given that this one replaces; null: there was none. Undefined: whatever stands there. */
  readonly replaces?: Date | null | undefined
}

/** Bring the principals' word on a text that was fixed ad referendum (rule 8). */
export interface BringWord {
  readonly type: 'bring-word'
  readonly by: Participant
  /** How the person had signed in, e.g. `mail-link`. The word shows it (rule 13). */
  readonly signInMethod: string
  readonly version: number
  readonly word: PrincipalsWord['word']
  /** Principals owe no reason. */
  readonly reason: string | null
}

/** The clock's act: a text whose date passed lapses (rule 8). Nothing follows before the date. */
export interface Lapse {
  readonly type: 'lapse'
}

/** A party left the meeting, or a participant the study session: what was put to it returns to draft (rule 15). */
export interface Leave {
  readonly type: 'leave'
  readonly decider: Decider
}

/** Record a divergence on the conclusion that the facts name as its origin (rule 11). */
export interface RecordDivergence {
  readonly type: 'record-divergence'
  readonly by: Participant
  readonly conclusionId: string
  readonly title: string
}

/** Write, or change, one's own side's words in a divergence. */
export interface WriteWords {
  readonly type: 'write-words'
  readonly by: Participant
  readonly words: string
  /** What stood there when the actor looked; null: nothing. */
  readonly seen: string | null
}

/** Everything that can be asked of a conclusion. */
export type Command =
  | Open
  | Revise
  | PutVersionToDeciders
  | PutRecord
  | TakeBack
  | Withdraw
  | TakeStance
  | BringWord
  | Lapse
  | Leave
  | RecordDivergence
  | WriteWords
