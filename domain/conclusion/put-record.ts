import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import type { PutRecord } from './command.ts'
import type { Conclusion, Draft } from './conclusion.ts'
import { type ContentCode, flawInContent } from './content.ts'
import type { Decision } from './event.ts'
import { evolve } from './evolve.ts'
import { type ConclusionFacts, type Context, closedToDeciding, type DecidingCode, mayPut } from './facts.ts'
import { decideOpening } from './open.ts'
import { decidePutting } from './put.ts'
import type { ConclusionRefusal, ConclusionRefusalWith } from './refusal.ts'

type BarredCode = DecidingCode | 'not-entitled' | 'meeting-not-closed' | 'record-is-put'

/** What minutes can lack: they are too long, name no entry up to which they go, or too few are left to agree to them. */
const lacks = [
  'text-missing',
  'text-too-long',
  'text-ill-formed',
  'not-one-line',
  'direction-control',
  'too-few-parties',
  'record-head-mismatch',
] as const

type LackCode = (typeof lacks)[number]

/** The states of minutes that stand: put to their parties, fixed or agreed, so that what they tell of changes no more. */
export const standingStates = ['put', 'ad-referendum', 'adopted'] as const

/** The states of minutes with which the putting goes on: drafted, or standing. */
export const underwayStates = ['draft', ...standingStates] as const

/**
 * Why somebody cannot put the minutes; null: they can. `underway`: the state of the minutes of the meeting that are not
 * withdrawn, declined or lapsed; null: there are none.
 */
export function barredFromPutting(
  underway: Conclusion['state'] | null,
  { meeting }: ConclusionFacts,
  by: Participant,
): ConclusionRefusalWith<BarredCode> | null {
  const closed = closedToDeciding(meeting)
  if (closed) return closed
  if (!mayPut(by, meeting)) return { refused: 'not-entitled' }
  if (meeting.state !== 'closed') return { refused: 'meeting-not-closed' }
  return underway === null || underway === 'draft' ? null : { refused: 'record-is-put', state: underway }
}

/**
 * The minutes are put in one act: what the record says up to its head becomes the wording, and stands still. A record that
 * was taken back is put with its minutes rendered anew, as the next version; nobody writes them by hand.
 */
export function decidePuttingRecord(
  underway: Conclusion | null,
  command: PutRecord,
  context: Context,
  now: Date,
): Decision<BarredCode | LackCode> {
  const barred = barredFromPutting(underway?.state ?? null, context, command.by)
  if (barred) return barred
  const written = underway?.state === 'draft' ? rewritten(underway, command, now) : opened(command, context, now)
  if (isRefusal(written)) return lackIn(written)
  const minutes = written.reduce<Conclusion | null>(evolve, underway)
  if (minutes?.state !== 'draft') throw new Error('Minutes that were just written are a draft.')
  const decided = decidePutting(minutes, { type: 'put', by: command.by, version: minutes.current.number }, context, now)
  return isRefusal(decided) ? lackIn(decided) : [...written, ...decided]
}

/** They cite nothing, commit nobody and replace nothing, and whoever puts them may open them: nothing else is refused of them. */
function lackIn(refusal: ConclusionRefusal): ConclusionRefusalWith<LackCode> {
  if (isLack(refusal)) return refusal
  throw new Error(`Minutes that may be put are refused with ${refusal.refused}.`)
}

function isLack(refusal: ConclusionRefusal): refusal is ConclusionRefusalWith<LackCode> {
  return lacks.some((code) => code === refusal.refused)
}

function opened({ by, conclusionId, title, content }: PutRecord, facts: ConclusionFacts, now: Date) {
  return decideOpening({ type: 'open', by, conclusionId, kind: 'record', title, content }, facts, now)
}

function rewritten({ id, current }: Draft, { by, content }: PutRecord, now: Date): Decision<ContentCode> {
  const flaw = flawInContent('record', content)
  if (flaw) return flaw
  const version = current.number + 1
  return [{ type: 'revised', conclusionId: id, at: now, byPersonId: by.group.personId, version, content }]
}
