/** Meetings that begin as the draft of whoever makes them; the rows of every meeting that begins. */
import { randomUUIDv7 } from 'node:crypto'
import { agendaDefaults } from '#domain/agenda/agenda.ts'
import { type DayFull, dayFull, type ListFull, listFull } from '#domain/limits.ts'
import { mayDraft } from '#domain/meeting/beginning.ts'
import type { MeetingKind } from '#domain/meeting/meeting.ts'
import { type NotEntitled, notEntitled } from '#domain/refusal.ts'
import type { Slot } from '#domain/zoned-time.ts'
import { aDayBefore, lockList } from '#lib/db/lock-list.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup } from '#store/access/group.ts'
import type { ActInProgress, Holding, Target } from '#store/perform.ts'
import { tellsNothing } from '#store/telling.ts'

/** What a draft is, beside its time. */
export interface DraftContent {
  readonly kind: MeetingKind
  readonly partyIds: readonly string[]
  readonly title: string
  readonly aim: string
  readonly place: string
  readonly link: string
}

/** A meeting that does not exist yet, in a group of the viewer's. */
export interface BeginningMeeting extends Holding {
  readonly scope: GroupScope
  readonly meetingId: string
  /** Whether all that are named are parties of this group which have not left it; they do not before the act is done. */
  readonly areParties: boolean
}

/** A draft is made; `slot`: a time that is meant for it. */
export interface Drafted {
  readonly type: 'drafted'
  readonly content: DraftContent
  readonly slot: Slot | null
}

/** A draft in a group; the command: what it is, with the time that is meant for it. Refusals: `not-entitled`, `list-full`, `day-full`. */
export function draftMeetingIn(
  groupId: string,
  content: DraftContent,
): Target<Viewer, BeginningMeeting, { readonly slot: Slot | null }, Drafted, NotEntitled | PlanFull> {
  return {
    load: (act, viewer) => loadToBegin(act, viewer, groupId, content.partyIds),
    decide: ({ scope }, { slot }) => {
      const may = mayDraft(scope.standing, content.kind, content.partyIds)
      return may ? [{ type: 'drafted', content, slot }] : notEntitled
    },
    admit: async ({ act, scope }, events) => (await roomForPlan(act, scope)) ?? events,
    save: ({ act, scope, meetingId }, events) => saveDrafted(act, scope, meetingId, events),
    tell: ({ type }) => {
      switch (type) {
        case 'drafted':
          // Nobody but its makers knows of it yet.
          return tellsNothing
        default:
          return type satisfies never
      }
    },
  }
}

/** The group for whoever begins a meeting in it; null: none of theirs. The parties that are named are held. */
export async function loadToBegin(
  act: ActInProgress,
  viewer: Viewer,
  groupId: string,
  partyIds: readonly string[],
): Promise<BeginningMeeting | null> {
  const scope = await proveGroup(act.tx, viewer, groupId)
  if (scope === null) return null
  return { act, scope, meetingId: randomUUIDv7(), areParties: await areParties(act.tx, scope, partyIds) }
}

/**
 * Whether all of them are parties of this group that have not left it, and do not before this transaction ends: their rows
 * are held. Before the lock on a meeting, where there is one (store/party/hold.ts).
 */
export async function areParties(tx: Tx, { groupId }: GroupScope, partyIds: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(partyIds)]
  const held = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT id FROM "Party"
    WHERE "groupId" = ${groupId}::uuid AND id = ANY(${wanted}::uuid[]) AND "leftAt" IS NULL ORDER BY id FOR SHARE`)
  return held.length === wanted.length
}

/** Whoever makes meetings has as many in hand, or made as many today, as one can. */
export type PlanFull = ListFull | DayFull

/** Null: whoever asks may make one more meeting: few enough of theirs are still planned, and were made today. */
export async function roomForPlan(
  { tx, now }: ActInProgress,
  { groupId, standing }: GroupScope,
): Promise<PlanFull | null> {
  const own = { groupId, createdById: standing.personId }
  await lockList(tx, 'meetings', standing.personId)
  const planned = await tx.meeting.count({ where: { ...own, state: 'draft' } })
  const today = await tx.meeting.count({ where: { ...own, createdAt: { gt: aDayBefore(now) } } })
  return listFull('plans', planned) ?? dayFull('meetings', today)
}

/** Writes the drafts that were decided. */
export async function saveDrafted(
  act: ActInProgress,
  scope: GroupScope,
  id: string,
  events: readonly Drafted[],
): Promise<void> {
  for (const { content, slot } of events) await insertMeeting(act, scope, { ...content, id, slot })
}

/** The rows of a draft. The agenda starts out as suits the kind (M2 to M4). */
export async function insertMeeting(
  { tx, now }: ActInProgress,
  { groupId, standing }: GroupScope,
  { kind, partyIds, slot, ...content }: DraftContent & { readonly id: string; readonly slot: Slot | null },
): Promise<void> {
  const { statementMinutes, resolutionLimit, meetingMinutes } = agendaDefaults(kind)
  const { timeZone } = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { timeZone: true } })
  await tx.meeting.create({
    data: {
      ...content,
      groupId,
      kind,
      createdById: standing.personId,
      createdAt: now,
      statementMinutes,
      resolutionLimit,
      ...(slot ?? { timeZone, durationMinutes: meetingMinutes }),
    },
    select: { id: true },
  })
  await tx.meetingParty.createMany({
    data: partyIds.map((partyId) => ({ groupId, meetingId: content.id, partyId, joinedAt: now })),
  })
}
