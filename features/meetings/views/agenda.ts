/** The agenda as the API shows it. */
import { z } from 'zod'
import { itemKinds } from '#domain/agenda/agenda.ts'
import {
  count,
  instant,
  listOf,
  members,
  personName,
  proseText,
  titleText,
  uuid,
  versionNumber,
  viewOf,
} from '#lib/api/view-fields.ts'
import { citationForm } from '#store/citation/schema.ts'

/** One item, as those see it who see the agenda. */
export const agendaItemView = viewOf('AgendaItemView', {
  id: uuid,
  kind: z.enum(itemKinds),
  title: titleText,
  aim: proseText,
  minutes: count.describe('Minutes of deliberation.'),
  leadPartyId: uuid.nullable(),
  leadPersonId: uuid.nullable(),
  lead: personName.nullable().describe('Who opens it, by name; null: nobody in particular.'),
  taken: z.boolean().describe('The meeting has come to it: it is no longer moved or removed.'),
  citations: listOf(citationForm),
})

export type AgendaItemView = z.output<typeof agendaItemView>

const agendaMembers = {
  version: versionNumber,
  statementMinutes: count,
  resolutionLimit: count,
  resolutionLimitReason: proseText
    .nullable()
    .describe('Why the limit is another than the usual one; null: it is the usual one.'),
  items: listOf(agendaItemView),
}

/** The agenda, as those see it who see its items. */
export const agendaView = viewOf('AgendaView', agendaMembers)

export type AgendaView = z.output<typeof agendaView>

/** Whether an agenda fits its meeting, in minutes (domain/agenda/time.ts). */
const fitForm = members({
  needed: count,
  available: count,
  overBy: count.describe('0 when it fits.'),
  proposals: listOf(
    members({ itemId: uuid, way: z.enum(['move-to-bilaterals', 'move-to-next-meeting', 'drop']), frees: count }),
  ).describe('A choice of items that makes room.'),
})

/** The agenda with its arithmetic (rule 3). */
export const plannedAgenda = viewOf('PlannedAgenda', {
  ...agendaMembers,
  titlesOnly: z.boolean().describe('Only the titles are for this viewer.'),
  times: listOf(members({ itemId: uuid, minutes: count, startsAt: instant.nullable() })).describe(
    'Minutes that each item needs and, where a time is meant, when it begins; in their order.',
  ),
  fit: fitForm.nullable().describe('Null where the meeting has no duration yet.'),
})

export type PlannedAgenda = z.output<typeof plannedAgenda>

/** The agenda after a change. */
export const agendaDone = viewOf('AgendaDone', { agendaVersion: versionNumber })

/** An item that was added or changed, and the agenda after that. */
export const itemDone = viewOf('ItemDone', { id: uuid, agendaVersion: versionNumber })

/** What comes with the refusal of a change that was made on another version of the agenda. */
export const agendaNow = members({
  seen: versionNumber,
  current: versionNumber,
  agenda: agendaView.nullable().exactOptional(),
})
