import type { Agenda } from '#domain/agenda/agenda.ts'
import type { AgendaEvent } from '#domain/agenda/command.ts'

/** The agenda after an event that `decide` returned for it. */
export function evolve(agenda: Agenda, event: AgendaEvent): Agenda {
  return { ...agenda, version: agenda.version + 1, ...changed(agenda, event) }
}

function changed({ items }: Agenda, event: AgendaEvent): Partial<Agenda> {
  switch (event.type) {
    case 'item-added': {
      const at = items.findIndex(({ id }) => id === event.before)
      return { items: items.toSpliced(at === -1 ? items.length : at, 0, event.item) }
    }
    case 'item-changed':
      return { items: items.map((item) => (item.id === event.itemId ? { ...item, ...event.content } : item)) }
    case 'item-removed':
      return { items: items.filter((item) => item.id !== event.itemId) }
    case 'item-moved':
      return { items: event.order.flatMap((id) => items.filter((item) => item.id === id)) }
    case 'statement-minutes-changed':
      return { statementMinutes: event.minutes }
    case 'resolution-limit-changed':
      return { resolutionLimit: event.to }
    default:
      return event satisfies never
  }
}
