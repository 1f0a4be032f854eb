import { earliestToday } from '#domain/calendar-day.ts'
import { activeParties } from '../meeting/meeting.ts'
import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import { hasVisible } from '../written/characters.ts'
import { canonicalText } from './canonical.ts'
import type { PutVersionToDeciders } from './command.ts'
import type { BareVersion, Conclusion, Draft, Version } from './conclusion.ts'
import type { ConclusionEvent, Decision } from './event.ts'
import {
  type ConclusionFacts,
  type Context,
  closedToDeciding,
  closedToReading,
  type DecidingCode,
  decidersOf,
  mayPut,
} from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { decidersNeeded } from './standing.ts'
import { flawInSupersession, olderOf, type SupersedingCode } from './supersession.ts'
import { flawIn, type TextFlaw } from './text.ts'

type PuttingCode = DecidingCode | 'not-entitled' | 'not-a-draft' | 'minutes-are-rendered'

type CooperationCode = 'no-commitment' | 'commitment-incomplete' | 'commitment-of-outsider' | 'commitment-due-in-past'

/** What can keep a draft from being put. */
export type ObstacleCode =
  | TextFlaw['refused']
  | 'too-few-parties'
  | 'meeting-not-closed'
  | 'resolution-limit'
  | CooperationCode
  | 'cites-limited-text'
  | SupersedingCode

/** The draft that somebody may put, or why not. Whether it is ready to be put is `obstacleToPutting`. */
export function draftToPut<V extends BareVersion = Version>(
  conclusion: Conclusion<V>,
  { meeting }: ConclusionFacts,
  by: Participant,
): Draft<V> | ConclusionRefusalWith<PuttingCode> {
  const closed = closedToDeciding(meeting)
  if (closed) return closed
  if (!mayPut(by, meeting)) return { refused: 'not-entitled' }
  if (conclusion.state !== 'draft') return { refused: 'not-a-draft', state: conclusion.state }
  // Minutes that were taken back are rendered anew and put in one act: `put-record`.
  const putBefore = conclusion.kind === 'record' && conclusion.current.putting !== null
  return putBefore ? { refused: 'minutes-are-rendered' } : conclusion
}

/**
 * The first thing that keeps this draft, as it is, from being put; null: it is ready. For screens that say beforehand
 * what is still needed; putting asks the same.
 */
export function obstacleToPutting(
  draft: Draft,
  facts: ConclusionFacts,
  now: Date,
): ConclusionRefusalWith<ObstacleCode> | null {
  return (
    flawIn('title', draft.title, 'must-be-there') ??
    flawIn(draft.kind === 'record' ? 'minutes' : 'wording', draft.current.wording, 'must-be-there') ??
    tooFewDeciders(draft, facts) ??
    outsideItsKind(draft, facts) ??
    flawInCooperation(draft, facts, now) ??
    closedToReading(facts.meeting) ??
    flawInSupersession(olderOf(draft, facts), decidersOf(facts.meeting))
  )
}

/**
 * The version stands still from here, and its deciders are fixed (rule 6). A version is put once: when its words are
 * put again after being taken back they are version n+1, so that no earlier stance can count for them.
 */
export function decidePutting(
  conclusion: Conclusion,
  command: PutVersionToDeciders,
  context: Context,
  now: Date,
): Decision<PuttingCode | 'version-changed' | ObstacleCode> {
  const draft = draftToPut(conclusion, context, command.by)
  if (isRefusal(draft)) return draft
  const { current } = draft
  if (command.version !== current.number) return { refused: 'version-changed', current: current.number }
  const obstacle = obstacleToPutting(draft, context, now)
  if (obstacle) return obstacle

  const happened = { conclusionId: draft.id, at: now, byPersonId: command.by.group.personId }
  const deciders = decidersOf(context.meeting)
  const { kind, title, supersedesId } = draft
  // Its number is no part of what is agreed, so the same words have the same hash in version n+1.
  const contentHash = context.sha256(canonicalText({ kind, title, supersedesId, content: current, deciders }))
  const putAs = (version: number): ConclusionEvent => ({ ...happened, type: 'put', version, deciders, contentHash })
  if (current.putting === null) return [putAs(current.number)]
  const next = current.number + 1
  const { wording, citations, commitments, chainHead } = current
  const content = { wording, citations, commitments, chainHead }
  return [{ ...happened, type: 'revised', version: next, content }, putAs(next)]
}

/** Rules 7 and 15: both sides of a bilateral, three parties for a resolution; elsewhere two, in a study session one. */
function tooFewDeciders(
  { kind }: Draft,
  { meeting }: ConclusionFacts,
): ConclusionRefusalWith<'too-few-parties'> | null {
  const present = decidersOf(meeting).length
  const needed = decidersNeeded(kind, meeting.kind === 'study')
  return present < needed ? { refused: 'too-few-parties', present, needed } : null
}

/** Rules 4 and 5 for resolutions; the record is agreed once the meeting has closed. */
function outsideItsKind(
  { kind }: Draft,
  { meeting }: ConclusionFacts,
): ConclusionRefusalWith<'meeting-not-closed' | 'resolution-limit'> | null {
  if (kind === 'record') return meeting.state === 'closed' ? null : { refused: 'meeting-not-closed' }
  if (kind !== 'resolution') return null
  const { resolutionLimit: limit, otherResolutionsPut: others } = meeting
  return others >= limit ? { refused: 'resolution-limit', limit, put: others } : null
}

/**
 * Rule 5: in a bilateral at least one commitment. Everywhere each one that is there says who does what by when; a line
 * without a responsible party belongs in the wording, as a general line.
 */
function flawInCooperation(
  { kind, current }: Draft,
  { meeting }: ConclusionFacts,
  now: Date,
): ConclusionRefusalWith<CooperationCode> | null {
  if (kind !== 'cooperation') return null
  if (meeting.kind === 'bilateral' && current.commitments.length === 0) return { refused: 'no-commitment' }
  const present = activeParties(meeting)
  for (const [place, { what, partyId, dueOn }] of current.commitments.entries()) {
    if (!hasVisible(what)) return { refused: 'commitment-incomplete', place, lacks: 'what' }
    if (partyId === null) return { refused: 'commitment-incomplete', place, lacks: 'party' }
    if (dueOn === null) return { refused: 'commitment-incomplete', place, lacks: 'due-date' }
    if (!present.includes(partyId)) return { refused: 'commitment-of-outsider', place, partyId }
    if (dueOn < earliestToday(now)) return { refused: 'commitment-due-in-past', place }
  }
  return null
}
