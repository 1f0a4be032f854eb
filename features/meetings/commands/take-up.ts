import { randomUUIDv7 } from 'node:crypto'
import { type Agenda, type AgendaItem, itemKinds } from '#domain/agenda/agenda.ts'
import { takeUp } from '#domain/agenda/take-up.ts'
import type { Disposition } from '#domain/carry-over.ts'
import { activeParties, draftMeeting, type Meeting } from '#domain/meeting/meeting.ts'
import { isRefusal } from '#domain/refusal.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { leadersAmong } from '#store/agenda/leaders.ts'
import { loadAgenda } from '#store/agenda/rows.ts'
import type { OnMeeting } from '#store/meeting/acts.ts'
import { loadMeeting } from '#store/meeting/load.ts'
import type { Carrier } from '../queries/closing.ts'

/** Items on their way to one meeting, as its agenda takes them up. */
export interface Carriage {
  readonly toMeetingId: string
  /** The version of its agenda on which this was decided. */
  readonly version: number
  readonly items: readonly (AgendaItem & { readonly carriedFromId: string })[]
}

/** The draft that the closing makes. */
export interface Next {
  readonly id: string
  readonly title: string
}

/** A meeting that takes up items, and what is on its agenda already. */
interface Target {
  readonly id: string
  readonly meeting: Meeting
  readonly agenda: Agenda
}

/** What becomes of the items that are carried on, meeting by meeting; under the lock on each. Refusal: its agenda holds no more. */
export async function takenUp(
  held: OnMeeting,
  dispositions: readonly Disposition[],
  carriers: readonly Carrier[],
  next: Next | null,
) {
  const carriages: Carriage[] = []
  for (const [toMeetingId, ids] of targetsOf(dispositions.filter(({ kind }) => kind === 'item'))) {
    const carriage = await carriageTo(held, await targetOf(held, toMeetingId, carriers, next), ids)
    if (isRefusal(carriage)) return carriage
    carriages.push(carriage)
  }
  return carriages
}

/** What goes to which meeting, by id. */
export function targetsOf(dispositions: readonly Disposition[]): ReadonlyMap<string, readonly string[]> {
  const carried = dispositions.flatMap((one) => (one.outcome === 'carry' ? [one] : []))
  const byTarget = Map.groupBy(carried, ({ toMeetingId }) => toMeetingId)
  return new Map([...byTarget].map(([target, ones]) => [target, ones.map(({ id }) => id)]))
}

async function targetOf(
  { act: { tx, now }, scope, meeting }: OnMeeting,
  id: string,
  carriers: readonly Carrier[],
  next: Next | null,
): Promise<Target> {
  if (id === next?.id) {
    const agenda = { ...(await loadAgenda(tx, scope)), version: 0, items: [] }
    return { id, meeting: draftMeeting(id, meeting.kind, activeParties(meeting), now), agenda }
  }
  const carrier = carriers.find((one) => one.id === id)
  if (carrier === undefined) throw new Error('Something is carried to a meeting that was not offered for it.')
  const target = { meetingId: carrier.id }
  return { id, meeting: await loadMeeting(tx, target), agenda: await loadAgenda(tx, target) }
}

/** In the order of the agenda that they come from. */
async function carriageTo(
  { act: { tx }, scope }: OnMeeting,
  { id: toMeetingId, meeting, agenda }: Target,
  ids: readonly string[],
) {
  const rows = await tx.agendaItem.findMany({
    where: { id: { in: [...ids] }, meetingId: scope.meetingId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, title: true, aim: true, minutes: true, leadPartyId: true, leadPersonId: true },
  })
  const carried = rows.map(({ id: carriedFromId, kind, ...content }) => ({
    carriedFromId,
    itemId: randomUUIDv7(),
    content: { ...content, kind: oneOf(itemKinds, kind) },
  }))
  const leaders = await leadersAmong(
    tx,
    meeting,
    rows.flatMap(({ leadPersonId }) => leadPersonId ?? []),
  )
  const added = takeUp(agenda, carried, meeting, leaders)
  if (isRefusal(added)) return added
  const origins = new Map<string, string>(carried.map(({ itemId, carriedFromId }) => [itemId, carriedFromId]))
  const items = added.map(({ item }) => ({ ...item, carriedFromId: origins.get(item.id) ?? '' }))
  return { toMeetingId, version: agenda.version, items }
}
