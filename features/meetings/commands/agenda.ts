import { randomUUIDv7 } from 'node:crypto'
import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { agendaOf, agendaWith, agendaWithout, type HeldAgenda, versionAfter } from '#store/agenda/acts.ts'
import { perform } from '#store/perform.ts'
import { findAgenda } from '../queries/agenda.ts'
import type { AgendaItemInput, NewAgendaItem } from '../schema.ts'
import type { AgendaView } from '../views/agenda.ts'

/** The agenda after a change. */
export interface AgendaDone {
  readonly agendaVersion: number
}

/** Adds an item, at the end or before another. */
export function addItem(
  viewer: Viewer,
  meetingId: string,
  { agendaVersion, citations, before = null, ...content }: NewAgendaItem,
) {
  const id = randomUUIDv7()
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) =>
    ({ type: 'add-item', by, itemId: id, agendaVersion, content, before }) as const
  return perform(viewer, agendaWith(meetingId, 'add-item', citations), command, {
    answer: withVersion({ id }),
    explain,
  })
}

/** Changes what an item says and cites. */
export function changeItem(
  viewer: Viewer,
  meetingId: string,
  { itemId, agendaVersion, citations, ...content }: AgendaItemInput & { itemId: string },
) {
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) =>
    ({ type: 'change-item', by, itemId, agendaVersion, content }) as const
  const answer = withVersion({ id: itemId })
  return perform(viewer, agendaWith(meetingId, 'change-item', citations), command, { answer, explain })
}

/** Drafts under the item stay, under no item; an item on which something was concluded cannot go: `item-has-conclusions`. */
export function removeItem(viewer: Viewer, meetingId: string, removal: { itemId: string; agendaVersion: number }) {
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) => ({ type: 'remove-item', by, ...removal }) as const
  return perform(viewer, agendaWithout(meetingId), command, { answer: withVersion({}), explain })
}

/** Before another item, or to the end. */
export function moveItem(
  viewer: Viewer,
  meetingId: string,
  move: { itemId: string; before: string | null; agendaVersion: number },
) {
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) => ({ type: 'move-item', by, ...move }) as const
  return perform(viewer, agendaOf(meetingId, 'move-item'), command, { answer: withVersion({}), explain })
}

/** How long each party speaks on an item of a multilateral (rule 3). */
export function changeStatementMinutes(
  viewer: Viewer,
  meetingId: string,
  input: { minutes: number; agendaVersion: number },
) {
  const type = 'change-statement-minutes'
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) => ({ type, by, ...input }) as const
  return perform(viewer, agendaOf(meetingId, type), command, { answer: withVersion({}), explain })
}

/** How many resolutions are put at most; changed only with a reason (rule 4). */
export function changeResolutionLimit(
  viewer: Viewer,
  meetingId: string,
  input: { limit: number; reason: string; agendaVersion: number },
) {
  const type = 'change-resolution-limit'
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) => ({ type, by, ...input }) as const
  return perform(viewer, agendaOf(meetingId, type), command, { answer: withVersion({}), explain })
}

/** What is answered along with the version of the agenda. */
function withVersion<More extends object>(more: More) {
  return (held: HeldAgenda, events: readonly { readonly type: string }[]): More & AgendaDone => ({
    ...more,
    agendaVersion: versionAfter(held, events),
  })
}

/** Two people edit one agenda: the later one is shown what it has become, and what they typed stays with them. */
async function explain<Refused extends Refusal>(
  { act: { tx }, scope }: HeldAgenda,
  refusal: Refused,
): Promise<Refused & { readonly agenda?: AgendaView | null }> {
  return refusal.refused === 'agenda-changed' ? { ...refusal, agenda: await findAgenda(tx, scope) } : refusal
}
