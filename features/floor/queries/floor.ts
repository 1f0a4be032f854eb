import { seesContents, seesNotes } from '#domain/access.ts'
import { itemKinds } from '#domain/agenda/agenda.ts'
import { itemTimes } from '#domain/agenda/time.ts'
import { may } from '#domain/may.ts'
import { meetingCan } from '#domain/meeting/can.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import { activeParties, type Meeting, officerOf } from '#domain/meeting/meeting.ts'
import { decideNotes } from '#domain/meeting/notes.ts'
import { isRefusal } from '#domain/refusal.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { opensConclusion } from '#store/access/contents.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { readCitations } from '#store/citation/read.ts'
import { loadMeetingFacts } from '#store/conclusion/facts.ts'
import { lineOf } from '#store/conclusion/line.ts'
import { bareConclusionOf } from '#store/conclusion/rows.ts'
import type { ConclusionLine } from '#store/conclusion/schema.ts'
import { meetingOf } from '#store/meeting/load.ts'
import { loadPreparedness } from '#store/meeting/preparedness.ts'
import type { FloorItem, FloorView } from '../views.ts'
import { type FloorRows, loadFloorRows } from './floor-rows.ts'
import { findPassagesInFull } from './passages.ts'
import { partiesHere, personsWithoutParty } from './presence.ts'

/** What becomes of an item. */
const itemStates = ['open', 'settled', 'carried', 'dropped'] as const

/** At most seven statements; null for whoever does not see the meeting's contents. Nothing of it is older than a party that joined later: none joins once it is open. */
export async function findFloor(tx: Tx, scope: MeetingScope, now: Date): Promise<FloorView | null> {
  if (!seesContents(scope.sight)) return null
  const rows = await loadFloorRows(tx, scope)
  const meeting = meetingOf(rows)
  const currentItemId = meeting.state === 'open' ? meeting.currentItemId : null
  const cited = await readCitations(tx, scope, currentItemId === null ? [] : [currentItemId])
  const citations = cited.get(currentItemId ?? '') ?? []
  const linesUnder = await linesUnderItems(tx, scope, rows, now)
  return {
    id: rows.id,
    groupId: scope.groupId,
    kind: meeting.kind,
    title: rows.title,
    state: meeting.state,
    startsAt: rows.startsAt?.toISOString() ?? null,
    openedAt: rows.openedAt?.toISOString() ?? null,
    closedAt: rows.closedAt?.toISOString() ?? null,
    viewerZone: scope.zone,
    items: itemsOf(rows, meeting, seesNotes(scope.sight, meeting.state), linesUnder),
    unplaced: linesUnder(null),
    currentItemId,
    words: currentItemId === null ? null : await findWords(tx, linesUnder(currentItemId)),
    passages: await findPassagesInFull(tx, citations),
    citations,
    parties: partiesHere(rows, meeting, scope),
    officers: personsWithoutParty(rows, meeting),
    ...(await openingOf(tx, scope, meeting, now)),
    can: floorCan(
      scope,
      meeting,
      rows.conclusions.some(({ kind }) => kind === 'record'),
    ),
  }
}

type LinesUnder = (itemId: string | null) => readonly ConclusionLine[]

/** What lies open to the viewer of what is concluded under an item, or under none (null), the oldest first. One statement, where there is any. */
async function linesUnderItems(tx: Tx, scope: MeetingScope, rows: FloorRows, now: Date): Promise<LinesUnder> {
  const found = rows.conclusions.filter(({ kind }) => kind !== 'record').reverse()
  if (found.length === 0) return () => []
  const facts = await loadMeetingFacts(tx, scope.meetingId, null)
  const lines = found.flatMap((row) => {
    const conclusion = bareConclusionOf(row)
    if (!opensConclusion(scope, conclusion)) return []
    return { itemId: row.item?.id ?? null, line: lineOf(conclusion, row.createdAt, facts, scope.inMeeting, now) }
  })
  return (id) => lines.flatMap(({ itemId, line }) => (itemId === id ? line : []))
}

/** What the first of them says that is asked of the viewer, is to be put, or is answered or drafted; null: none is. One statement, if any. */
async function findWords(tx: Tx, lines: readonly ConclusionLine[]): Promise<FloorView['words']> {
  const line =
    lines.find(({ asked, kind }) => asked !== null && kind !== 'divergence') ??
    lines.find(({ mayPut }) => mayPut) ??
    lines.find(({ state }) => state === 'put' || state === 'draft')
  if (line === undefined) return null
  const found = await tx.conclusionVersion.findFirst({
    where: { conclusionId: line.id, number: line.version },
    select: { wording: true },
  })
  return found && { conclusionId: line.id, wording: found.wording }
}

function itemsOf(rows: FloorRows, meeting: Meeting, notesOpen: boolean, linesUnder: LinesUnder): readonly FloorItem[] {
  const { statementMinutes, resolutionLimit, items } = rows
  const facts = items.map((item) => ({ ...item, kind: oneOf(itemKinds, item.kind), taken: false }))
  const table = { kind: meeting.kind, parties: activeParties(meeting).length }
  // What was meant to begin when moves along with the opening: a late start leaves every item its minutes.
  const start = rows.openedAt ?? rows.startsAt ?? new Date(0)
  const times = itemTimes({ version: 0, statementMinutes, resolutionLimit, items: facts }, table, start)
  return items.map((item, index) => ({
    id: item.id,
    kind: oneOf(itemKinds, item.kind),
    title: item.title,
    aim: item.aim,
    lead: item.lead,
    plannedAt: (times[index]?.startsAt ?? start).toISOString(),
    minutes: times[index]?.minutes ?? item.minutes,
    startedAt: item.startedAt?.toISOString() ?? null,
    endedAt: item.endedAt?.toISOString() ?? null,
    state: oneOf(itemStates, item.state),
    notes: notesOpen ? item.notes : '',
    notesVersion: item.notesVersion,
    conclusions: linesUnder(item.id),
  }))
}

/** What opening would warn about; counted only while it can be opened. */
async function openingOf(
  tx: Tx,
  scope: MeetingScope,
  meeting: Meeting,
  now: Date,
): Promise<Pick<FloorView, 'warnings' | 'lacksChair'>> {
  if (meeting.state !== 'scheduled') return { warnings: [], lacksChair: false }
  const preparedness = await loadPreparedness(tx, scope)
  const events = decideMeeting(meeting, { type: 'open', by: scope.inMeeting, preparedness }, now)
  if (isRefusal(events)) return { warnings: [], lacksChair: events.refused === 'multilateral-needs-chair' }
  return { warnings: events.flatMap((event) => (event.type === 'opened' ? event.warnings : [])), lacksChair: false }
}

/** A dry run of what decides: for the meeting `meetingCan`, for the notes of an item `decideNotes`. */
function floorCan({ inMeeting: by }: MeetingScope, meeting: Meeting, recordStands: boolean): FloorView['can'] {
  const can = meetingCan(meeting, by)
  const chair = officerOf(meeting, 'chair')
  const context = { seen: 0, recordStands, others: 0 }
  return {
    open: can.open,
    conduct: can['start-item'],
    lead: can['start-item'] && (chair === null || chair.personId === by.group.personId),
    keepRecord: may(decideNotes, meeting, by, { text: '', version: 0 }, '-', context),
    come: can.come,
    leave: can.leave,
  }
}
