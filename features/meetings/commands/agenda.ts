import { randomUUIDv7 } from 'node:crypto'
import type { AgendaCommand } from '#domain/agenda/command.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { agendaOf, type HeldAgenda, versionAfter } from '#store/agenda/acts.ts'
import { type Answering, perform } from '#store/perform.ts'
import { findAgenda } from '../queries/agenda.ts'
import type { AgendaItemInput } from '../schema.ts'

/** The agenda after a change. */
export interface AgendaDone {
  readonly agendaVersion: number
}

/** Adds an item at the end. */
export function addItem(
  viewer: Viewer,
  meetingId: string,
  { agendaVersion, citations, ...content }: AgendaItemInput,
): Promise<({ id: string } & AgendaDone) | Refusal> {
  const id = randomUUIDv7()
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) =>
    ({ type: 'add-item', by, itemId: id, agendaVersion, content }) as const
  return perform(viewer, agendaOf(meetingId, citations), command, answering({ id }))
}

export function changeItem(
  viewer: Viewer,
  meetingId: string,
  { itemId, agendaVersion, citations, ...content }: AgendaItemInput & { itemId: string },
): Promise<({ id: string } & AgendaDone) | Refusal> {
  const command = ({ scope: { inMeeting: by } }: HeldAgenda) =>
    ({ type: 'change-item', by, itemId, agendaVersion, content }) as const
  return perform(viewer, agendaOf(meetingId, citations), command, answering({ id: itemId }))
}

/** Drafts under the item stay, under no item; an item on which something was concluded cannot go: `item-has-conclusions`. */
export function removeItem(
  viewer: Viewer,
  meetingId: string,
  removal: { itemId: string; agendaVersion: number },
): Promise<AgendaDone | Refusal> {
  return change(viewer, meetingId, { type: 'remove-item', ...removal })
}

/** Before another item, or to the end. */
export function moveItem(
  viewer: Viewer,
  meetingId: string,
  move: { itemId: string; before: string | null; agendaVersion: number },
): Promise<AgendaDone | Refusal> {
  return change(viewer, meetingId, { type: 'move-item', ...move })
}

/** How long each party speaks on an item of a multilateral (rule 3). */
export function changeStatementMinutes(
  viewer: Viewer,
  meetingId: string,
  input: { minutes: number; agendaVersion: number },
): Promise<AgendaDone | Refusal> {
  return change(viewer, meetingId, { type: 'change-statement-minutes', ...input })
}

/** How many resolutions are put at most; changed only with a reason (rule 4). */
export function changeResolutionLimit(
  viewer: Viewer,
  meetingId: string,
  input: { limit: number; reason: string; agendaVersion: number },
): Promise<AgendaDone | Refusal> {
  return change(viewer, meetingId, { type: 'change-resolution-limit', ...input })
}

// Distributes over the commands, so that each keeps its own fields.
type Unsigned<Command> = Command extends unknown ? Omit<Command, 'by'> : never
type Asked = Unsigned<AgendaCommand>

function change(viewer: Viewer, meetingId: string, asked: Asked): Promise<AgendaDone | Refusal> {
  return perform(viewer, agendaOf(meetingId), ({ scope: { inMeeting: by } }) => ({ ...asked, by }), answering({}))
}

/** What is answered along with the version of the agenda. */
function answering<More extends object>(more: More): Answering<HeldAgenda, { type: string }, More & AgendaDone> {
  return {
    answer: (held, events) => ({ ...more, agendaVersion: versionAfter(held, events) }),
    explain,
  }
}

/** Two people edit one agenda: the later one is shown what it has become, and what they typed stays with them. */
async function explain({ act: { tx }, scope }: HeldAgenda, refusal: Refusal): Promise<Refusal> {
  if (refusal.refused !== 'agenda-changed') return refusal
  return { ...refusal, agenda: await findAgenda(tx, scope) } as Refusal
}
