import type { PlannedYears } from '#domain/zoned-time.ts'
import type { RefusalWith } from '../refusal.ts'
import type { ChangedMeanwhile } from '../said-anew.ts'
import type { ConclusionState } from './conclusion.ts'
import type { Decider } from './decider.ts'
import type { StanceKind } from './stance.ts'
import type { TextFlaw } from './text.ts'

/** A refusal of an act on conclusions with one of these codes. */
export type ConclusionRefusalWith<Code extends ConclusionRefusal['refused']> = RefusalWith<ConclusionRefusal, Code>

/** Why an act is not done, with the facts that its sentence in `messages/` needs. Returned, never thrown. */
export type ConclusionRefusal =
  /** The actor holds no office, speaks for no party, or is not asked, as the act requires (rules 6, 11, 13). */
  | { readonly refused: 'not-entitled' }
  /** The meeting is not scheduled yet. */
  | { readonly refused: 'meeting-in-draft' }
  | { readonly refused: 'meeting-cancelled' }
  /** Drafts may be made; putting and answering begin when the meeting opens. */
  | { readonly refused: 'meeting-not-open' }
  /** The record is agreed after the meeting has closed. */
  | { readonly refused: 'meeting-not-closed' }
  /** The record of the meeting is agreed: only the principals' word on a fixed text may still come (rules 7, 8). */
  | { readonly refused: 'record-agreed' }

  /** A conclusion is opened once. */
  | { readonly refused: 'already-exists' }
  /** An act on a conclusion that was never opened. */
  | { readonly refused: 'no-such-conclusion' }
  | { readonly refused: 'not-a-draft'; readonly state: ConclusionState }
  | { readonly refused: 'not-put'; readonly state: ConclusionState }
  | { readonly refused: 'not-ad-referendum'; readonly state: ConclusionState }
  | { readonly refused: 'not-a-divergence'; readonly state: ConclusionState }
  /** A put version is not changed; it is taken back first (rule 6). */
  | { readonly refused: 'version-stands-still'; readonly version: number }
  /** The act names a version that is not the current one (rule 6). */
  | { readonly refused: 'version-changed'; readonly current: number }
  /** Somebody else of the same side answered since. */
  | { readonly refused: 'answered-meanwhile' }
  /** Somebody else of the same side wrote since. */
  | ChangedMeanwhile
  | TextFlaw
  | { readonly refused: 'too-many'; readonly what: 'citations' | 'commitments'; readonly limit: number }
  /** `place`: which commitment, from 0. */
  | ({ readonly refused: 'date-does-not-exist'; readonly place: number } & PlannedYears)

  /** Resolutions belong to multilaterals (rule 5). */
  | { readonly refused: 'resolution-needs-multilateral' }
  /** Rule 4. */
  | { readonly refused: 'resolution-limit'; readonly limit: number; readonly put: number }
  /** Too few deciders are left for anything to be adopted; a resolution needs three parties (rules 7, 15). */
  | { readonly refused: 'too-few-parties'; readonly present: number; readonly needed: number }
  /** It rests on a text that not every party present may read: nobody agrees to words that are hidden from them. */
  | { readonly refused: 'cites-limited-text' }
  /** Cooperation in a bilateral says who does what by when (rule 5). */
  | { readonly refused: 'no-commitment' }
  | {
      readonly refused: 'commitment-incomplete'
      readonly place: number
      readonly lacks: 'what' | 'party' | 'due-date'
    }
  /** A conclusion binds nobody who is not there to agree to it. */
  | { readonly refused: 'commitment-of-outsider'; readonly place: number; readonly partyId: string }
  | { readonly refused: 'commitment-due-in-past'; readonly place: number }
  /** Commitments stand in conclusions on cooperation (vocabulary). */
  | { readonly refused: 'commitments-need-cooperation' }
  /** The record, and nothing else, names the entry up to which it goes. */
  | { readonly refused: 'record-head-mismatch' }
  /** Minutes are rendered from the record and put with it; nobody words them by hand. */
  | { readonly refused: 'minutes-are-rendered' }
  /** The minutes are put, or fixed, already: to put them anew they are taken back first. */
  | { readonly refused: 'record-is-put'; readonly state: ConclusionState }
  /** Only declined or lapsed wording starts a new draft (rule 8). */
  | { readonly refused: 'origin-not-ended'; readonly state: ConclusionState }

  /** Only an adopted conclusion is superseded, once, and never a record (rule 10). */
  | { readonly refused: 'not-supersedable'; readonly state: ConclusionState }
  /** Whoever decided the older must decide the newer; `missing` would not be asked. */
  | { readonly refused: 'supersedes-other-parties'; readonly missing: readonly Decider[] }
  /** Whoever decides the newer can read the older that it names; `unseen` neither decided it nor is it open to them. */
  | { readonly refused: 'supersedes-unseen'; readonly unseen: readonly Decider[] }

  /** In a bilateral both sides consent: neither can stand aside (rule 7). */
  | { readonly refused: 'no-standing-aside'; readonly kind: StanceKind }
  /** A stance ad referendum names an instant that lies ahead. */
  | { readonly refused: 'date-not-ahead' }
  /** This party's principals were not asked, or have spoken. */
  | { readonly refused: 'no-word-awaited' }
  /** The text has lapsed, noted or not. `can` says so; `decide` answers a late word with the lapse itself. */
  | { readonly refused: 'text-lapsed' }

  /** A divergence rests on a draft that was not adopted (rule 11). */
  | { readonly refused: 'rests-on-nothing' }
  /** It was adopted, or is itself a divergence. */
  | { readonly refused: 'nothing-diverges'; readonly state: ConclusionState }
  /** Its deciders or their principals have not all answered: it may still be adopted. */
  | { readonly refused: 'still-undecided'; readonly state: ConclusionState }
