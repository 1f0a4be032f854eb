import { seesContents } from '#domain/access.ts'
import { conclusionKinds } from '#domain/conclusion/conclusion.ts'
import { type ConclusionDates, isWrittenSince } from '#domain/conclusion/since.ts'
import { type GroupEventKind, groupEventKinds, type HistoryRole, historyRoles } from '#domain/group-history.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { KnownMeetings } from '#store/access/known-meetings.ts'
import type { MeetingScope } from '#store/access/meeting.ts'

/** Most changes that Home tells. */
export const mostChanges = 12

/** What of a record is told on Home: what others will want to know, not who came and went. */
export const toldKinds = [
  'scheduled',
  'proposed',
  'rescheduled',
  'cancelled',
  'opened',
  'closed',
  'party-left',
  'parties-changed',
  'earlier-opened',
  'earlier-closed',
  'put',
  'taken-back',
  'adopted',
  'fixed-ad-referendum',
  'confirmed',
  'declined',
  'lapsed',
  'divergence-recorded',
  'superseded',
  'commitment-done',
  'commitment-dropped',
  'record-put',
  'record-agreed',
] as const satisfies readonly RecordEntry['kind'][]
export type ToldKind = (typeof toldKinds)[number]

/**
 * Something that changed lately: to a meeting, as far as the viewer sees it; to a text that they read; to what is shared with
 * the group; or in the group itself.
 */
export type Change = {
  readonly id: string
  readonly at: string
  readonly groupId: string
} & (
  | {
      readonly in: 'meeting'
      /** Has its words in messages, `home.changed.<kind>`. */
      readonly kind: ToldKind
      readonly meeting: { readonly id: string; readonly title: string }
      /** The conclusion it is about; null: the meeting itself. */
      readonly conclusion: { readonly id: string; readonly title: string; readonly kind: string } | null
    }
  | { readonly in: 'text'; readonly text: { readonly id: string; readonly title: string } }
  | {
      readonly in: 'sharing'
      /** What its parties share with the group: a conclusion, or the minutes of a meeting. */
      readonly conclusion: { readonly id: string; readonly title: string; readonly kind: string }
      /** Null: the meeting is not the viewer's to know of, but for its minutes. */
      readonly meeting: { readonly id: string; readonly title: string } | null
    }
  | {
      readonly in: 'group'
      /** Has its words in messages, `groups.history.<kind>`. */
      readonly kind: GroupEventKind
      readonly actor: string
      readonly subject: string
      readonly party: string | null
      readonly detail: string
      readonly role: HistoryRole | null
    }
)

/** One of them as `around.ts` selects it. */
export interface ToldChange {
  id: string
  at: string
  groupId: string
  of: 'contents' | 'logistics' | 'group' | 'text' | 'sharing'
  kind: string
  meetingId: string | null
  meetingTitle: string | null
  conclusion: { id: string; title: string; kind: string } | null
  /** When that conclusion was begun, and its current version written and put; null: no entry of a record tells of it. */
  dates: { begunAt: string; writtenAt: string | null; putAt: string | null } | null
  actor: string | null
  subject: string | null
  party: string | null
  detail: string | null
}

/** As far as the viewer sees the meetings concerned; of each meeting, conclusion and text the newest alone. */
export function changesOf(told: readonly ToldChange[], known: KnownMeetings): readonly Change[] {
  const seen = new Set<string>()
  const changes = told.flatMap((row): readonly Change[] => changeOf(row, known))
  const newest = changes.filter((change) => {
    const about = subjectOf(change)
    const isFirst = !seen.has(about)
    seen.add(about)
    return isFirst
  })
  return newest.slice(0, mostChanges)
}

function subjectOf(change: Change): string {
  switch (change.in) {
    case 'meeting':
      // Who is there changes what may be written: nothing newer hides it.
      if (change.kind === 'parties-changed') return change.id
      return change.conclusion?.id ?? change.meeting.id
    case 'sharing':
      return change.conclusion.id
    case 'text':
    case 'group':
      return change.id
    default:
      return change satisfies never
  }
}

function changeOf(row: ToldChange, known: KnownMeetings): readonly Change[] {
  const { id, groupId } = row
  const what = { id, groupId, at: new Date(row.at).toISOString() }
  switch (row.of) {
    case 'group':
      return [{ ...what, in: 'group', ...groupEventOf(row) }]
    case 'text':
      return [{ ...what, in: 'text', text: { id, title: row.subject ?? '' } }]
    case 'sharing':
      return row.conclusion === null ? [] : [{ ...what, in: 'sharing', ...sharingOf(row, row.conclusion, known) }]
    case 'contents':
    case 'logistics':
      return meetingChangeOf(row, known).map((change) => ({ ...what, in: 'meeting', ...change }))
    default:
      return row.of satisfies never
  }
}

type In<Where extends Change['in']> = Omit<Extract<Change, { in: Where }>, 'id' | 'at' | 'groupId' | 'in'>

function groupEventOf({ actor, subject, party, kind, detail: words }: ToldChange): In<'group'> {
  // A line is about a role, or about something with a name.
  const role = historyRoles.find((word) => word === words) ?? null
  const detail = role === null ? (words ?? '') : ''
  return { kind: oneOf(groupEventKinds, kind), actor: actor ?? '', subject: subject ?? '', party, detail, role }
}

function sharingOf(
  { meetingId, meetingTitle }: ToldChange,
  conclusion: NonNullable<ToldChange['conclusion']>,
  known: KnownMeetings,
): In<'sharing'> {
  const scope = known.get(meetingId ?? '')
  const isKnown = (scope !== undefined && seesContents(scope.sight)) || conclusion.kind === 'record'
  const meeting = isKnown && meetingId !== null ? { id: meetingId, title: meetingTitle ?? '' } : null
  return { conclusion, meeting }
}

/** A group's member who knows no more of a multilateral than that it exists learns when it is to be, and not how it goes. */
function meetingChangeOf(row: ToldChange, known: KnownMeetings): readonly In<'meeting'>[] {
  const scope = row.meetingId === null ? undefined : known.get(row.meetingId)
  if (scope === undefined) return []
  const kind = oneOf(toldKinds, row.kind)
  const meeting = { id: scope.meetingId, title: scope.meeting.title }
  if (row.of === 'contents') return isOpen(row, scope) ? [{ kind, meeting, conclusion: row.conclusion }] : []
  const goesOn = kind === 'opened' || kind === 'closed'
  return scope.sight === 'existence' && goesOn ? [] : [{ kind, meeting, conclusion: null }]
}

/** Whoever came later learns what was written since, and of no conclusion that was written before. */
function isOpen({ at, conclusion, dates }: ToldChange, { sight, since, meeting }: MeetingScope): boolean {
  if (since === null) return sight === 'contents'
  if (!seesContents(sight) || Date.parse(at) < since.getTime()) return false
  if (conclusion === null) return true
  return dates !== null && isWrittenSince(datesOf(conclusion, dates), since, meeting)
}

function datesOf(
  { kind }: NonNullable<ToldChange['conclusion']>,
  { begunAt, writtenAt, putAt }: NonNullable<ToldChange['dates']>,
): ConclusionDates {
  const putting = putAt === null ? null : { at: new Date(putAt) }
  const current = writtenAt === null ? null : { at: new Date(writtenAt), putting }
  return { kind: oneOf(conclusionKinds, kind), begunAt: new Date(begunAt), current }
}
