/** The agenda of a bilateral that was declined, for another time between the same two parties. */
import { randomUUIDv7 } from 'node:crypto'
import type { AgendaItem } from '#domain/agenda/agenda.ts'
import { takeUp } from '#domain/agenda/take-up.ts'
import { draftMeeting } from '#domain/meeting/meeting.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { copyCitations } from '#store/citation/copy.ts'
import type { ActInProgress } from '#store/perform.ts'
import { leadersAmong } from './leaders.ts'
import { loadAgenda } from './rows.ts'

/** An item on its way from the declined proposal to the new one. */
export type ItemAgain = AgendaItem & { readonly carriedFromId: string }

/**
 * The items of a declined proposal, in their order, as the new one between these two parties takes them up. Null: there is no such proposal
 * between them, or it is none of the viewer's. What it names cannot change any more: nothing is held.
 */
export async function agendaAgain(
  { tx, now }: ActInProgress,
  viewer: Viewer,
  declinedId: string,
  { groupId, partyIds }: { readonly groupId: string; readonly partyIds: readonly [string, string] },
): Promise<readonly ItemAgain[] | null> {
  const scope = await proveMeeting(tx, viewer, declinedId)
  if (scope === null || scope.groupId !== groupId || !scope.declined || scope.sight !== 'contents') return null
  const between = await tx.meetingParty.findMany({ where: { meetingId: scope.meetingId }, select: { partyId: true } })
  if (between.length !== 2 || !between.every(({ partyId }) => partyIds.includes(partyId))) return null
  const agenda = await loadAgenda(tx, scope)
  const carried = agenda.items.map(({ id, taken: _, ...content }) => ({
    carriedFromId: id,
    itemId: randomUUIDv7(),
    content,
  }))
  const meeting = draftMeeting('', 'bilateral', partyIds, now)
  const people = carried.flatMap(({ content }) => content.leadPersonId ?? [])
  const added = takeUp({ ...agenda, items: [] }, carried, meeting, await leadersAmong(tx, meeting, people))
  // It stood on such an agenda already: there is room for it on an empty one.
  if (isRefusal(added)) return null
  return added.map(({ item }, place) => ({ ...item, carriedFromId: carried[place]?.carriedFromId ?? '' }))
}

/** Writes them on the empty agenda of a meeting that is made in this act, with their passages. */
export async function saveAgain(
  tx: Tx,
  groupId: string,
  meetingId: string,
  items: readonly ItemAgain[],
): Promise<void> {
  await tx.agendaItem.createMany({
    data: items.map(({ taken: _, carriedFromId: __, ...item }, index) => ({
      ...item,
      groupId,
      meetingId,
      position: index + 1,
    })),
  })
  await copyCitations(tx, items)
  await tx.meeting.update({ where: { id: meetingId }, data: { agendaVersion: items.length }, select: { id: true } })
}
