/** What the routes of preparation answer: the forms from which the views have their types. */
import { z } from 'zod'
import { meetingStates } from '#domain/meeting/meeting.ts'
import { assignerHats, assignmentKinds } from '#domain/preparation.ts'
import {
  count,
  instant,
  listOf,
  members,
  partyName,
  personName,
  proseText,
  shortName,
  titleText,
  uuid,
  viewOf,
  zoneName,
} from '#lib/api/view-fields.ts'
import { citationForm } from '#store/citation/schema.ts'

/** One role in which the viewer can give homework, and to whom. */
export const assigningAs = viewOf('AssigningAs', {
  as: z.enum(assignerHats),
  parties: listOf(members({ id: uuid, name: partyName })),
  people: listOf(members({ id: uuid, name: personName, partyId: uuid })),
})
export type AssigningAs = z.output<typeof assigningAs>

/** An assignment as those see it who see what it asks. */
export const assignmentView = viewOf('AssignmentView', {
  id: uuid,
  groupId: uuid,
  kind: z.enum(assignmentKinds),
  party: members({ id: uuid, shortName }),
  person: members({ id: uuid, name: personName })
    .nullable()
    .describe('Null: given to the party; any of its people does it for all.'),
  inside: z.boolean().describe('Given inside the party: nobody outside knows of it.'),
  mine: z.boolean().describe('It is the viewer who is to do it, by name or as one of the party.'),
  due: members({ at: instant, zone: zoneName })
    .nullable()
    .describe('The last instant on which it is on time, and the zone in which its day is told; null: no date.'),
  done: z.boolean(),
  late: z.boolean(),
  doneBy: listOf(members({ name: personName, at: instant, isViewer: z.boolean() })).describe(
    'Empty for those who do not work on it.',
  ),
  instructions: proseText,
  meeting: members({ id: uuid, title: titleText })
    .nullable()
    .describe('What it prepares, as far as the viewer may know of it.'),
  item: members({ id: uuid, title: titleText }).nullable(),
  citations: listOf(citationForm),
  can: members({ markDone: z.boolean(), markNotDone: z.boolean(), cancel: z.boolean() }),
})
export type AssignmentView = z.output<typeof assignmentView>

/** A party of a meeting and how far it is, in numbers alone. */
export const partyReadiness = viewOf('PartyReadiness', {
  partyId: uuid,
  done: count,
  assigned: count,
  name: partyName,
  shortName,
  mine: z
    .boolean()
    .describe('The viewer works on its homework; then the numbers hold what the party gave to its own people, too.'),
})
export type PartyReadiness = z.output<typeof partyReadiness>

/** How a meeting is prepared, as its viewer may know it. */
export const preparationView = viewOf('PreparationView', {
  meetingId: uuid,
  groupId: uuid,
  state: z.enum(meetingStates),
  parties: listOf(partyReadiness),
  assignments: listOf(assignmentView).describe('What the viewer sees in its content; at most 200.'),
  assigning: listOf(assigningAs).describe('Empty: the viewer gives no homework here.'),
  items: listOf(members({ id: uuid, title: titleText, citations: listOf(citationForm) })).describe(
    "What homework can be given for, and on which passages each is; empty where the agenda is not the viewer's.",
  ),
  viewerZone: zoneName,
})
export type PreparationView = z.output<typeof preparationView>

/** The assignments that were made, in the order in which they were asked for. */
export const assignedView = viewOf('Assigned', { ids: listOf(uuid) })
