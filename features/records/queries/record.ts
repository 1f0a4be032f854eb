import type { MeetingState } from '#domain/access.ts'
import type { ConclusionState } from '#domain/conclusion/conclusion.ts'
import { barredFromPutting } from '#domain/conclusion/put-record.ts'
import type { SideRef } from '#domain/record/entry.ts'
import { type ConclusionView, outcomeNow } from '#domain/record/minutes/conclusions.ts'
import { type Minutes, minutesOf } from '#domain/record/minutes/minutes.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import { actorIn, loadMeetingFacts } from '#lib/conclusion/facts.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type Part, readMinutes } from '#lib/record/read.ts'
import type { SharedRecord } from './shared.ts'

/** The newest entry of a record, or one that was. */
export interface Head {
  /** 0: nothing is recorded yet. */
  readonly sequence: number
  readonly hash: string
}

/** How the agreement on the minutes stands. */
export interface AgreementView extends Omit<ConclusionView, 'text' | 'words'> {
  /** Those who were asked and have not answered. */
  readonly missing: readonly SideRef[]
}

/** A conclusion that is put and not decided. `objected`: all have answered it, and somebody objects. */
export interface Undecided {
  readonly id: string
  readonly title: string
  readonly objected: boolean
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
  readonly head: Head
  readonly minutes: Omit<Minutes, 'agreement'>
  readonly agreement: AgreementView | null
  /** Conclusions that are put and not decided: once the record is agreed, nobody can answer them any more (rule 7). */
  readonly undecided: readonly Undecided[]
  readonly can: { readonly putRecord: boolean }
}

/** The record, or a part of it, for those to whom it is open; three statements. */
export async function findRecord(tx: Tx, viewer: Viewer, scope: MeetingScope, part: Part): Promise<RecordView> {
  const { meetingId, meeting } = scope
  const { lines, head } = await readMinutes(tx, meetingId, part)
  const undecided = await findUndecided(tx, meetingId)
  const facts = await loadMeetingFacts(tx, meetingId, null)
  const { agreement, ...minutes } = minutesOf(lines)
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
    undecided:
      part.last === undefined ? undecided.map((one) => ({ ...one, objected: isObjected(minutes, one.id) })) : [],
    can: { putRecord: barredFromPutting(underwayIn(agreement), context, actorIn(scope, viewer)) === null },
  }
}

/** The agreed minutes as the group reads them, without what came later; one statement. */
export async function findSharedRecord(tx: Tx, shared: SharedRecord): Promise<RecordView> {
  const { meetingId, groupId, title, state, zone, head } = shared
  const { agreement, ...minutes } = minutesOf((await readMinutes(tx, meetingId, {})).lines)
  return {
    groupId,
    meetingId,
    title,
    state,
    audience: 'group',
    zone,
    head,
    minutes: { ...minutes, annex: [], erased: minutes.erased.filter((sequence) => sequence <= head.sequence) },
    agreement: agreement && agreementView(agreement),
    undecided: [],
    can: { putRecord: false },
  }
}

function findUndecided(tx: Tx, meetingId: string): Promise<readonly Omit<Undecided, 'objected'>[]> {
  return tx.$queryRaw<{ id: string; title: string }[]>(Prisma.sql`SELECT c.id, c.title
    FROM "Conclusion" c JOIN "Meeting" m ON m.id = c."meetingId"
    WHERE m.id = ${meetingId}::uuid AND c.state = 'put' AND c.kind <> 'record' AND m.state <> 'agreed' ORDER BY c.id`)
}

function isObjected({ sections, unplaced }: RecordView['minutes'], id: string): boolean {
  const all = [...sections.flatMap(({ conclusions }) => conclusions), ...unplaced]
  return all.some((view) => view.id === id && outcomeNow(view) === 'blocked-by-objection')
}

function agreementView({ text: _, words: __, ...view }: ConclusionView): AgreementView {
  const answered = new Set(view.stances.map(({ side }) => side.id))
  return { ...view, missing: view.deciders.filter(({ id }) => !answered.has(id)) }
}

/** The state of the minutes that are on their way; null: none are. */
function underwayIn(agreement: ConclusionView | null): ConclusionState | null {
  switch (agreement?.outcome) {
    case 'draft':
    case 'put':
    case 'ad-referendum':
    case 'adopted':
      return agreement.outcome
    default:
      return null
  }
}
