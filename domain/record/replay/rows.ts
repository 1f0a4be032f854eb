import { canonicalJson, type Json } from '../../canonical-json.ts'
import { canonicalText } from '../../conclusion/canonical.ts'
import type { Conclusion, SideWords } from '../../conclusion/conclusion.ts'
import { deciderKey } from '../../conclusion/decider.ts'
import type { Stance, StanceAnswer } from '../../conclusion/stance.ts'
import { standingPut } from '../../conclusion/standing.ts'
import type { Sha256 } from '../chain.ts'
import { isTold, readAgreed } from './agreed-text.ts'
import { sameIds } from './sides.ts'
import type { ReplayedConclusion } from './told.ts'

/** In what the rows of a conclusion say otherwise than its record. */
export type RowsDifference = 'not-told' | 'state' | 'words' | 'answers' | 'end' | 'later'

/** What happened to a conclusion after its adoption, as its rows have it and as far as they were read. */
export interface LaterRows {
  /** The parties that agree to its being shared. */
  readonly sharedBy?: readonly string[]
  /** The group sees it. */
  readonly shared?: boolean
  /** How each of its commitments goes, by its place; before an adoption they are not followed. */
  readonly commitments?: readonly { readonly state: string; readonly reason: string | null }[]
}

/**
 * In what a conclusion, as its rows have it, differs from what its record tells; null: in nothing that anybody decides on. What
 * was put is compared by its content hash, with all that it covers: citations, commitments, deciders, what it supersedes.
 */
export function differenceBetween(
  rows: Conclusion,
  told: ReplayedConclusion | undefined,
  sha256: Sha256,
): RowsDifference | null {
  if (told === undefined) return 'not-told'
  const { conclusion } = told
  if (rows.state !== conclusion.state || rows.kind !== conclusion.kind) return 'state'
  if (rows.title !== conclusion.title) return 'words'
  if (rows.state === 'recorded' || conclusion.state === 'recorded')
    return rows.state === 'recorded' && conclusion.state === 'recorded' && sameSides(rows, conclusion)
      ? null
      : 'answers'
  if (rows.current.number !== conclusion.current.number) return 'state'
  if (!sameWords(rows, told, sha256)) return 'words'
  if (answersIn(rows) !== answersIn(conclusion)) return 'answers'
  return canonicalJson(endOf(rows)) === canonicalJson(endOf(conclusion)) ? null : 'end'
}

/** Whether what happened after an adoption is otherwise than the record tells; null: it is as told. */
export function differenceLater(
  { sharedBy, shared, commitments }: LaterRows,
  told: ReplayedConclusion,
): RowsDifference | null {
  const same =
    (sharedBy === undefined || sameIds(sharedBy, told.sharedBy)) &&
    // What is kept from the group although all agreed shows nothing to anybody: minutes were, when more parties were to be asked.
    (shared !== true || told.shared) &&
    (commitments === undefined || canonicalJson(commitments.map(bare)) === canonicalJson(told.commitments.map(bare)))
  return same ? null : 'later'
}

const bare = ({ state, reason }: { readonly state: string; readonly reason: string | null }) => ({ state, reason })

type Drafted = Exclude<Conclusion, { state: 'recorded' }>

function sameWords({ kind, title, supersedesId, current }: Drafted, told: ReplayedConclusion, sha256: Sha256): boolean {
  const deciders = current.putting?.deciders ?? []
  const text = canonicalText({ kind, title, supersedesId, content: current, deciders })
  const agreed = readAgreed(text)
  const { upTo } = told
  // Up to which entry minutes go is told when they are put, and a draft of them has it before.
  const isUnput = told.putAt === null && current.chainHead !== null
  const as = isUnput ? { ...told, upTo: { ...current.chainHead } } : { ...told, upTo }
  if (agreed === null || !isTold(agreed, as)) return false
  return told.putHash === null || sha256(text) === told.putHash
}

/** Who answered what, when, and how they had signed in, as a text that is equal where that is; null once the version was taken back. */
function answersIn({ current }: Drafted): string | null {
  const putting = standingPut(current)
  if (putting === null) return null
  const { at, byPersonId, stances } = putting
  return JSON.stringify([at, byPersonId, ...stances.map(answerText).sort()])
}

/** In a list, whose order never varies: two hundred answers are compared with every act on what they answer. */
function answerText({ decider, answer, givenById, signInMethod, givenAt, principals }: Stance): string {
  const word = principals && [principals.word, principals.byPersonId, principals.signInMethod, principals.at]
  return JSON.stringify([deciderKey(decider), answer.kind, saidIn(answer), givenById, signInMethod, givenAt, word])
}

/** What an answer says beside its kind: its words, or until when the principals have theirs. */
function saidIn(answer: StanceAnswer): string | Date | null {
  switch (answer.kind) {
    case 'consent':
      return null
    case 'consent-with-reservation':
      return answer.reservation
    case 'ad-referendum':
      return answer.referendumBy
    case 'stand-aside':
    case 'object':
      return answer.reason
    default:
      return answer satisfies never
  }
}

function endOf(conclusion: Drafted): Json {
  switch (conclusion.state) {
    case 'adopted':
    case 'superseded':
      return { at: conclusion.adoptedAt.toISOString(), contentHash: conclusion.contentHash }
    case 'declined':
      return { at: conclusion.endedAt.toISOString(), reason: conclusion.endReason || null }
    case 'withdrawn':
      return { at: conclusion.endedAt.toISOString(), reason: conclusion.endReason }
    case 'lapsed':
    case 'diverged':
      return { at: conclusion.endedAt.toISOString() }
    case 'draft':
    case 'put':
    case 'ad-referendum':
      return null
    default:
      return conclusion satisfies never
  }
}

type Recorded = Extract<Conclusion, { state: 'recorded' }>

function sameSides(rows: Recorded, told: Recorded): boolean {
  const json = ({ sides, words }: Recorded) =>
    canonicalJson([sides.map(deciderKey).sort(), words.map(wordsJson).sort()])
  return json(rows) === json(told)
}

function wordsJson({ side, words, writtenById, writtenAt }: SideWords): string {
  return canonicalJson([deciderKey(side), words, writtenById, writtenAt.toISOString()])
}
