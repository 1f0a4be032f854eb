/** Meetings that begin with an act: as the draft of whoever makes it, or proposed by one party to another. */
import { randomUUIDv7 } from 'node:crypto'
import { agendaDefaults } from '#domain/agenda/agenda.ts'
import { type DayFull, dayFull, type ListFull, listFull } from '#domain/limits.ts'
import { mayDraft, proposesFor } from '#domain/meeting/beginning.ts'
import { type MeetingRefusals, meetingDeciders } from '#domain/meeting/decide.ts'
import type { MeetingEvent } from '#domain/meeting/event.ts'
import type { MeetingKind } from '#domain/meeting/meeting.ts'
import { draftMeeting } from '#domain/meeting/meeting.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import { type ForeignInput, isRefusal, type NotEntitled, notEntitled } from '#domain/refusal.ts'
import type { PlannedTime, Slot } from '#domain/zoned-time.ts'
import { aDayBefore, lockList } from '#lib/db/lock-list.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup } from '#store/access/group.ts'
import type { ProvenMeetingId } from '#store/access/meeting.ts'
import { wholeAgenda } from '#store/agenda/acts.ts'
import { agendaAgain, type ItemAgain, saveAgain } from '#store/agenda/again.ts'
import type { ActInProgress, Holding, Target } from '#store/perform.ts'
import { tellsNothing } from '#store/telling.ts'
import { type Meant, meetingRows } from './acts.ts'
import { byIn, inRecord, tellMeeting } from './tell.ts'

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
interface Drafted {
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
    load: (act, viewer) => loadBeginning(act, viewer, groupId, content.partyIds),
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

/** What one party proposes to another. */
interface Proposal {
  readonly time: PlannedTime
  readonly message: string
}

/** The items of a declined proposal stand on the agenda of the new one. */
interface TakenAgain {
  readonly type: 'taken-again'
  readonly items: readonly ItemAgain[]
}

/**
 * A bilateral that the first of two parties proposes to the second, without the organizer (rule 1). Refusals: `not-entitled`,
 * `list-full`, `day-full`, those of the domain; `invalid-input` where `again` names no declined proposal between the two.
 *
 * @param again the declined proposal whose agenda it takes along; null: it begins with none.
 */
export function bilateralIn(
  groupId: string,
  content: Omit<DraftContent, 'kind' | 'partyIds'>,
  partyIds: readonly [string, string],
  again: string | null,
): Target<
  Viewer,
  BeginningMeeting & { readonly again: readonly ItemAgain[] | null },
  Proposal,
  Drafted | TakenAgain | MeetingEvent,
  NotEntitled | MeetingRefusals['propose'] | PlanFull | ForeignInput
> {
  const drafted: Drafted = { type: 'drafted', content: { ...content, kind: 'bilateral', partyIds }, slot: null }
  return {
    load: async (act, viewer) => {
      const held = await loadBeginning(act, viewer, groupId, partyIds)
      if (held === null) return null
      return { ...held, again: again === null ? [] : await agendaAgain(act, viewer, again, { groupId, partyIds }) }
    },
    decide: ({ act, scope, again: items }, { time, message }) => {
      const by = proposer(scope, partyIds[0])
      if (by === null) return notEntitled
      if (items === null) return { refused: 'invalid-input', field: 'again' }
      const command = { type: 'propose', by, offerId: randomUUIDv7(), time, message } as const
      const events = meetingDeciders.propose(draftMeeting('', 'bilateral', partyIds, act.now), command, act.now)
      if (isRefusal(events)) return events
      return [drafted, ...events, ...(items.length === 0 ? [] : [{ type: 'taken-again', items } as const])]
    },
    admit: async ({ act, scope }, events) => (await roomForPlan(act, scope)) ?? events,
    save: async (held, events) => {
      await saveDrafted(held.act, held.scope, held.meetingId, events)
      await meetingRows.save(
        meant(held, partyIds),
        events.filter((event) => event.type !== 'drafted' && event.type !== 'taken-again'),
      )
      for (const event of events)
        if (event.type === 'taken-again') await saveAgain(held.act.tx, groupId, held.meetingId, event.items)
    },
    tell: (event, held) => {
      if (event.type === 'drafted') return tellsNothing
      const to = meant(held, partyIds)
      if (event.type !== 'taken-again') return tellMeeting(event, to)
      const { meetingId } = held
      return inRecord(to, (names) => [wholeAgenda(names, to.by, meetingId)], { always: true })
    },
  }
}

/** The meeting is made in this act: nobody else can have it. */
function meant({ act, scope, meetingId }: BeginningMeeting, partyIds: readonly [string, string]): Meant {
  const inMeeting = proposer(scope, partyIds[0])
  if (inMeeting === null) throw new Error('A party was proposed for that the proposer does not speak for.')
  return {
    act,
    scope: { groupId: scope.groupId, meetingId: meetingId as ProvenMeetingId },
    by: byIn({ inMeeting }),
    meeting: draftMeeting(meetingId, 'bilateral', partyIds, act.now),
  }
}

/** Whoever proposes sits for the party they propose for, also when they belong to the other one as well (rule 13). */
export function proposer({ standing }: GroupScope, partyId: string): Participant | null {
  if (!proposesFor(standing).includes(partyId)) return null
  const membership = standing.memberships.find((own) => own.partyId === partyId)
  const party = membership === undefined ? null : { ...membership, partySeesFrom: null, authorised: false, left: false }
  return { group: standing, madeIt: true, party, offices: [], pendingOffices: [] }
}

async function loadBeginning(
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

type PlanFull = ListFull | DayFull

/** Null: whoever asks may make one more meeting: few enough of theirs are still planned, and were made today. */
async function roomForPlan({ tx, now }: ActInProgress, { groupId, standing }: GroupScope): Promise<PlanFull | null> {
  const own = { groupId, createdById: standing.personId }
  await lockList(tx, 'meetings', standing.personId)
  const planned = await tx.meeting.count({ where: { ...own, state: 'draft' } })
  const today = await tx.meeting.count({ where: { ...own, createdAt: { gt: aDayBefore(now) } } })
  return listFull('plans', planned) ?? dayFull('meetings', today)
}

async function saveDrafted(
  act: ActInProgress,
  scope: GroupScope,
  id: string,
  events: readonly (Drafted | TakenAgain | MeetingEvent)[],
): Promise<void> {
  for (const event of events)
    if (event.type === 'drafted') await insertMeeting(act, scope, { ...event.content, id, slot: event.slot })
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
