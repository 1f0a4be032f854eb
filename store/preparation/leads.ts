import type { MeetingScope } from '#store/access/meeting.ts'

/** The party whose study session the viewer chairs in this meeting, or null. */
export function leadsStudyOf({ meeting, inMeeting }: MeetingScope, partyId: string): string | null {
  return meeting.kind === 'study' && inMeeting.offices.includes('chair') ? partyId : null
}
