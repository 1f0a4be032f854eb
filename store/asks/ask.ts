import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { type NextActKind, nextActKinds } from '#domain/next-acts.ts'
import type { Prisma } from '#lib/db/prisma.ts'
import type { KnownMeetings } from '#store/access/known-meetings.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { ConclusionsAtHand } from './conclusions-at-hand.ts'

/** Everything that somebody asks of somebody. Each has its words in messages, `home.ask.<kind>`. */
export const demandKinds = [
  'homework',
  'stance',
  'word',
  'words',
  'not-carried',
  'commitment',
  'share',
  'offer',
  'office',
  'choose-party',
  'participant',
  'invitation',
  'deletion',
] as const

/** What others ask of the viewer, or a day does. */
export type DemandKind = (typeof demandKinds)[number]

/** Everything that can be asked of somebody: what others ask, and what the work asks that goes on only when they do it. */
export type AskKind = DemandKind | NextActKind

/** Something that is asked of the viewer now. */
export interface Ask<Kind extends AskKind = AskKind> {
  readonly kind: Kind
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
  /** How many things it is asked of, such as items that name no passage; 1 where it is about one. */
  readonly count: number
}

/** What others ask. */
export type Demand = Ask<DemandKind>

/** What the work asks next (domain/next-acts.ts). */
export type NextAsk = Ask<NextActKind>

/** Whether the work asks it, and nobody waits for an answer. */
export function isNextAct(ask: Ask): ask is NextAsk {
  return nextActKinds.some((kind) => kind === ask.kind)
}

/** Whether others ask it, or a day does. */
export function isDemand(ask: Ask): ask is Demand {
  return demandKinds.some((kind) => kind === ask.kind)
}

/** What asks: a noun of the register. */
export const askSources = [
  'homework',
  'conclusion',
  'commitment',
  'sharing',
  'offer',
  'office',
  'choose-party',
  'participant',
  'schedule',
  'date',
  'invitation',
  'deletion',
  'founding',
  'head',
  'edition',
  'holding',
  'minutes',
  'agenda',
  'seats',
  'people',
  'declined',
] as const

export type AskSource = (typeof askSources)[number]

/** Something that may be asked of the viewer: `thingId` of a commitment is its conclusion. */
export interface AskRow {
  readonly kind: AskSource
  readonly groupId: string
  readonly meetingId: string | null
  readonly partyId: string | null
  readonly thingId: string
  readonly title: string
  readonly detail: string
  readonly textId: string | null
  readonly ordinal: number | null
  readonly at: Date | null
  readonly zone: string | null
}

/** A row as it is asked. */
export type AskedRow = Omit<AskRow, 'kind'> & {
  readonly kind: AskKind
  /** As in `Ask`; absent: 1. */
  readonly count?: number
}

/**
 * Of whom, where and when rows are selected. The statement begins with what several nouns ask for (`find.ts`), so that it is found once: the
 * meetings as `known`, where parties of the viewer are or were in them as `place`, and invitations that are open as `invited`.
 */
export interface Asking {
  readonly me: Prisma.Sql
  /** The viewer's groups in question, as `ANY(…)`. */
  readonly groups: Prisma.Sql
  /** The parties in which they work (not as observers), all of theirs, and those that they lead; as `ANY(…)`. */
  readonly parties: Prisma.Sql
  readonly all: Prisma.Sql
  readonly led: Prisma.Sql
  /** The groups that they organize, as `ANY(…)`. */
  readonly organized: Prisma.Sql
  /** How much of each kind, for what is asked in the planning of meetings. */
  readonly limit: number
  readonly now: Date
}

/** What decides whether something is asked: when, and what they may know of. */
export interface Judging {
  readonly now: Date
  readonly known: KnownMeetings
  readonly conclusions: ConclusionsAtHand
  /** Those known meetings, by id, whose own rules judge something. */
  readonly meetings: ReadonlyMap<string, Meeting>
  /** Those whose minutes may be asked for, as the rules of conclusions see them. */
  readonly facts: ReadonlyMap<string, ConclusionMeeting>
}

/** What is said of a kind of asking wherever it is shown. */
export interface AskFacts {
  /** Others stand still until it is done: without a date it is asked now. */
  readonly holdsOthersUp: boolean
  /** Its date is a day by which it is to be done; else what it is about happens then. */
  readonly isDeadline: boolean
  /** Where it can be done. */
  href(ask: Ask): string
  /** Where several of one group that are told together are found; absent: they are not. */
  hrefOfMany?(ask: Ask): string
}

/** What somebody is in one of the groups in question. */
export type AskedOf = 'organizes' | 'leads' | 'works'

/** One noun of which something is asked: all that those must know who show what is asked of somebody. */
export interface AskNoun {
  readonly of: AskSource
  /** Every kind in which it asks. */
  readonly kinds: Readonly<Partial<Record<AskKind, AskFacts>>>
  /** It is about the plan of a meeting: lists of meetings show it beside the meeting. */
  readonly planning: boolean
  /**
   * Of whom alone it is asked: organizers, those who lead a party, those who work in one (not as observers); of nobody else rows are
   * selected. Absent: whoever is in the group.
   */
  readonly askedOf?: AskedOf
  /** What `judge` must know besides the row: the meeting, the conclusion, or the meeting as conclusions see it; null: nothing. */
  readonly judges: 'meeting' | 'conclusion' | 'minutes' | null
  /** Selects `AskRow`s that may be asked of the viewer, in SQL, as far as their parties and offices reach. */
  rows(asking: Asking): Prisma.Sql
  /**
   * Whether it is asked now, and as what: by the rule that judges the act itself. `scope`: the viewer in its meeting; undefined: it is
   * in none, or in one of which they may not know. Null: it is not asked.
   */
  judge(row: AskRow, scope: MeetingScope | undefined, judging: Judging): AskedRow | null
}

/** Most of each kind that are fetched: more than anybody can do next. */
export const most = 40

/** The page of the group of an ask. */
export function groupHrefOf({ groupId }: Ask): string {
  return `/groups/${groupId}`
}

/** The page of its meeting; of its group where there is none. */
export function meetingHrefOf(ask: Ask): string {
  return ask.meeting === null ? groupHrefOf(ask) : `${groupHrefOf(ask)}/meetings/${ask.meeting.id}`
}
