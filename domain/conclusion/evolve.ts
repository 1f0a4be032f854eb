import type {
  Conclusion,
  ConclusionState,
  Divergence,
  Draft,
  Put,
  PutVersion,
  TakenBackBecause,
  Withdrawn,
} from './conclusion.ts'
import { sameDecider } from './decider.ts'
import type {
  ConclusionEvent,
  DivergenceRecorded,
  Opened,
  Revised,
  WasPut,
  WasWithdrawn,
  WordBrought,
  WordsWritten,
} from './event.ts'
import type { Stance } from './stance.ts'

/**
 * The conclusion after an event. Events of other conclusions leave it as it is, so one decision's events can be
 * applied to the newer and to the older conclusion alike. An event that its state cannot have is a broken
 * expectation: thrown.
 */
export function evolve(conclusion: Conclusion | null, event: ConclusionEvent): Conclusion {
  if (conclusion === null) return begin(event)
  if (event.conclusionId !== conclusion.id) return conclusion
  switch (event.type) {
    case 'opened':
    case 'divergence-recorded':
      throw new Error(`A conclusion begins once: ${event.type}`)
    case 'revised':
      return revised(inState(conclusion, 'draft'), event)
    case 'put':
      return put(inState(conclusion, 'draft'), event)
    case 'taken-back': {
      const put = inState(conclusion, 'put')
      return { ...put, state: 'draft', current: takenBack(put.current, event.at, event.because) }
    }
    case 'withdrawn':
      return withdrawn(inState(conclusion, 'draft', 'put'), event)
    case 'stance-taken': {
      const put = inState(conclusion, 'put')
      return { ...put, current: answered(put.current, event.stance) }
    }
    case 'fixed-ad-referendum':
      return { ...inState(conclusion, 'put'), state: 'ad-referendum' }
    case 'word-brought': {
      const waiting = inState(conclusion, 'ad-referendum')
      return { ...waiting, current: spoken(waiting.current, event) }
    }
    case 'adopted': {
      const decided = inState(conclusion, 'put', 'ad-referendum')
      return { ...decided, state: 'adopted', adoptedAt: event.at, contentHash: event.contentHash }
    }
    case 'declined':
      return {
        ...inState(conclusion, 'ad-referendum'),
        state: 'declined',
        endedAt: event.at,
        endReason: event.reason,
      }
    case 'lapsed':
      return { ...inState(conclusion, 'ad-referendum'), state: 'lapsed', endedAt: event.at }
    case 'superseded':
      return { ...inState(conclusion, 'adopted'), state: 'superseded', supersededById: event.byConclusionId }
    case 'diverged':
      return { ...inState(conclusion, 'draft', 'put'), state: 'diverged', endedAt: event.at }
    case 'words-written':
      return written(inState(conclusion, 'recorded'), event)
    default:
      return event satisfies never
  }
}

/** The version with this answer in place of the same decider's earlier one. */
export function answered(version: PutVersion, stance: Stance): PutVersion {
  const others = version.putting.stances.filter((other) => !sameDecider(other.decider, stance.decider))
  return { ...version, putting: { ...version.putting, stances: [...others, stance] } }
}

/** The version with the word of this decider's principals. */
export function spoken(version: PutVersion, { decider, word }: Pick<WordBrought, 'decider' | 'word'>): PutVersion {
  const stances = version.putting.stances.map((stance) =>
    sameDecider(stance.decider, decider) ? { ...stance, principals: word } : stance,
  )
  return { ...version, putting: { ...version.putting, stances } }
}

function begin(event: ConclusionEvent): Conclusion {
  switch (event.type) {
    case 'opened':
      return opened(event)
    case 'divergence-recorded':
      return recorded(event)
    default:
      throw new Error(`A conclusion does not begin with: ${event.type}`)
  }
}

function opened({ conclusionId, kind, title, originId, supersedesId, content, byPersonId, at }: Opened): Draft {
  const current = { ...content, number: 1, byPersonId, at, putting: null }
  return { id: conclusionId, kind, title, state: 'draft', originId, supersedesId, earlier: [], current }
}

function revised(draft: Draft, { content, version, byPersonId, at }: Revised): Draft {
  const current = { ...content, number: version, byPersonId, at, putting: null }
  return { ...draft, earlier: [...draft.earlier, draft.current], current }
}

function put(draft: Draft, { at, byPersonId, deciders }: WasPut): Put {
  const putting = { at, byPersonId, deciders, stances: [], takenBack: null }
  return { ...draft, state: 'put', current: { ...draft.current, putting } }
}

/** A version that is withdrawn while it is put is thereby taken back. */
function withdrawn(undecided: Draft | Put, { at, byPersonId, reason }: WasWithdrawn): Withdrawn {
  const because = { kind: 'reason', byPersonId, reason } as const
  const current = undecided.state === 'put' ? takenBack(undecided.current, at, because) : undecided.current
  return { ...undecided, state: 'withdrawn', endedAt: at, endReason: reason, current }
}

function takenBack(version: PutVersion, at: Date, because: TakenBackBecause): PutVersion {
  return { ...version, putting: { ...version.putting, takenBack: { at, because } } }
}

function recorded({ conclusionId, title, originId, sides, at }: DivergenceRecorded): Divergence {
  const state = 'recorded'
  return { id: conclusionId, kind: 'divergence', state, title, originId, recordedAt: at, sides, words: [] }
}

function written(divergence: Divergence, { words }: WordsWritten): Divergence {
  const others = divergence.words.filter((other) => !sameDecider(other.side, words.side))
  return { ...divergence, words: [...others, words] }
}

function inState<S extends ConclusionState>(conclusion: Conclusion, ...states: S[]): Extract<Conclusion, { state: S }> {
  const fits = (one: Conclusion): one is Extract<Conclusion, { state: S }> =>
    states.some((state) => state === one.state)
  if (!fits(conclusion)) throw new Error(`Expected ${states.join(' or ')}, found ${conclusion.state}`)
  return conclusion
}
