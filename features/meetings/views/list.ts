/** Meetings in a list. */
import { z } from 'zod'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { count, instant, listOf, ordinal, shortName, titleText, uuid, viewOf, zoneName } from '#lib/api/view-fields.ts'

/** What is asked of the viewer in a meeting, as far as planning goes. */
export const meetingAsk = z
  .enum(['answer-offer', 'accept-office', 'choose-party', 'offer-time', 'schedule'])
  .meta({ id: 'MeetingAsk' })

export type MeetingAsk = z.output<typeof meetingAsk>

/** One meeting in a list: what its viewer may know of it, and no more. */
export const meetingLine = viewOf('MeetingLine', {
  id: uuid,
  kind: z.enum(meetingKinds),
  title: titleText,
  state: z.enum(meetingStates),
  proposed: z.boolean().describe('A bilateral that waits for an answer to its proposal.'),
  declined: z.boolean().describe('A proposal that the other party declined.'),
  startsAt: instant.nullable().describe('Null: no time is meant yet.'),
  durationMinutes: count.nullable(),
  timeZone: zoneName,
  parties: listOf(shortName).describe('Short names of the parties, in the order in which they joined.'),
  asks: listOf(meetingAsk),
})

export type MeetingLine = z.output<typeof meetingLine>

/** A page of the meetings of a group, as the viewer may know of them. */
export const meetingPage = viewOf('MeetingPage', {
  lines: listOf(meetingLine),
  page: ordinal,
  hasMore: z.boolean(),
  viewerZone: zoneName.describe('IANA zone in which the viewer reads times.'),
})

export type MeetingPage = z.output<typeof meetingPage>
