/** What the routes of a running meeting answer: the forms from which the views have their types. */
import { z } from 'zod'
import { itemKinds } from '#domain/agenda/agenda.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { directions } from '#domain/text/direction.ts'
import { passageKinds } from '#domain/text/passage.ts'
import {
  count,
  instant,
  listOf,
  members,
  ordinal,
  partyName,
  personName,
  proseText,
  reference,
  shortName,
  titleText,
  uuid,
  versionNumber,
  viewOf,
  zoneName,
} from '#lib/api/view-fields.ts'
import { citationForm } from '#store/citation/schema.ts'
import { conclusionLine } from '#store/conclusion/schema.ts'
import { warningForm } from '#store/meeting/schema.ts'

/** One passage of the current item, to be read in the room. */
export const passageInFull = viewOf('PassageInFull', {
  textId: uuid,
  editionId: uuid,
  ordinal,
  reference,
  kind: z.enum(passageKinds),
  level: count,
  text: proseText,
  direction: z.enum(directions),
  quotes: listOf(members({ start: count, end: count })).describe(
    'The words of it that are meant, as UTF-16 offsets; empty: all of it.',
  ),
})
export type PassageInFull = z.output<typeof passageInFull>

/** Somebody at the meeting, or expected there. */
export const personHere = viewOf('PersonHere', { id: uuid, name: personName, here: z.boolean() })
export type PersonHere = z.output<typeof personHere>

/** Who is here for one party, and, as far as the viewer may know them, who else could come for it. */
export const partyPresence = viewOf('PartyPresence', {
  id: uuid,
  name: partyName,
  shortName,
  left: z.boolean(),
  people: listOf(personHere),
})
export type PartyPresence = z.output<typeof partyPresence>

/** What becomes of an item. */
export const itemStates = ['open', 'settled', 'carried', 'dropped'] as const

/** An item of the running meeting. */
export const floorItem = viewOf('FloorItem', {
  id: uuid,
  kind: z.enum(itemKinds),
  title: titleText,
  aim: proseText,
  lead: personName.nullable().describe('Who opens it, by name; null: nobody in particular.'),
  plannedAt: instant.describe('When it was meant to begin (ISO 8601), and how many minutes it has in all (rule 3).'),
  minutes: count,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  state: z.enum(itemStates),
  notes: proseText,
  notesVersion: count,
  conclusions: listOf(conclusionLine).describe(
    'What is drafted, put to the parties and agreed under it; nothing that was withdrawn.',
  ),
})
export type FloorItem = z.output<typeof floorItem>

/** A meeting as it is held, for those who see its contents. */
export const floorView = viewOf('FloorView', {
  id: uuid,
  groupId: uuid,
  kind: z.enum(meetingKinds),
  title: titleText,
  state: z.enum(meetingStates),
  startsAt: instant.nullable(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  viewerZone: zoneName.describe('IANA zone in which the viewer reads times.'),
  items: listOf(floorItem),
  unplaced: listOf(conclusionLine).describe('What is drafted, put to the parties and agreed under no item.'),
  currentItemId: uuid.nullable(),
  words: members({ conclusionId: uuid, wording: proseText })
    .nullable()
    .describe(
      'What the draft or the put version says at which the meeting is at work under the current item; null: at none.',
    ),
  passages: listOf(passageInFull).describe(
    'The passages of the current item in full, at most sixty, with where they are found.',
  ),
  citations: listOf(citationForm),
  parties: listOf(partyPresence),
  officers: listOf(personHere).describe('Officers who sit for no party and are here.'),
  warnings: listOf(warningForm).describe('What to say before it is opened.'),
  lacksChair: z
    .boolean()
    .describe('Why the viewer cannot open it although it is scheduled: a multilateral lacks its chair.'),
  can: members({
    open: z.boolean(),
    conduct: z.boolean(),
    lead: z.boolean().describe('The viewer conducts it before others who may: as its chair, or because it has none.'),
    keepRecord: z.boolean(),
    come: z.boolean(),
    leave: z.boolean(),
  }),
})
export type FloorView = z.output<typeof floorView>

/** The notes as they stand after writing. */
export const notesWritten = viewOf('NotesWritten', { notesVersion: versionNumber })

/** What somebody else wrote meanwhile, which comes with the refusal of what was written on an older version. */
export const notesNow = members({ notes: proseText, notesVersion: versionNumber })
