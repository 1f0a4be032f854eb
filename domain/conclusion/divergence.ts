import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import { saidAnew } from '../said-anew.ts'
import type { RecordDivergence, WriteWords } from './command.ts'
import type { BareConclusion, Conclusion, Divergence } from './conclusion.ts'
import { type Decider, deciderFor, sameDecider } from './decider.ts'
import type { Decision } from './event.ts'
import { type ConclusionFacts, closedToDeciding, type DecidingCode, decidersOf, mayPut } from './facts.ts'
import type { ConclusionRefusalWith } from './refusal.ts'
import { standing } from './standing.ts'
import { flawIn, type TextFlaw } from './text.ts'

type OriginCode = 'still-undecided' | 'nothing-diverges'
type DivergingCode = DecidingCode | 'not-entitled' | 'rests-on-nothing' | OriginCode
type WritingCode = DecidingCode | 'not-a-divergence' | 'not-entitled'

/** The conclusion on which somebody may record a divergence, or why not (rule 11). */
function conclusionToDivergeOn(
  { meeting, origin }: ConclusionFacts,
  by: Participant,
  now: Date,
): Conclusion | ConclusionRefusalWith<DivergingCode> {
  const closed = closedToDeciding(meeting)
  if (closed) return closed
  if (!mayPut(by, meeting)) return { refused: 'not-entitled' }
  if (origin === null) return { refused: 'rests-on-nothing' }
  return flawInOrigin(origin, now) ?? origin
}

/** Why no divergence can rest on this conclusion; null: it was not adopted, and nobody's answer to it is awaited (rule 11). */
export function flawInOrigin(origin: BareConclusion, now: Date): ConclusionRefusalWith<OriginCode> | null {
  const { state } = origin
  const { outcome } = standing(origin, now)
  switch (outcome) {
    case 'draft':
    case 'withdrawn':
    case 'declined':
    case 'lapsed':
    case 'blocked-by-objection':
    case 'too-few-consents':
    case 'too-many-stand-aside':
      return null
    case 'undecided':
    case 'ad-referendum':
      return { refused: 'still-undecided', state }
    case 'adopted':
    case 'superseded':
    case 'diverged':
    case 'recorded':
      return { refused: 'nothing-diverges', state }
    default:
      return outcome satisfies never
  }
}

/**
 * A draft was not adopted: the divergence is recorded, and each side has its own words in it. What was still undecided ends
 * with it, so that nobody is asked about words that are said to divide; what had ended before stays as it ended.
 */
export function decideDivergence(
  command: RecordDivergence,
  facts: ConclusionFacts,
  now: Date,
): Decision<DivergingCode | TextFlaw['refused']> {
  const origin = conclusionToDivergeOn(facts, command.by, now)
  if (isRefusal(origin)) return origin
  const { by, conclusionId, title } = command
  const flaw = flawIn('title', title, 'must-be-there')
  if (flaw) return flaw
  const happened = { conclusionId, at: now, byPersonId: by.group.personId, title }
  const sides = decidersOf(facts.meeting)
  const recorded = { type: 'divergence-recorded', ...happened, originId: origin.id, sides } as const
  if (origin.state !== 'draft' && origin.state !== 'put') return [recorded]
  const version = origin.current.number
  return [recorded, { type: 'diverged', conclusionId: origin.id, at: now, version, byConclusionId: conclusionId }]
}

/** The divergence in which somebody may write, and for which side; or why not. */
export function divergenceToWriteIn(
  conclusion: BareConclusion,
  { meeting }: ConclusionFacts,
  by: Participant,
): { readonly divergence: Divergence; readonly side: Decider } | ConclusionRefusalWith<WritingCode> {
  const closed = closedToDeciding(meeting)
  if (closed) return closed
  if (conclusion.state !== 'recorded') return { refused: 'not-a-divergence', state: conclusion.state }
  const side = deciderFor(by, conclusion.sides)
  return side === null ? { refused: 'not-entitled' } : { divergence: conclusion, side }
}

/** What a side wrote in a divergence so far; null: nothing. */
export function wordsOfSide({
  divergence,
  side,
}: {
  readonly divergence: Divergence
  readonly side: Decider
}): string | null {
  return divergence.words.find((own) => sameDecider(own.side, side))?.words ?? null
}

/** A side writes its own words, and may change them until the record of the meeting is agreed. */
export function decideWords(
  conclusion: Conclusion,
  command: WriteWords,
  facts: ConclusionFacts,
  now: Date,
): Decision<WritingCode | 'changed-meanwhile' | TextFlaw['refused']> {
  const place = divergenceToWriteIn(conclusion, facts, command.by)
  if (isRefusal(place)) return place
  const flaw = flawIn('words', command.words, 'must-be-there')
  if (flaw) return flaw
  const stands = wordsOfSide(place)
  const said = saidAnew({ words: stands }, { to: { words: command.words }, seen: { words: command.seen } })
  if (isRefusal(said)) return said
  if (said.words === null || said.words === stands) return []
  const words = { side: place.side, words: said.words, writtenById: command.by.group.personId, writtenAt: now }
  return [{ type: 'words-written', conclusionId: place.divergence.id, at: now, words }]
}
