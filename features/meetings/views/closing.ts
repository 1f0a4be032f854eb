/** The beginning and the end of a meeting as the API shows them. */
import { z } from 'zod'
import { meetingKinds } from '#domain/meeting/meeting.ts'
import { calendarDay, instant, listOf, shortName, titleText, uuid, viewOf, zoneName } from '#lib/api/view-fields.ts'
import { warningForm } from '#store/meeting/schema.ts'

/** Something that is open when a meeting closes (rule 16). */
export const openThingView = viewOf('OpenThingView', {
  kind: z.enum(['item', 'inquiry', 'commitment']),
  id: uuid,
  title: titleText,
  progress: z
    .enum(['not-reached', 'begun', 'finished'])
    .nullable()
    .describe('How far the meeting came with an item; null: a commitment.'),
  party: shortName
    .nullable()
    .describe('Of a commitment: short name of the responsible party, and the last day on which it is on time.'),
  dueOn: calendarDay.nullable(),
  offered: z.enum(['carry', 'settled', 'stays-open']).describe('What is offered for it before anybody chooses.'),
})

export type OpenThingView = z.output<typeof openThingView>

/** A meeting that can take up what is carried on. */
export const carrierView = viewOf('CarrierView', {
  id: uuid,
  title: titleText,
  state: z.enum(['draft', 'scheduled']),
  startsAt: instant.nullable().describe('Null: no time is meant yet.'),
})

export type CarrierView = z.output<typeof carrierView>

/** What whoever closes a meeting has to say. */
export const closingView = viewOf('ClosingView', {
  id: uuid,
  title: titleText,
  kind: z.enum(meetingKinds),
  open: listOf(openThingView),
  carriers: listOf(carrierView),
  makesNext: z.boolean().describe('A draft can be made for what is carried on.'),
  viewerZone: zoneName,
})

export type ClosingView = z.output<typeof closingView>

/** A meeting that was closed; `nextMeetingId`: the draft that takes up what is carried on. */
export const closedForm = viewOf('Closed', { nextMeetingId: uuid.nullable() })

/** A meeting that was opened, with what was warned about and is allowed all the same. */
export const openedForm = viewOf('Opened', { warnings: listOf(warningForm) })
