import { randomUUIDv7 } from 'node:crypto'
import type { ItemContent } from '#domain/agenda/agenda.ts'
import type { AgendaCommand, AgendaEvent } from '#domain/agenda/command.ts'
import { decideAgenda } from '#domain/agenda/decide.ts'
import { isUnknown } from '#domain/meeting/meeting.ts'
import { isRefusal, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Citation } from '#domain/text/citation.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { judgeCitations } from '#store/citation/judge.ts'
import { type Act, onMeeting, tellChange } from '#store/meeting/act.ts'
import { recordAgenda } from '#store/meeting/record-events.ts'
import { append } from '#store/record/append.ts'
import { roomFor } from '#store/record/room.ts'
import { findAgenda } from '../queries/agenda.ts'
import type { AgendaItemInput } from '../schema.ts'
import { loadAgenda, replaceCitations, saveAgenda } from './agenda-rows.ts'
import { leadersAmong } from './leaders.ts'

/** The agenda after a change. */
export interface AgendaDone {
  readonly agendaVersion: number
}

/** Adds an item at the end. */
export function addItem(
  viewer: Viewer,
  meetingId: string,
  input: AgendaItemInput,
): Promise<({ id: string } & AgendaDone) | Refusal> {
  return withCitations(viewer, meetingId, input, { type: 'add-item', itemId: randomUUIDv7() })
}

export function changeItem(
  viewer: Viewer,
  meetingId: string,
  { itemId, ...input }: AgendaItemInput & { itemId: string },
): Promise<({ id: string } & AgendaDone) | Refusal> {
  return withCitations(viewer, meetingId, input, { type: 'change-item', itemId })
}

/** Drafts under the item stay, under no item; an item on which something was concluded cannot go: `item-has-conclusions`. */
export function removeItem(
  viewer: Viewer,
  meetingId: string,
  { itemId, agendaVersion }: { itemId: string; agendaVersion: number },
): Promise<AgendaDone | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const { tx } = act
    const decided = await tx.conclusion.count({
      where: { itemId, meetingId: act.scope.meetingId, state: { notIn: ['draft', 'put', 'withdrawn'] } },
    })
    const events = decideOn(act, await loadAgenda(tx, act.scope), { type: 'remove-item', itemId, agendaVersion })
    if (isRefusal(events)) return explained(act, events)
    if (decided > 0) return { refused: 'item-has-conclusions' }
    // What was noted under it is told before the item goes.
    await append(tx, act.scope, [], act.now)
    return write(act, agendaVersion, events)
  })
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
  return onMeeting(viewer, meetingId, async (act) => {
    const events = decideOn(act, await loadAgenda(act.tx, act.scope), asked)
    return isRefusal(events) ? explained(act, events) : write(act, asked.agendaVersion, events)
  })
}

function withCitations(
  viewer: Viewer,
  meetingId: string,
  { agendaVersion, citations, ...content }: AgendaItemInput,
  item: { readonly type: 'add-item' | 'change-item'; readonly itemId: string },
): Promise<({ id: string } & AgendaDone) | Refusal> {
  return onMeeting(viewer, meetingId, async (act) => {
    const events = decideOn(act, await loadAgenda(act.tx, act.scope), { ...item, agendaVersion, content })
    if (isRefusal(events)) return explained(act, events)
    const judged = await judgedWith(act, content, citations)
    if (isRefusal(judged)) return judged
    const done = await write(act, agendaVersion, events, () => replaceCitations(act.tx, act.scope, item.itemId, judged))
    return isRefusal(done) ? done : { id: item.itemId, ...done }
  })
}

/** The lead must be somebody of a party of this meeting; the citations what the editor may read. */
async function judgedWith(
  { tx, scope, meeting }: Act,
  { leadPersonId }: ItemContent,
  citations: readonly Citation[],
): Promise<readonly Citation[] | Refusal> {
  if (leadPersonId !== null && !(await leadersAmong(tx, meeting, [leadPersonId])).has(leadPersonId))
    return { refused: 'lead-not-in-meeting' }
  return judgeCitations(tx, scope, citations)
}

function decideOn(
  { scope, meeting }: Act,
  agenda: Parameters<typeof decideAgenda>[0],
  asked: Asked,
): readonly AgendaEvent[] | Refusal {
  // Whoever sees no agenda edits none, whatever else they plan.
  if (scope.sight === 'logistics' || scope.sight === 'existence') return notEntitled
  return decideAgenda(agenda, { ...asked, by: scope.inMeeting }, meeting)
}

async function write(
  act: Act,
  seen: number,
  events: readonly AgendaEvent[],
  along: () => Promise<void> = async () => {},
): Promise<AgendaDone | Refusal> {
  const { tx, scope, meeting, now } = act
  const full = await roomFor(
    tx,
    scope.meetingId,
    events.map((event) => settingOf(event)?.kind ?? 'agenda-changed'),
  )
  if (full !== null) return full
  const agendaVersion = await saveAgenda(act, seen, events)
  await along()
  const settings = events.flatMap((event) => settingOf(event) ?? [])
  for (const setting of settings) await tellChange(act, (by) => ({ ...setting, by }))
  if (!isUnknown(meeting) && events.length > settings.length) await recordAgenda(tx, scope, now)
  return { agendaVersion }
}

/** What an event changes for the whole agenda, as the record tells it; null: it changes the items. */
function settingOf(event: AgendaEvent) {
  switch (event.type) {
    case 'statement-minutes-changed':
      return { kind: event.type, to: event.minutes }
    case 'resolution-limit-changed':
      return { kind: event.type, from: event.from, to: event.to, reason: event.reason }
    default:
      return null
  }
}

/** Two people edit one agenda: the later one is shown what it has become, and what they typed stays with them. */
async function explained({ tx, scope }: Act, refusal: Refusal): Promise<Refusal> {
  if (refusal.refused !== 'agenda-changed') return refusal
  const agenda = await findAgenda(tx, scope)
  return { ...refusal, agenda } as Refusal
}
