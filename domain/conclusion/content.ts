import { isPlainDate, plannedYears } from '#domain/zoned-time.ts'
import type { Citation } from '../text/citation.ts'
import type { DraftedKind } from './conclusion.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { flawIn, LIMITS, type TextFlaw } from './text.ts'

/** Who does what by when, as worded in one version; its place in the list is its name there. May be incomplete in a draft. */
export interface CommitmentTerms {
  readonly what: string
  /** The responsible party. */
  readonly partyId: string | null
  /** The person in it who sees to it, if named. */
  readonly personId: string | null
  /** The last day on which it is on time, in the responsible party's zone: a calendar date, `2027-03-31`. */
  readonly dueOn: string | null
}

/** The entry of the meeting's record up to and including which the minutes are agreed. */
export interface RecordedUpTo {
  readonly sequence: number
  readonly hash: string
}

/** All that is agreed, word for word. Any change of it makes a new version. */
export interface Content {
  /** At most `LIMITS.wording` UTF-16 units, of minutes `LIMITS.minutes`; may be empty in a draft. */
  readonly wording: string
  /** What the wording rests on. Where they point is nothing to these rules. */
  readonly citations: readonly Citation[]
  /** Only in a conclusion on cooperation (vocabulary). */
  readonly commitments: readonly CommitmentTerms[]
  /** Set in a conclusion of kind `record`, and only there. */
  readonly chainHead: RecordedUpTo | null
}

/** What can be wrong with a content by itself. */
export type ContentCode =
  | 'too-many'
  | 'commitments-need-cooperation'
  | 'record-head-mismatch'
  | 'date-does-not-exist'
  | TextFlaw['refused']

/** What is wrong with a content before anybody looks at what it says: size, form, and what its kind cannot hold. */
export function flawInContent(kind: DraftedKind, content: Content): ConclusionRefusalWith<ContentCode> | null {
  const { wording, citations, commitments, chainHead } = content
  if (citations.length > LIMITS.citations) return { refused: 'too-many', what: 'citations', limit: LIMITS.citations }
  if (commitments.length > LIMITS.commitments)
    return { refused: 'too-many', what: 'commitments', limit: LIMITS.commitments }
  if (commitments.length > 0 && kind !== 'cooperation') return { refused: 'commitments-need-cooperation' }
  if ((kind === 'record') !== (chainHead !== null)) return { refused: 'record-head-mismatch' }
  return flawIn(kind === 'record' ? 'minutes' : 'wording', wording, 'may-be-empty') ?? flawInCommitments(commitments)
}

function flawInCommitments(
  commitments: readonly CommitmentTerms[],
): ConclusionRefusalWith<'date-does-not-exist' | TextFlaw['refused']> | null {
  const { firstYear, lastYear } = plannedYears
  for (const [place, { what, dueOn }] of commitments.entries()) {
    const flaw = flawIn('what', what, 'may-be-empty')
    if (flaw) return flaw
    if (dueOn !== null && !isPlainDate(dueOn)) return { refused: 'date-does-not-exist', place, firstYear, lastYear }
  }
  return null
}
