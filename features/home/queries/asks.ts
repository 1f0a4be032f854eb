import { speaksForParty } from '#domain/access.ts'
import { mayFollow } from '#domain/commitment.ts'
import { askedOf } from '#domain/conclusion/asked.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { actorIn } from '#store/conclusion/facts.ts'
import type { AskRow } from './ask-rows.ts'
import { type ConclusionsAtHand, openIn, zoneOf } from './conclusions-at-hand.ts'
import type { KnownMeetings } from './known-meetings.ts'

/** Something that is asked of the viewer now. */
export interface Ask {
  readonly kind: AskKind
  readonly groupId: string
  /** Where it happens; null: in no meeting, or in one that the viewer may not know of. */
  readonly meeting: { readonly id: string; readonly title: string } | null
  /** The thing itself: an assignment, a conclusion, a commitment … */
  readonly thingId: string
  /** What it is about: the title of a conclusion, the words of a commitment, the name of a passage or a person. */
  readonly title: string
  /** Of homework: its kind. Of a conclusion: its kind. Else empty. */
  readonly detail: string
  /** The party whose answer it is, or into which somebody is invited; null: it is asked of the person. */
  readonly partyId: string | null
  /** The text and the passage with which homework begins; null for everything else. */
  readonly passage: { readonly textId: string; readonly ordinal: number } | null
  /** By when, ISO 8601; null: no date. */
  readonly at: string | null
  /** The zone in which that day is told; null: it is an instant, told in the viewer's own. */
  readonly zone: string | null
  readonly late: boolean
  /** Others wait for it, and no day is set: it is asked now. */
  readonly awaited: boolean
}

export const askKinds = [
  'homework',
  'stance',
  'word',
  'words',
  'not-carried',
  'commitment',
  'offer',
  'office',
  'choose-party',
  'participant',
  'schedule',
  'invitation',
  'deletion',
] as const
export type AskKind = (typeof askKinds)[number]

/** Kinds for which others wait until it is done: a version that is put stands still. */
const holdsOthersUp: readonly AskKind[] = ['stance', 'words', 'not-carried', 'office', 'choose-party']

/** What decides whether something is asked: who looks, when, and what they may know of. */
export interface Judging {
  readonly viewer: Viewer
  readonly now: Date
  readonly known: KnownMeetings
  readonly conclusions: ConclusionsAtHand
}

/** What is asked of the viewer: what others wait for, then what is due first, and what has no date last. */
export function asksOf(rows: readonly AskRow[], judging: Judging): readonly Ask[] {
  const asks = rows.flatMap((row) => {
    const scope = row.meetingId === null ? undefined : judging.known.get(row.meetingId)
    const asked = askedBy(row, scope, judging)
    return asked === null ? [] : [askOf(asked, scope, judging.now)]
  })
  return asks.toSorted((one, other) => dueOf(one) - dueOf(other))
}

type AskedRow = Omit<AskRow, 'kind'> & { readonly kind: AskKind }

/** The row as it is asked; null: it is not. Of a meeting, only if the viewer may know of it; homework stands without it. */
function askedBy(row: AskRow, scope: MeetingScope | undefined, judging: Judging): AskedRow | null {
  const { kind } = row
  switch (kind) {
    case 'homework':
    case 'invitation':
    case 'deletion':
      return { ...row, kind }
    case 'schedule':
    case 'choose-party':
    case 'participant':
      return scope === undefined ? null : { ...row, kind }
    case 'offer':
      return scope !== undefined && speaksIn(scope, row.partyId) ? { ...row, kind } : null
    case 'office':
      // It opens what stands in the meeting: not for a head installed after that was written to accept (rule 14).
      return scope?.sight === 'contents' && speaksIn(scope, row.partyId) ? { ...row, kind } : null
    case 'commitment':
      return scope !== undefined && isToFollow(row, scope, judging) ? { ...row, kind } : null
    case 'conclusion':
      return scope === undefined ? null : askedIn(row, scope, judging)
    default:
      return kind satisfies never
  }
}

function speaksIn({ inMeeting }: MeetingScope, partyId: string | null): boolean {
  return speaksForParty(inMeeting) && inMeeting.party?.partyId === partyId
}

function isToFollow({ thingId, partyId }: AskRow, scope: MeetingScope, { viewer, conclusions }: Judging): boolean {
  if (partyId === null || openIn(conclusions, scope, thingId) === null) return false
  return mayFollow({ partyId }, actorIn(scope, viewer))
}

/** A stance, the principals' word, their side's words, or what becomes of a version: as the page of the conclusion asks, by the same rule. */
function askedIn(row: AskRow, scope: MeetingScope, { viewer, now, conclusions }: Judging): AskedRow | null {
  const open = openIn(conclusions, scope, row.thingId)
  if (open === null) return null
  const facts = { meeting: open.meeting, origin: null, supersedes: null }
  const asked = askedOf(open.conclusion, facts, actorIn(scope, viewer), now)
  if (asked === null) return null
  const partyId = 'of' in asked && asked.of.kind === 'party' ? asked.of.partyId : null
  const by = asked.kind === 'word' ? { at: asked.by, zone: zoneOf(open, asked.of) } : { at: null, zone: null }
  return { ...row, kind: asked.kind, partyId, ...by }
}

function askOf(row: AskedRow, scope: MeetingScope | undefined, now: Date): Ask {
  const { kind, groupId, partyId, thingId, title, detail, textId, ordinal, at, zone } = row
  const deadline = kind === 'homework' || kind === 'commitment'
  return {
    kind,
    groupId,
    partyId,
    thingId,
    title,
    detail,
    zone,
    meeting: scope === undefined ? null : { id: scope.meetingId, title: scope.meeting.title },
    passage: textId === null || ordinal === null ? null : { textId, ordinal },
    at: at?.toISOString() ?? null,
    late: deadline && at !== null && at.getTime() < now.getTime(),
    awaited: at === null && holdsOthersUp.includes(kind),
  }
}

function dueOf({ at, awaited }: Ask): number {
  if (awaited) return 0
  return at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at)
}
