import type { MeetingState } from '#domain/access.ts'
import type { ConclusionState } from '#domain/conclusion/conclusion.ts'
import { barredFromPutting } from '#domain/conclusion/put-record.ts'
import type { SideRef } from '#domain/record/entry.ts'
import type { ConclusionView } from '#domain/record/minutes/conclusions.ts'
import { type Minutes, minutesOf } from '#domain/record/minutes/minutes.ts'
import type { MeetingScope } from '#lib/access/meeting.ts'
import { actorIn, loadMeetingFacts } from '#lib/conclusion/facts.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { linesOf, type Part, readLinks } from '#lib/record/read.ts'
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
  readonly undecided: readonly { readonly id: string; readonly title: string }[]
  readonly can: { readonly putRecord: boolean }
}

/** The record, or a part of it, for those to whom it is open; three statements. */
export async function findRecord(tx: Tx, viewer: Viewer, scope: MeetingScope, part: Part): Promise<RecordView> {
  const { meetingId, meeting } = scope
  const links = await readLinks(tx, meetingId, part)
  const place = await findReadingPlace(tx, meetingId, viewer.personId)
  const facts = await loadMeetingFacts(tx, meetingId, null)
  const last = links.at(-1)
  const { agreement, ...minutes } = minutesOf(linesOf(links))
  const context = { meeting: facts, origin: null, supersedes: null }
  return {
    groupId: scope.groupId,
    meetingId,
    title: meeting.title,
    state: meeting.state,
    audience: 'parties',
    zone: place.zone,
    head: last === undefined ? { sequence: 0, hash: '' } : { sequence: last.sequence, hash: last.hash },
    minutes,
    agreement: agreement && agreementView(agreement),
    undecided: part.last === undefined ? place.undecided : [],
    can: { putRecord: barredFromPutting(underwayIn(agreement), context, actorIn(scope, viewer)) === null },
  }
}

/** The agreed minutes as the group reads them, without what came later; two statements. */
export async function findSharedRecord(tx: Tx, viewer: Viewer, shared: SharedRecord): Promise<RecordView> {
  const { meetingId, groupId, title, state, head } = shared
  const { zone } = await findReadingPlace(tx, meetingId, viewer.personId)
  const { agreement, ...minutes } = minutesOf(linesOf(await readLinks(tx, meetingId)))
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

interface ReadingPlace {
  readonly zone: string
  readonly undecided: RecordView['undecided']
}

async function findReadingPlace(tx: Tx, meetingId: string, personId: string): Promise<ReadingPlace> {
  const [place] = await tx.$queryRaw<ReadingPlace[]>(Prisma.sql`SELECT
    COALESCE((SELECT p."timeZone" FROM "Person" p WHERE p.id = ${personId}::uuid), m."timeZone") AS zone,
    COALESCE((SELECT json_agg(json_build_object('id', c.id, 'title', c.title) ORDER BY c.id) FROM "Conclusion" c
      WHERE c."meetingId" = m.id AND c.state = 'put' AND c.kind <> 'record' AND m.state <> 'agreed'), '[]') AS undecided
    FROM "Meeting" m WHERE m.id = ${meetingId}::uuid`)
  if (place === undefined) throw new Error('A meeting was proven and is not there.')
  return place
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
