/** Changing an agenda (rules 2 to 4): a command on the version that was seen, answered with an event or a refusal. */
import type { CommandAs, CommandsOf, RefusalsOf } from '../deciding.ts'
import { activeParties, type Meeting } from '../meeting/meeting.ts'
import { mayEditAgenda, maySchedule } from '../meeting/rights.ts'
import { isRefusal, notEntitled, type Refusal, type RefusalWith } from '../refusal.ts'
import { hasVisible } from '../written/characters.ts'
import { flawInWritten } from '../written/written.ts'
import { type Agenda, type AgendaItem, type ItemContent, mostItems, resolutionsOn } from './agenda.ts'
import type { AgendaAnswer } from './answer.ts'
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

type Command<Type extends AgendaCommand['type']> = AgendaCommands[Type]
type TextCode = AgendaTextFlaw['refused']

const deciders = {
  'add-item': onAgenda(addItem),
  'change-item': onAgenda(changeItem),
  'remove-item': onAgenda(removeItem),
  'move-item': onAgenda(moveItem),
  'change-statement-minutes': onAgenda(changeStatementMinutes),
  'change-resolution-limit': onAgenda(changeResolutionLimit),
}

/** What may be asked of an agenda, by type. */
export type AgendaCommands = CommandsOf<AgendaCommand>

/** What each change of an agenda can be refused with. */
export type AgendaRefusals = RefusalsOf<typeof deciders>

/** What decides each change of an agenda, on the version that its writer saw: events, none where nothing changes, or a refusal. */
export const agendaDeciders: {
  readonly [Type in AgendaCommand['type']]: (
    agenda: Agenda,
    command: AgendaCommands[Type],
    meeting: Meeting,
  ) => readonly AgendaEvent[] | AgendaRefusals[Type]
} = deciders

/** Decides any change of the agenda. */
export function decideAgenda<Type extends AgendaCommand['type']>(
  agenda: Agenda,
  command: CommandAs<AgendaCommands, Type>,
  meeting: Meeting,
): readonly AgendaEvent[] | AgendaRefusals[Type] {
  return agendaDeciders[command.type](agenda, command, meeting)
}

function onAgenda<Asked extends AgendaCommand, Code extends AgendaRefusal['refused']>(
  decide: (agenda: Agenda, command: Asked, meeting: Meeting) => AgendaAnswer<Code>,
) {
  return (
    agenda: Agenda,
    command: Asked,
    meeting: Meeting,
  ): AgendaAnswer<Code> | AgendaAnswer<'agenda-fixed' | 'not-entitled' | 'agenda-changed'> => {
    const { state } = meeting
    if (state === 'closed' || state === 'agreed' || state === 'cancelled') return { refused: 'agenda-fixed', state }
    if (!mayEditAgenda(command.by, meeting)) return notEntitled
    if (command.agendaVersion !== agenda.version) {
      return { refused: 'agenda-changed', seen: command.agendaVersion, current: agenda.version }
    }
    return decide(agenda, command, meeting)
  }
}

/** Nothing goes before what was already talked about. */
function addItem(
  agenda: Agenda,
  { itemId, content, before }: Command<'add-item'>,
  meeting: Meeting,
): AgendaAnswer<'item-exists' | 'agenda-full' | 'no-such-item' | 'item-taken' | ItemCode> {
  if (agenda.items.some((item) => item.id === itemId)) return { refused: 'item-exists' }
  if (agenda.items.length >= mostItems) return { refused: 'agenda-full', limit: mostItems }
  const target = before === null ? null : movable(agenda, before)
  if (isRefusal(target)) return target
  const item: AgendaItem = { ...content, id: itemId, taken: false }
  return flawIn(content, [...agenda.items, item], agenda, meeting) ?? [{ type: 'item-added', item, before }]
}

function changeItem(
  agenda: Agenda,
  { itemId, content }: Command<'change-item'>,
  meeting: Meeting,
): AgendaAnswer<'no-such-item' | ItemCode> {
  if (!agenda.items.some((item) => item.id === itemId)) return { refused: 'no-such-item' }
  const items = agenda.items.map((item) => (item.id === itemId ? { ...item, ...content } : item))
  return flawIn(content, items, agenda, meeting) ?? [{ type: 'item-changed', itemId, content }]
}

function removeItem(agenda: Agenda, { itemId }: Command<'remove-item'>): AgendaAnswer<'no-such-item' | 'item-taken'> {
  const item = movable(agenda, itemId)
  return isRefusal(item) ? item : [{ type: 'item-removed', itemId: item.id }]
}

/** Nothing goes before what was already talked about. */
function moveItem(
  agenda: Agenda,
  { itemId, before }: Command<'move-item'>,
): AgendaAnswer<'no-such-item' | 'item-taken'> {
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

function changeStatementMinutes(
  agenda: Agenda,
  { minutes }: Command<'change-statement-minutes'>,
  meeting: Meeting,
): AgendaAnswer<'only-in-multilaterals' | 'statement-minutes-out-of-bounds'> {
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
): AgendaAnswer<'only-in-multilaterals' | 'not-entitled' | 'resolution-limit-out-of-bounds' | TextCode> {
  if (meeting.kind !== 'multilateral') return { refused: 'only-in-multilaterals' }
  if (!maySchedule(by, meeting)) return notEntitled
  const least = resolutionsOn(agenda.items)
  const { most } = agendaBounds.resolutionLimit
  if (!within(limit, least, most)) return { refused: 'resolution-limit-out-of-bounds', least, most }
  if (limit === agenda.resolutionLimit) return []
  const flaw = flawInText('reason', reason)
  return flaw ?? [{ type: 'resolution-limit-changed', from: agenda.resolutionLimit, to: limit, reason }]
}

function movable(agenda: Agenda, itemId: string): AgendaItem | Refusal<'no-such-item'> | Refusal<'item-taken'> {
  const item = agenda.items.find(({ id }) => id === itemId)
  if (item === undefined) return { refused: 'no-such-item' }
  return item.taken ? { refused: 'item-taken' } : item
}

type ItemCode =
  | 'minutes-out-of-bounds'
  | 'resolution-needs-multilateral'
  | 'resolution-limit-reached'
  | 'lead-not-in-meeting'
  | TextCode

/** What is wrong with an item among the items as they would then be. */
function flawIn(
  content: ItemContent,
  items: readonly AgendaItem[],
  { resolutionLimit: limit }: Agenda,
  meeting: Meeting,
): RefusalWith<AgendaRefusal, ItemCode> | null {
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
