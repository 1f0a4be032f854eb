/**
 * A record replayed: its entries become the events that they tell of, each is asked whether it had its right, and `evolve` makes
 * the conclusions of them, as it does everywhere. Adoption is decided on what comes out; the verifier and the server's own check
 * look at it.
 */
import type { Conclusion } from '../../conclusion/conclusion.ts'
import { evolve } from '../../conclusion/evolve.ts'
import type { ConclusionEntry } from '../conclusion-entry.ts'
import type { RecordEntry } from '../entry.ts'
import { decisionDue } from './answers.ts'
import { divergedBy, eventsOf } from './events.ts'
import { followed, sharedAfter } from './later.ts'
import { type MeetingTold, meetingAfter } from './meeting.ts'
import { wrongIn } from './rights.ts'
import type { Scene } from './scene.ts'
import { type ChainedLine, isOfConclusion, type ReplayedConclusion, type Unlawful, type Wrong } from './told.ts'

/** What a record tells of its conclusions. */
export interface Replayed {
  readonly conclusions: ReadonlyMap<string, ReplayedConclusion>
  /** Titles, by id, of those that cannot be followed any more: an entry that was erased may have told why. */
  readonly lost: ReadonlyMap<string, string>
  /** The first entry that tells what the procedure does not allow, and that no erased entry can explain; null: none. */
  readonly fault: Unlawful | null
}

/** What must come next, because the answers decided it. */
interface Due {
  readonly id: string
  readonly title: string
  readonly kinds: readonly RecordEntry['kind'][]
}

interface State {
  readonly told: Map<string, ReplayedConclusion>
  readonly lost: Map<string, string>
  readonly hashes: Map<number, string>
  /** The one conclusion that is replayed; undefined: all. */
  readonly only: string | undefined
  meeting: MeetingTold | null
  due: Due | null
  /** Something was erased before. */
  gap: boolean
}

/** Replays a record in its order; or with `only` the lines that tell of that conclusion, without what stands around it. */
export function replay(lines: readonly ChainedLine[], only?: string): Replayed {
  const state: State = {
    told: new Map(),
    lost: new Map(),
    hashes: new Map(),
    only,
    meeting: null,
    due: null,
    gap: false,
  }
  let fault: Unlawful | null = null
  for (const line of lines) {
    fault = take(state, line)
    if (fault !== null) break
  }
  const last = lines.at(-1)
  if (fault === null && state.due !== null && last !== undefined)
    fault = unlawful(last, state.due.title, 'not-followed')
  return { conclusions: state.told, lost: state.lost, fault }
}

function unlawful({ sequence }: ChainedLine, title: string, wrong: Wrong): Unlawful {
  return { fault: 'unlawful', sequence, title, wrong }
}

/** One line more; what it tells that cannot be, null: nothing. */
function take(state: State, line: ChainedLine): Unlawful | null {
  const { entry } = line
  const { due } = state
  state.due = null
  if (due !== null && !isDue(due, entry)) {
    if (entry !== null && !state.gap) return unlawful(line, due.title, 'not-followed')
    state.lost.set(due.id, due.title)
  }
  if (entry === null) {
    state.gap = true
    // What is erased may have told who came, left or closed.
    state.meeting = null
    return null
  }
  const fault = isOfConclusion(entry) ? takeOf(state, line, entry) : null
  state.meeting = meetingAfter(state.meeting, entry)
  state.hashes.set(line.sequence, line.hash)
  return fault
}

function takeOf(state: State, line: ChainedLine, entry: ConclusionEntry): Unlawful | null {
  const { told, lost, only } = state
  const { id, title } = entry.conclusion
  const at = new Date(line.at)
  if (!lost.has(id) && (only === undefined || only === id)) {
    const next = step(told.get(id), entry, { at, sequence: line.sequence, state })
    if (typeof next === 'string') {
      if (!state.gap) return unlawful(line, title, next)
      lost.set(id, title)
    } else {
      told.set(id, next)
      state.due = dueAfter(next, entry, at)
    }
  }
  if (entry.kind === 'divergence-recorded') endOrigin(told, entry, at)
  return null
}

function isDue({ id, kinds }: Due, entry: RecordEntry | null): boolean {
  return entry !== null && isOfConclusion(entry) && entry.conclusion.id === id && kinds.includes(entry.kind)
}

/** The last stance and the last word of principals decide in the same act, so what they decide comes next (rules 7 and 8). */
function dueAfter(
  told: ReplayedConclusion,
  { kind, conclusion: { id, title } }: ConclusionEntry,
  at: Date,
): Due | null {
  const decision = kind === 'stance-taken' || kind === 'confirmed' ? decisionDue(told, at) : null
  if (decision === null) return null
  return { id, title, kinds: decision === 'fixed' ? ['fixed-ad-referendum'] : ['adopted', 'record-agreed'] }
}

const nothing = { text: null, putAt: null, putHash: null, upTo: null, commitments: [], sharedBy: [], shared: false }

/** The conclusion after an entry, or what is wrong with the entry. */
function step(
  told: ReplayedConclusion | undefined,
  entry: ConclusionEntry,
  { at, sequence, state }: { readonly at: Date; readonly sequence: number; readonly state: State },
): ReplayedConclusion | Wrong {
  const scene: Scene = {
    at,
    meeting: state.meeting,
    hashAt: (place) => state.hashes.get(place),
    other: (id) => state.told.get(id),
    alone: state.only !== undefined,
  }
  const wrong = wrongIn(told, entry, scene)
  if (wrong !== null) return wrong
  try {
    const conclusion = eventsOf(entry, at).reduce<Conclusion | null>(evolve, told?.conclusion ?? null)
    return conclusion === null ? 'not-begun' : after({ ...(told ?? nothing), conclusion }, entry, sequence)
  } catch {
    // `evolve` throws on an event that the state of its conclusion cannot have.
    return 'out-of-turn'
  }
}

function after(told: ReplayedConclusion, entry: ConclusionEntry, sequence: number): ReplayedConclusion {
  switch (entry.kind) {
    case 'draft-made':
    case 'version-made':
      return { ...told, text: entry.text, putAt: null, putHash: null }
    case 'put':
      return { ...told, putAt: sequence, putHash: entry.contentHash ?? null }
    case 'record-put':
      return { ...told, putAt: sequence, putHash: entry.contentHash ?? null, upTo: entry.upTo }
    case 'taken-back':
    case 'withdrawn':
      return { ...told, putAt: null, putHash: null }
    case 'adopted':
    case 'record-agreed':
      return { ...told, commitments: (told.text?.commitments ?? []).map(() => ({ state: 'open', reason: null })) }
    case 'commitment-done':
    case 'commitment-dropped':
    case 'commitment-reopened':
      return { ...told, commitments: followed(told.commitments, entry) }
    case 'shared':
    case 'unshared':
      return { ...told, sharedBy: sharedAfter(told.sharedBy, entry), shared: entry.kind === 'shared' && entry.inForce }
    case 'stance-taken':
    case 'fixed-ad-referendum':
    case 'confirmed':
    case 'declined':
    case 'lapsed':
    case 'divergence-recorded':
    case 'divergence-words':
    case 'superseded':
      return told
    default:
      return entry satisfies never
  }
}

/** What a divergence is recorded on ends with it when it was undecided (rule 11). */
function endOrigin(
  told: Map<string, ReplayedConclusion>,
  entry: Extract<ConclusionEntry, { kind: 'divergence-recorded' }>,
  at: Date,
) {
  const origin = told.get(entry.origin.id)
  const conclusion = origin && divergedBy(origin.conclusion, entry, at)
  if (origin !== undefined && conclusion) told.set(entry.origin.id, { ...origin, conclusion })
}
