/** What another meeting carries over (rule 16), on the agenda that takes it up. */
import { activeParties, type Meeting } from '../meeting/meeting.ts'
import type { Refusal } from '../refusal.ts'
import { type Agenda, type ItemContent, mostItems, resolutionsOn } from './agenda.ts'
import type { AgendaEvent, AgendaFull } from './command.ts'

/** An item on its way: what it says, and the id that it will have there. */
export interface CarriedItem {
  readonly itemId: string
  readonly content: ItemContent
}

/** Rule 4: with the resolutions on the agenda there would be more than the meeting may put. */
export interface ResolutionsDoNotFit extends Refusal<'resolutions-do-not-fit-there'> {
  readonly limit: number
}

type ItemAdded = Extract<AgendaEvent, { type: 'item-added' }>

/**
 * They go on at the end. Whoever closes the other meeting needs no right to edit this agenda, but it holds what any agenda
 * may hold; a lead who is not here leads nothing.
 *
 * @param leaders those among the leading persons who can lead in this meeting.
 */
export function takeUp(
  agenda: Agenda,
  carried: readonly CarriedItem[],
  meeting: Meeting,
  leaders: ReadonlySet<string>,
): readonly ItemAdded[] | ResolutionsDoNotFit | AgendaFull {
  if (carried.length > 0 && agenda.items.length + carried.length > mostItems)
    return { refused: 'agenda-full', limit: mostItems }
  const contents = carried.map(({ content }) => content)
  const { resolutionLimit: limit } = agenda
  if (resolutionsOn(contents) > 0 && resolutionsOn([...agenda.items, ...contents]) > limit)
    return { refused: 'resolutions-do-not-fit-there', limit }
  const parties = activeParties(meeting)
  return carried.map(({ itemId: id, content }) => {
    const { leadPartyId, leadPersonId } = content
    const lead = {
      leadPartyId: leadPartyId !== null && parties.includes(leadPartyId) ? leadPartyId : null,
      leadPersonId: leadPersonId !== null && leaders.has(leadPersonId) ? leadPersonId : null,
    }
    return { type: 'item-added', item: { ...content, ...lead, id, taken: false }, before: null }
  })
}
