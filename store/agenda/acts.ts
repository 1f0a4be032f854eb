/** Acts on the agenda of a meeting. */
import type { Agenda } from '#domain/agenda/agenda.ts'
import type { AgendaCommand, AgendaEvent } from '#domain/agenda/command.ts'
import { type AgendaCommands, type AgendaRefusals, agendaDeciders } from '#domain/agenda/decide.ts'
import type { RecordFull } from '#domain/record/bounds.ts'
import { isRefusal, type NotEntitled, notEntitled, type Refusal } from '#domain/refusal.ts'
import type { Citation } from '#domain/text/citation.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type CitingRefusal, judgeCitations } from '#store/citation/judge.ts'
import { loadOn, type OnMeeting } from '#store/meeting/acts.ts'
import { type InMeeting, inRecord } from '#store/meeting/tell.ts'
import type { Target } from '#store/perform.ts'
import { append } from '#store/record/append.ts'
import { actor, type By, type RecordNames } from '#store/record/named.ts'
import { roomFor } from '#store/record/room.ts'
import { type Telling, tellsNothing } from '#store/telling.ts'
import { leadersAmong } from './leaders.ts'
import { loadAgenda, replaceCitations, saveAgenda } from './rows.ts'

/** What happens to an agenda; and what an item rests on from now on, which raises no version of its own. */
type Happened =
  | AgendaEvent
  | { readonly type: 'item-cited'; readonly itemId: string; readonly citations: readonly Citation[] }

/** An agenda under the lock on its meeting. */
export interface HeldAgenda extends OnMeeting {
  readonly agenda: Agenda
}

/** Why what was decided on an agenda is not done; null: it is, with what it takes along. */
type Admit<Refused> = (held: HeldAgenda, events: readonly AgendaEvent[]) => Promise<readonly Happened[] | Refused>

/** The agenda of a meeting, and what is asked of it as a whole. */
export function agendaOf<Type extends 'move-item' | 'change-statement-minutes' | 'change-resolution-limit'>(
  meetingId: string,
  type: Type,
) {
  return onAgenda<Type, never>(meetingId, type, async () => [])
}

/** The agenda of a meeting from which an item is taken: one under which nothing was concluded. */
export function agendaWithout(meetingId: string) {
  return onAgenda<'remove-item', InUse>(meetingId, 'remove-item', async ({ act: { tx }, scope }, events) => {
    for (const event of events)
      if (event.type === 'item-removed' && (await isDecidedOn(tx, scope.meetingId, event.itemId)))
        return { refused: 'item-has-conclusions' }
    return []
  })
}

/**
 * The agenda of a meeting on which an item is added or changed: whoever leads it is somebody of a party of this meeting, and it cites
 * what its editor may read.
 *
 * @param cited what it cites, as it was sent.
 */
export function agendaWith<Type extends 'add-item' | 'change-item'>(
  meetingId: string,
  type: Type,
  cited: readonly Citation[],
) {
  return onAgenda(meetingId, type, async (held, events): Promise<readonly Happened[] | StrangeLead | CitingRefusal> => {
    const [leader = null] = events.map(leaderIn)
    if (leader !== null && !(await leadersAmong(held.act.tx, held.meeting, [leader])).has(leader))
      return { refused: 'lead-not-in-meeting' }
    return judged(held, events, cited)
  })
}

type InUse = Refusal<'item-has-conclusions'>
type StrangeLead = Refusal<'lead-not-in-meeting'>

/** @param alsoHappens what happens besides, once that is known to be right. */
function onAgenda<Type extends AgendaCommand['type'], Refused extends Refusal>(
  meetingId: string,
  type: Type,
  alsoHappens: Admit<Refused>,
): Target<
  Viewer,
  HeldAgenda,
  AgendaCommands[Type],
  Happened,
  AgendaRefusals[Type] | NotEntitled | RecordFull | Refused
> {
  return {
    load: async (act, viewer) => {
      const held = await loadOn(act, viewer, meetingId)
      return held && { ...held, agenda: await loadAgenda(act.tx, held.scope) }
    },
    decide: ({ scope, meeting, agenda }, command) => {
      // Whoever sees no agenda edits none, whatever else they plan.
      if (scope.sight === 'logistics' || scope.sight === 'existence') return notEntitled
      return agendaDeciders[type](agenda, command, meeting)
    },
    admit: async (held, happened) => {
      const events = happened.filter((event) => event.type !== 'item-cited')
      const also = await alsoHappens(held, events)
      if ('refused' in also) return also
      const { act, scope } = held
      return (await roomFor(act.tx, scope.meetingId, events.map(entryKind))) ?? [...events, ...also]
    },
    save: async ({ act: { tx, now }, scope, agenda }, happened) => {
      const events = happened.filter((event) => event.type !== 'item-cited')
      // What was noted under an item is told before the item goes.
      if (events.some(({ type: kind }) => kind === 'item-removed')) await append(tx, scope, [], now)
      await saveAgenda(tx, scope, agenda.version, events)
      for (const event of happened)
        if (event.type === 'item-cited') await replaceCitations(tx, scope, event.itemId, event.citations)
    },
    tell: tellAgenda,
  }
}

/** The version of the agenda after these events. */
export function versionAfter({ agenda }: HeldAgenda, happened: readonly { readonly type: string }[]): number {
  return agenda.version + happened.filter(({ type }) => type !== 'item-cited').length
}

function tellAgenda(event: Happened, held: InMeeting): Telling {
  const { by } = held
  switch (event.type) {
    case 'item-added':
    case 'item-changed':
    case 'item-removed':
    case 'item-moved':
      return inRecord(held, (names) => [wholeAgenda(names, by, held.scope.meetingId)])
    case 'statement-minutes-changed': {
      const { type: kind, minutes: to } = event
      return inRecord(held, (names) => [{ kind, by: actor(names, by), to }])
    }
    case 'resolution-limit-changed': {
      const { type: kind, from, to, reason } = event
      return inRecord(held, (names) => [{ kind, by: actor(names, by), from, to, reason }])
    }
    case 'item-cited':
      // The change of its item tells the agenda, which names no passages.
      return tellsNothing
    default:
      return event satisfies never
  }
}

/** The whole agenda as it stands after a change. */
export function wholeAgenda(names: RecordNames, by: By, meetingId: string) {
  return { kind: 'agenda-changed', by: actor(names, by), agenda: names.agenda(meetingId) } as const
}

function entryKind({ type }: AgendaEvent): string {
  return type === 'statement-minutes-changed' || type === 'resolution-limit-changed' ? type : 'agenda-changed'
}

function leaderIn(event: AgendaEvent): string | null {
  if (event.type === 'item-added') return event.item.leadPersonId
  return event.type === 'item-changed' ? event.content.leadPersonId : null
}

async function isDecidedOn(tx: OnMeeting['act']['tx'], meetingId: string, itemId: string): Promise<boolean> {
  const states = { notIn: ['draft', 'put', 'withdrawn'] }
  return (await tx.conclusion.count({ where: { itemId, meetingId, state: states } })) > 0
}

/** The citations are what the editor may read. */
async function judged(
  { act: { tx }, scope }: HeldAgenda,
  events: readonly Happened[],
  cited: readonly Citation[],
): Promise<readonly Happened[] | CitingRefusal> {
  const [event] = events
  const itemId = event?.type === 'item-added' ? event.item.id : event?.type === 'item-changed' ? event.itemId : null
  if (itemId === null) return []
  const citations = await judgeCitations(tx, scope, cited)
  return isRefusal(citations) ? citations : [{ type: 'item-cited', itemId, citations }]
}
