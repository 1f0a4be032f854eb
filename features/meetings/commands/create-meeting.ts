import { randomUUIDv7 } from 'node:crypto'
import { agendaDefaults } from '#domain/agenda/agenda.ts'
import { dayFull, listFull } from '#domain/limits.ts'
import { draftArityRefusal, mayDraft } from '#domain/meeting/beginning.ts'
import { isRefusal, notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { type Slot, slotOf } from '#domain/zoned-time.ts'
import { clock } from '#lib/clock.ts'
import { aDayBefore, holdList } from '#lib/db/hold-list.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type GroupScope, proveGroup } from '#store/access/group.ts'
import type { NewMeeting, NewProposal, Time } from '../schema.ts'
import { withNames } from './party-names.ts'
import { explainTime, plannedTime } from './planned-time.ts'

/**
 * Makes a draft; scheduling it is an act of its own. Refusals: `not-found`; `not-entitled` (domain `mayDraft`);
 * `invalid-input` for a party of another group; `list-full`, `day-full`; parties that are too many or named twice; a time that cannot be.
 */
export function createMeeting(viewer: Viewer, groupId: string, input: NewMeeting): Promise<{ id: string } | Refusal> {
  return asViewer(
    viewer,
    async (tx) => {
      const scope = await proveGroup(tx, viewer, groupId)
      if (scope === null) return notFound
      const { kind, partyIds, time } = input
      if (!mayDraft(scope.standing, kind, partyIds)) return notEntitled
      if (!(await areParties(tx, scope, partyIds))) return foreignParty('partyIds')
      const arity = draftArityRefusal(kind, partyIds)
      if (arity !== null) return withNames(tx, arity, partyIds)
      const slot = time === undefined ? null : slotFrom(time, clock.now())
      if (isRefusal(slot)) return slot
      return (await roomForPlan(tx, scope)) ?? insertMeeting(tx, scope, input, slot)
    },
    { write: true },
  )
}

/** Null: whoever asks may make one more meeting: few enough of theirs are still planned, and were made today. */
export async function roomForPlan(tx: Tx, { groupId, standing }: GroupScope): Promise<Refusal | null> {
  const own = { groupId, createdById: standing.personId }
  await holdList(tx, 'meetings', standing.personId)
  const planned = await tx.meeting.count({ where: { ...own, state: 'draft' } })
  const today = await tx.meeting.count({ where: { ...own, createdAt: { gt: aDayBefore(clock.now()) } } })
  return listFull('plans', planned) ?? dayFull('meetings', today)
}

type Content = Pick<NewMeeting, 'kind' | 'partyIds'> & Pick<NewProposal, 'title' | 'aim' | 'place' | 'link'>

/** The rows of a draft. The agenda starts out as suits the kind (M2 to M4). */
export async function insertMeeting(
  tx: Tx,
  { groupId, standing }: GroupScope,
  { kind, partyIds, title, aim, place, link }: Content,
  slot: Slot | null,
  id: string = randomUUIDv7(),
): Promise<{ id: string }> {
  const { statementMinutes, resolutionLimit, meetingMinutes } = agendaDefaults(kind)
  const { timeZone } = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select: { timeZone: true } })
  const at = clock.now()
  await tx.meeting.create({
    data: {
      id,
      groupId,
      kind,
      title,
      aim,
      place,
      link,
      createdById: standing.personId,
      createdAt: at,
      statementMinutes,
      resolutionLimit,
      ...(slot ?? { timeZone, durationMinutes: meetingMinutes }),
    },
    select: { id: true },
  })
  await tx.meetingParty.createMany({
    data: partyIds.map((partyId) => ({ groupId, meetingId: id, partyId, joinedAt: at })),
  })
  return { id }
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

/** A body names a party that is none of this group, whether or not there is one elsewhere (SECURITY.md, attack 3). */
export function foreignParty(field: string): Refusal {
  return { refused: 'invalid-input', field } as Refusal
}

function slotFrom(time: Time, now: Date): Slot | Refusal {
  const planned = plannedTime(time)
  return explainTime(isRefusal(planned) ? planned : slotOf(planned, now), time)
}
