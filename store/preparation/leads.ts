import { holdsOffice } from '#domain/meeting/participant.ts'
import type { MeetingScope } from '#store/access/meeting.ts'

/** The party whose study session the viewer chairs in this meeting, or null. */
export function leadsStudyOf({ meeting, inMeeting }: MeetingScope, partyId: string): string | null {
  return meeting.kind === 'study' && holdsOffice(inMeeting, 'chair') ? partyId : null
}
