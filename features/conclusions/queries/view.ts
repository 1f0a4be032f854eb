/** What pages and the API say of conclusions. Instants are ISO 8601 in UTC; dates `YYYY-MM-DD`. */

import type { ConclusionAsk } from '#domain/conclusion/asked.ts'
import type { ConclusionAct, Following } from '#domain/conclusion/can.ts'
import type { ConclusionKind, ConclusionState } from '#domain/conclusion/conclusion.ts'
import type { RecordedUpTo } from '#domain/conclusion/content.ts'
import type { PrincipalsWord, StanceKind } from '#domain/conclusion/stance.ts'
import type { OutcomeSoFar } from '#domain/conclusion/standing.ts'
import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import type { PersonRef, SideRef } from '#domain/record/entry.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { CommitmentView } from './commitment-view.ts'

/** What is asked of the viewer, and by when; see domain/conclusion/asked.ts. */
export interface AskedView {
  readonly kind: ConclusionAsk['kind']
  /** The side for which it is asked; null: whoever conducts the meeting is asked. */
  readonly of: SideRef | null
  /** The version to answer, or to decide about; null for words in a divergence. */
  readonly version: number | null
  /** Until when the principals have their word: the end of a day in the zone of their party. */
  readonly due: string | null
  /** That zone; null where there is none, or somebody answers for themselves. */
  readonly dueZone: string | null
}

export interface StanceView {
  readonly side: SideRef
  readonly kind: StanceKind
  /** The reservation or the reason; null: none. */
  readonly words: string | null
  /** Until when the principals have their word, and the zone of the party in which that day ends. */
  readonly referendumBy: string | null
  readonly referendumZone: string | null
  readonly givenBy: PersonRef
  /** How whoever gave it had signed in (rule 13). */
  readonly signInMethod: string
  readonly givenAt: string
  readonly principals: {
    readonly word: PrincipalsWord['word']
    readonly by: PersonRef
    readonly signInMethod: string
    readonly at: string
  } | null
}

/** One version in the history; its words are read by comparing it, also with itself. */
export interface VersionView {
  readonly number: number
  readonly by: PersonRef
  readonly at: string
  readonly put: { readonly at: string; readonly by: PersonRef } | null
  readonly takenBack: {
    readonly at: string
    /** Null: because a decider left. */
    readonly by: PersonRef | null
    readonly left: SideRef | null
    readonly reason: string | null
  } | null
  readonly stances: readonly StanceView[]
}

/** Another conclusion to which this one is tied. */
export interface LinkedConclusion {
  readonly id: string
  readonly title: string
  readonly kind: ConclusionKind
  readonly state: ConclusionState
  /** Null: the conclusion is shared with the viewer, its meeting is not. */
  readonly meetingId: string | null
}

export interface SideView {
  readonly side: SideRef
  readonly words: string | null
  readonly writtenBy: PersonRef | null
  readonly writtenAt: string | null
}

/** What this viewer may do; `new-draft` from its wording, `supersede` it, `share`, take agreement to sharing back. */
export type OfferedAct = ConclusionAct | Following | 'share' | 'unshare'

export interface ConclusionView {
  readonly id: string
  readonly groupId: string
  readonly meeting: {
    readonly id: string
    readonly title: string
    readonly kind: MeetingKind
    readonly state: MeetingState
  }
  readonly item: { readonly id: string; readonly title: string } | null
  readonly kind: ConclusionKind
  readonly title: string
  readonly state: ConclusionState
  readonly outcome: OutcomeSoFar
  /** What the outcome names: who is missing, whose principals are awaited. */
  readonly missing: readonly SideRef[]
  readonly awaiting: readonly SideRef[]
  /** How many principals let their date pass; of a text that lapsed, 0: too few parties were left to adopt it. */
  readonly overdue: number
  readonly deciders: readonly SideRef[]
  /** The answers that count. */
  readonly stances: readonly StanceView[]
  /** What the current version says; null: a divergence. */
  readonly wording: string | null
  /** Newest first; empty for a divergence. */
  readonly versions: readonly VersionView[]
  readonly chainHead: RecordedUpTo | null
  readonly citations: readonly CitationView[]
  readonly commitments: readonly CommitmentView[]
  readonly sides: readonly SideView[]
  readonly adoptedAt: string | null
  readonly contentHash: string | null
  readonly endedAt: string | null
  readonly endReason: string | null
  readonly sharing: {
    readonly with: 'parties' | 'group'
    readonly agreed: readonly SideRef[]
    readonly missing: readonly SideRef[]
  } | null
  readonly origin: LinkedConclusion | null
  readonly supersedes: LinkedConclusion | null
  readonly supersededBy: LinkedConclusion | null
  /** Drafts and divergences that came of it. */
  readonly offspring: readonly LinkedConclusion[]
  readonly asked: AskedView | null
  /** For whom the viewer speaks here: their party, or in a study session themselves; null: for nobody. */
  readonly ownSide: SideRef | null
  /** What the viewer's consent would bring about at once; null: nothing yet. */
  readonly decidedByConsent: 'agreed' | 'agreed-ad-referendum' | null
  readonly can: Readonly<Record<OfferedAct, boolean>>
  /** What keeps a draft from being put, for whoever may put it. */
  readonly obstacle: Refusal | null
  /** IANA zone in which the viewer reads times. */
  readonly zone: string
}

/** An adopted conclusion as a member of the group reads it: what was agreed and by whom, not how it came about. */
export interface SharedConclusionView {
  readonly id: string
  readonly groupId: string
  readonly kind: ConclusionKind
  readonly title: string
  readonly state: 'adopted' | 'superseded'
  readonly wording: string
  readonly citations: readonly CitationView[]
  readonly commitments: readonly CommitmentView[]
  readonly deciders: readonly SideRef[]
  readonly adoptedAt: string
  readonly contentHash: string
  readonly zone: string
}

/** A conclusion in a list. */
export interface ConclusionLine {
  readonly id: string
  readonly title: string
  readonly kind: ConclusionKind
  readonly state: ConclusionState
  readonly outcome: OutcomeSoFar
  /** The current version; 0: a divergence has none. */
  readonly version: number
  readonly answered: number
  /** How many decide, or how many sides there are; 0 before it is put. */
  readonly deciders: number
  readonly asked: ConclusionAsk['kind'] | null
  readonly due: string | null
  /** When it came to where it stands. */
  readonly at: string
}

/** The conclusions of a meeting under the items of its agenda; `null`: under no item. */
export interface MeetingConclusions {
  readonly meeting: ConclusionView['meeting'] & { readonly groupId: string }
  readonly items: readonly {
    readonly item: { readonly id: string; readonly title: string; readonly kind: string } | null
    readonly conclusions: readonly ConclusionLine[]
  }[]
  /** What is asked of the viewer here, in words of the list. */
  readonly asked: number
  /** The viewer's party left the meeting: what it keeps of it. */
  readonly kept: boolean
  /** How many are listed at most: there are older ones. Null: these are all. */
  readonly newest: number | null
  readonly can: { readonly open: boolean }
  readonly zone: string
}
