import type { ConclusionState } from '#domain/conclusion/conclusion.ts'
import { barredFromPutting } from '#domain/conclusion/put-record.ts'
import { may } from '#domain/may.ts'
import type { RecordedConclusion } from '#domain/record/minutes/conclusions.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import { readMinutes } from '#store/record/read.ts'
import { readSharedMinutes } from '#store/record/shared-minutes.ts'
import type { AgreementView, RecordView, Undecided } from '../views.ts'
import { findMinutes } from './minutes.ts'
import type { OpenPart } from './open-since.ts'
import type { SharedRecord } from './shared.ts'
import { findSharing } from './sharing.ts'

/** The record, or a part of it, for those to whom it is open; three statements, and one for whoever came later. */
export async function findRecord(tx: Tx, scope: MeetingScope, part: OpenPart, now: Date): Promise<RecordView> {
  const { meetingId, meeting } = scope
  const { lines, head } = await readMinutes(tx, meetingId, part)
  const { undecided, unwritten, takenUpIn } = await findMissing(tx, meetingId)
  const isTold = ({ id }: { readonly id: string }) => part.since?.conclusions.has(id) ?? true
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
        ? undecided.filter(isTold).map((one) => ({ ...one, outcome: outcomeIn(minutes, one.id) }))
        : [],
    unwritten: part.last === undefined ? unwritten.filter(isTold) : [],
    takenUpIn,
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
    unwritten: [],
    takenUpIn: null,
    sharing: null,
    can: { putRecord: false },
  }
}

/** What the agreement on the minutes would cut off, answers that are missing and a side's own words; and the draft in which what was carried over goes on. */
interface Missing {
  readonly undecided: readonly Omit<Undecided, 'outcome'>[]
  readonly unwritten: RecordView['unwritten']
  readonly takenUpIn: RecordView['takenUpIn']
}

async function findMissing(tx: Tx, meetingId: string): Promise<Missing> {
  const rows = await tx.$queryRaw<
    { what: 'undecided' | 'unwritten' | 'taken-up'; id: string; title: string; side: string | null }[]
  >(Prisma.sql`SELECT 'undecided' AS what, c.id, c.title, NULL AS side
    FROM "Conclusion" c JOIN "Meeting" m ON m.id = c."meetingId"
    WHERE m.id = ${meetingId}::uuid AND c.state = 'put' AND c.kind <> 'record' AND m.state <> 'agreed'
    UNION ALL SELECT 'unwritten', c.id, c.title, COALESCE(y."shortName", w.name, '') FROM "Conclusion" c JOIN "Meeting" m ON m.id = c."meetingId"
    JOIN "DivergenceSide" d ON d."conclusionId" = c.id AND d.words IS NULL
    LEFT JOIN "Party" y ON y.id = d."partyId" LEFT JOIN "Person" w ON w.id = d."personId"
    WHERE m.id = ${meetingId}::uuid AND c.state = 'recorded' AND m.state <> 'agreed'
    UNION ALL (SELECT 'taken-up', n.id, '', NULL FROM "AgendaItem" i JOIN "AgendaItem" h ON h."carriedFromId" = i.id
      JOIN "Meeting" n ON n.id = h."meetingId" AND n.state = 'draft'
      WHERE i."meetingId" = ${meetingId}::uuid AND visibility.sees('whole_agenda', n.id) ORDER BY n.id DESC LIMIT 1)
    ORDER BY 2, 4`)
  const of = (sort: (typeof rows)[number]['what']) => rows.filter(({ what }) => what === sort)
  return {
    undecided: of('undecided').map(({ id, title }) => ({ id, title })),
    unwritten: of('unwritten').map(({ id, title, side }) => ({ id, title, side: side ?? '' })),
    takenUpIn: of('taken-up')[0]?.id ?? null,
  }
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
