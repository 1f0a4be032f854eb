import type { ConclusionState } from '#domain/conclusion/conclusion.ts'
import { barredFromPutting } from '#domain/conclusion/put-record.ts'
import type { OutcomeSoFar } from '#domain/conclusion/standing.ts'
import { may } from '#domain/may.ts'
import type { MeetingState } from '#domain/meeting/meeting.ts'
import type { RecordedConclusion } from '#domain/record/minutes/conclusions.ts'
import type { Minutes } from '#domain/record/minutes/minutes.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import { readMinutes } from '#store/record/read.ts'
import { readSharedMinutes } from '#store/record/shared-minutes.ts'
import { findMinutes } from './minutes.ts'
import type { OpenPart } from './open-since.ts'
import type { SharedRecord } from './shared.ts'
import { findSharing, type SharingView } from './sharing.ts'

/** The newest entry of a record, or one that was. */
export interface NewestEntry {
  /** 0: nothing is recorded yet. */
  readonly sequence: number
  readonly hash: string
}

/** How the agreement on the minutes stands. */
export type AgreementView = Omit<RecordedConclusion, 'text' | 'words'>

/** A conclusion that is put and not decided; but for `undecided`, all have answered it, and the answers do not carry it. */
export interface Undecided {
  readonly id: string
  readonly title: string
  readonly outcome: OutcomeSoFar
}

/** The record of a meeting as minutes. */
export interface RecordView {
  readonly groupId: string
  readonly meetingId: string
  readonly title: string
  readonly state: MeetingState
  /** `parties`: everything. `group`: the agreed minutes alone, which the parties share with the group. */
  readonly audience: 'parties' | 'group'
  /** The zone in which the viewer reads times. */
  readonly zone: string
  /** The newest entry; for the group the one up to which the minutes are agreed. */
  readonly head: NewestEntry
  /** What was written before this instant is closed to the viewer, who came later; null: nothing is. */
  readonly since: string | null
  readonly minutes: Omit<Minutes, 'agreement'>
  readonly agreement: AgreementView | null
  /** Conclusions that are put and not decided: once the record is agreed, nobody can answer them any more (rule 7). */
  readonly undecided: readonly Undecided[]
  /** Who agrees to share the agreed minutes with the group; null: they are not agreed, or nobody has spoken of it to the viewer. */
  readonly sharing: SharingView | null
  readonly can: { readonly putRecord: boolean }
}

/** The record, or a part of it, for those to whom it is open; three statements, and one for whoever came later. */
export async function findRecord(tx: Tx, scope: MeetingScope, part: OpenPart, now: Date): Promise<RecordView> {
  const { meetingId, meeting } = scope
  const { lines, head } = await readMinutes(tx, meetingId, part)
  const undecided = await findUndecided(tx, meetingId)
  const facts = await loadMeetingFacts(tx, meetingId, null)
  const { agreement, ...minutes } = await findMinutes(tx, scope, lines, { part, now })
  const context = { meeting: facts, origin: null, supersedes: null }
  return {
    groupId: scope.groupId,
    meetingId,
    title: meeting.title,
    state: meeting.state,
    audience: 'parties',
    zone: scope.zone,
    head: head ?? { sequence: 0, hash: '' },
    minutes,
    agreement: agreement && agreementView(agreement),
    since: part.since?.since.toISOString() ?? null,
    undecided:
      part.last === undefined
        ? undecided
            .filter(({ id }) => part.since?.conclusions.has(id) ?? true)
            .map((one) => ({ ...one, outcome: outcomeIn(minutes, one.id) }))
        : [],
    sharing: await findSharing(tx, scope, facts),
    can: {
      putRecord:
        (part.since?.sawItHeld ?? true) && may(barredFromPutting, underwayIn(agreement), context, scope.inMeeting),
    },
  }
}

/** The agreed minutes as the group reads them, without what came later; two statements. */
export async function findSharedRecord(tx: Tx, shared: SharedRecord, now: Date): Promise<RecordView> {
  const { meetingId, groupId, title, state, zone, head } = shared
  const { agreement, ...minutes } = await readSharedMinutes(tx, shared, { meetingId, now })
  return {
    groupId,
    meetingId,
    title,
    state,
    audience: 'group',
    zone,
    head,
    since: null,
    minutes,
    agreement: agreement && { ...agreementView(agreement), missing: [] },
    undecided: [],
    sharing: null,
    can: { putRecord: false },
  }
}

function findUndecided(tx: Tx, meetingId: string): Promise<readonly Omit<Undecided, 'outcome'>[]> {
  return tx.$queryRaw<{ id: string; title: string }[]>(Prisma.sql`SELECT c.id, c.title
    FROM "Conclusion" c JOIN "Meeting" m ON m.id = c."meetingId"
    WHERE m.id = ${meetingId}::uuid AND c.state = 'put' AND c.kind <> 'record' AND m.state <> 'agreed' ORDER BY c.id`)
}

function outcomeIn({ sections, unplaced }: RecordView['minutes'], id: string): Undecided['outcome'] {
  const all = [...sections.flatMap(({ conclusions }) => conclusions), ...unplaced]
  return all.find((one) => one.id === id)?.outcome ?? 'undecided'
}

function agreementView({ text: _, words: __, ...view }: RecordedConclusion): AgreementView {
  return view
}

/** The state of the minutes that are on their way; null: none are. */
function underwayIn(agreement: RecordedConclusion | null): ConclusionState | null {
  switch (agreement?.state) {
    case 'draft':
    case 'put':
    case 'ad-referendum':
    case 'adopted':
      return agreement.state
    default:
      return null
  }
}
