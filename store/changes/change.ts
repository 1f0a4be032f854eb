/** What changed lately, as people are told of it: the forms. What is told of each source stands beside (`register.ts`). */
import type { GroupEventKind, HistoryRole } from '#domain/group-history.ts'
import type { RecordEntry } from '#domain/record/entry.ts'
import { Prisma } from '#lib/db/prisma.ts'
import type { KnownMeetings } from '#store/access/known-meetings.ts'

/** Most changes that are told at once. */
export const mostChanges = 12

/** What of a record is told: what others will want to know, not who came and went. */
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
  'proposal-declined',
  'declined',
  'lapsed',
  'divergence-recorded',
  'superseded',
  'commitment-done',
  'commitment-dropped',
  'record-put',
  'record-agreed',
] as const satisfies readonly (RecordEntry['kind'] | 'proposal-declined')[]
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

/** A row of what changed, as every source selects it, in this order. */
export interface ToldChange {
  id: string
  at: string
  groupId: string
  of: 'contents' | 'logistics' | 'group' | 'text' | 'sharing'
  kind: string
  /** The meeting was proposed, and the other party declined it. */
  declined: boolean
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

/** One kind of thing of which changes are told: what of it the viewer may see, and how a row is read. */
export interface ChangeSource<Of extends ToldChange['of']> {
  readonly of: Of
  /** Rows in these groups (`= ANY(…)`) that the viewer may learn of, the newest first. */
  readonly rows: (groups: Prisma.Sql) => Prisma.Sql
  /** What is told of a row, as far as the viewer sees the meeting concerned; null: nothing. */
  readonly read: (row: ToldChange, known: KnownMeetings) => ToldOf | null
}

// Distributes, so that each keeps its own fields.
type WithoutPlace<Of> = Of extends unknown ? Omit<Of, 'id' | 'at' | 'groupId'> : never

/** A change without when and where. */
export type ToldOf = WithoutPlace<Change>

/** The columns of whom a row of the history of a group is about; of nobody. */
export const noEvent = Prisma.sql`NULL::text AS actor, NULL::text AS subject, NULL::text AS party, NULL::text AS detail`
