import { type Agenda, type ItemContent, itemKinds } from '#domain/agenda/agenda.ts'
import type { AgendaEvent } from '#domain/agenda/command.ts'
import type { Citation } from '#domain/text/citation.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { citationRows } from '#store/citation/judge.ts'
import { itemRows } from '#store/meeting/named-rows.ts'

/** The agenda as its rules see it; one statement, under the meeting's lock. */
export async function loadAgenda(tx: Tx, { meetingId }: Pick<MeetingScope, 'meetingId'>): Promise<Agenda> {
  const row = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    relationLoadStrategy: 'join',
    select: { agendaVersion: true, statementMinutes: true, resolutionLimit: true, items: itemRows },
  })
  const { agendaVersion: version, items, ...settings } = row
  return {
    ...settings,
    version,
    items: items.map(({ startedAt, state, kind, ...item }) => ({
      ...item,
      kind: oneOf(itemKinds, kind),
      taken: startedAt !== null || state !== 'open',
    })),
  }
}

/**
 * Writes the events of an agenda and raises its version, by one for each.
 *
 * @throws when the version is no longer the one that was decided on, although the meeting was locked.
 */
export async function saveAgenda(
  tx: Tx,
  scope: MeetingScope,
  seen: number,
  events: readonly AgendaEvent[],
): Promise<void> {
  const version = seen + events.length
  const { count } = await tx.meeting.updateMany({
    where: { id: scope.meetingId, agendaVersion: seen },
    data: { agendaVersion: version },
  })
  if (count !== 1) throw new Error('The agenda of a locked meeting has another version than the one decided on.')
  for (const event of events) await saveEvent(tx, scope, event)
}

/** The citations of an item, as they stand from now on. */
export async function replaceCitations(
  tx: Tx,
  scope: MeetingScope,
  itemId: string,
  citations: readonly Citation[],
): Promise<void> {
  await tx.citation.deleteMany({ where: { citingId: itemId } })
  await tx.citation.createMany({ data: [...citationRows(scope, itemId, citations)] })
}

async function saveEvent(tx: Tx, { groupId, meetingId }: MeetingScope, event: AgendaEvent): Promise<void> {
  switch (event.type) {
    case 'item-added': {
      const { id, taken: _, ...content } = event.item
      const position = await placeFor(tx, meetingId, event.before)
      await tx.agendaItem.create({ data: { id, groupId, meetingId, position, ...content } })
      return
    }
    case 'item-changed':
      await tx.agendaItem.update({ where: { id: event.itemId }, data: contentOf(event.content) })
      return
    case 'item-removed':
      return remove(tx, event.itemId)
    case 'item-moved':
      await tx.$executeRaw(Prisma.sql`UPDATE "AgendaItem" i SET position = o.place
        FROM unnest(${event.order}::uuid[]) WITH ORDINALITY AS o(id, place)
        WHERE i.id = o.id AND i."meetingId" = ${meetingId}::uuid`)
      return
    case 'statement-minutes-changed':
      await tx.meeting.update({ where: { id: meetingId }, data: { statementMinutes: event.minutes } })
      return
    case 'resolution-limit-changed': {
      const data = { resolutionLimit: event.to, resolutionLimitReason: event.reason }
      await tx.meeting.update({ where: { id: meetingId }, data })
      return
    }
    default:
      return event satisfies never
  }
}

/** The place of an item that is added: at the end, or that of the one before which it goes, which goes on with those after it. */
async function placeFor(tx: Tx, meetingId: string, before: string | null): Promise<number> {
  if (before === null) {
    const last = await tx.agendaItem.aggregate({ where: { meetingId }, _max: { position: true } })
    return (last._max.position ?? 0) + 1
  }
  const { position } = await tx.agendaItem.findUniqueOrThrow({ where: { id: before }, select: { position: true } })
  const after = { meetingId, position: { gte: position } }
  await tx.agendaItem.updateMany({ where: after, data: { position: { increment: 1 } } })
  return position
}

/** What hangs on the item stays with the meeting: homework keeps its own passages, drafts their wording. */
async function remove(tx: Tx, itemId: string): Promise<void> {
  await tx.assignment.updateMany({ where: { itemId }, data: { itemId: null } })
  await tx.conclusion.updateMany({ where: { itemId }, data: { itemId: null } })
  await tx.agendaItem.delete({ where: { id: itemId } })
}

function contentOf({ kind, title, aim, minutes, leadPartyId, leadPersonId }: ItemContent): ItemContent {
  return { kind, title, aim, minutes, leadPartyId, leadPersonId }
}
