/** Changing an agenda (rules 2 to 4): a command on the version that was seen, answered with an event or a refusal. */
import { activeParties, type Meeting } from '../meeting/meeting.ts'
import { mayEditAgenda, maySchedule } from '../meeting/rights.ts'
import { isRefusal, notEntitled } from '../refusal.ts'
import { hasVisible } from '../written/characters.ts'
import { flawInWritten } from '../written/written.ts'
import { type Agenda, type AgendaItem, type ItemContent, mostItems, resolutionsOn } from './agenda.ts'
import type { AgendaCommand, AgendaEvent, AgendaRefusal, AgendaTextFlaw } from './command.ts'

/** Bounds of the numbers and texts of an agenda. */
export const agendaBounds = {
  minutes: { least: 1, most: 1440 },
  statementMinutes: { least: 0, most: 60 },
  resolutionLimit: { least: 0, most: 20 },
  title: 200,
  aim: 2_000,
  reason: 2_000,
} as const

type Answer = readonly AgendaEvent[] | AgendaRefusal
type Command<Type extends AgendaCommand['type']> = Extract<AgendaCommand, { type: Type }>

/** Decides a change of the agenda, on the version that its writer saw: events, none where nothing changes, or a refusal. */
export function decideAgenda(agenda: Agenda, command: AgendaCommand, meeting: Meeting): Answer {
  const { state } = meeting
  if (state === 'closed' || state === 'agreed' || state === 'cancelled') return { refused: 'agenda-fixed', state }
  if (!mayEditAgenda(command.by, meeting)) return notEntitled
  if (command.agendaVersion !== agenda.version) {
    return { refused: 'agenda-changed', seen: command.agendaVersion, current: agenda.version }
  }
  switch (command.type) {
    case 'add-item':
      return addItem(agenda, command, meeting)
    case 'change-item':
      return changeItem(agenda, command, meeting)
    case 'remove-item': {
      const item = movable(agenda, command.itemId)
      return isRefusal(item) ? item : [{ type: 'item-removed', itemId: item.id }]
    }
    case 'move-item':
      return moveItem(agenda, command)
    case 'change-statement-minutes':
      return changeStatementMinutes(agenda, command.minutes, meeting)
    case 'change-resolution-limit':
      return changeResolutionLimit(agenda, command, meeting)
    default:
      return command satisfies never
  }
}

function addItem(agenda: Agenda, { itemId, content }: Command<'add-item'>, meeting: Meeting): Answer {
  if (agenda.items.some((item) => item.id === itemId)) return { refused: 'item-exists' }
  if (agenda.items.length >= mostItems) return { refused: 'agenda-full', limit: mostItems }
  const item: AgendaItem = { ...content, id: itemId, taken: false }
  return flawIn(content, [...agenda.items, item], agenda, meeting) ?? [{ type: 'item-added', item }]
}

function changeItem(agenda: Agenda, { itemId, content }: Command<'change-item'>, meeting: Meeting): Answer {
  if (!agenda.items.some((item) => item.id === itemId)) return { refused: 'no-such-item' }
  const items = agenda.items.map((item) => (item.id === itemId ? { ...item, ...content } : item))
  return flawIn(content, items, agenda, meeting) ?? [{ type: 'item-changed', itemId, content }]
}

/** Nothing goes before what was already talked about. */
function moveItem(agenda: Agenda, { itemId, before }: Command<'move-item'>): Answer {
  const item = movable(agenda, itemId)
  if (isRefusal(item)) return item
  const target = before === null ? null : movable(agenda, before)
  if (isRefusal(target)) return target
  if (before === itemId) return []
  const ids = agenda.items.map(({ id }) => id)
  const others = ids.filter((id) => id !== itemId)
  const order = others.toSpliced(target === null ? others.length : others.indexOf(target.id), 0, itemId)
  return order.every((id, place) => id === ids[place]) ? [] : [{ type: 'item-moved', itemId, order }]
}

function changeStatementMinutes(agenda: Agenda, minutes: number, meeting: Meeting): Answer {
  const { least, most } = agendaBounds.statementMinutes
  if (meeting.kind !== 'multilateral') return { refused: 'only-in-multilaterals' }
  if (!within(minutes, least, most)) return { refused: 'statement-minutes-out-of-bounds', least, most }
  return minutes === agenda.statementMinutes ? [] : [{ type: 'statement-minutes-changed', minutes }]
}

/** Rule 4: changed by whoever schedules the meeting, with a reason, and never below what is already on the agenda. */
function changeResolutionLimit(
  agenda: Agenda,
  { by, limit, reason }: Command<'change-resolution-limit'>,
  meeting: Meeting,
): Answer {
  if (meeting.kind !== 'multilateral') return { refused: 'only-in-multilaterals' }
  if (!maySchedule(by, meeting)) return notEntitled
  const least = resolutionsOn(agenda.items)
  const { most } = agendaBounds.resolutionLimit
  if (!within(limit, least, most)) return { refused: 'resolution-limit-out-of-bounds', least, most }
  if (limit === agenda.resolutionLimit) return []
  const flaw = flawInText('reason', reason)
  return flaw ?? [{ type: 'resolution-limit-changed', from: agenda.resolutionLimit, to: limit, reason }]
}

function movable(agenda: Agenda, itemId: string): AgendaItem | AgendaRefusal {
  const item = agenda.items.find(({ id }) => id === itemId)
  if (item === undefined) return { refused: 'no-such-item' }
  return item.taken ? { refused: 'item-taken' } : item
}

/** What is wrong with an item among the items as they would then be. */
function flawIn(
  content: ItemContent,
  items: readonly AgendaItem[],
  { resolutionLimit: limit }: Agenda,
  meeting: Meeting,
): AgendaRefusal | null {
  const { kind, title, aim, minutes, leadPartyId } = content
  const { least, most } = agendaBounds.minutes
  if (!within(minutes, least, most)) return { refused: 'minutes-out-of-bounds', least, most }
  if (kind === 'resolution' && meeting.kind !== 'multilateral') return { refused: 'resolution-needs-multilateral' }
  if (kind === 'resolution' && resolutionsOn(items) > limit) return { refused: 'resolution-limit-reached', limit }
  if (leadPartyId !== null && !activeParties(meeting).includes(leadPartyId)) return { refused: 'lead-not-in-meeting' }
  return flawInText('title', title) ?? flawInText('aim', aim)
}

/** It must stand in the one written form (domain/written). Only the aim may be empty. */
function flawInText(field: AgendaTextFlaw['field'], text: string): AgendaTextFlaw | null {
  const limit = agendaBounds[field]
  if (field !== 'aim' && !hasVisible(text)) return { refused: 'text-missing', field, limit }
  if (text.length > limit) return { refused: 'text-too-long', field, limit }
  const flaw = flawInWritten(text, field === 'aim' ? 'words' : 'line')
  return flaw && { ...flaw, field, limit }
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
