import { agendaSight } from '#domain/access.ts'
import { activeParties, type Meeting } from '#domain/meeting/meeting.ts'
import { holdsOffice } from '#domain/meeting/participant.ts'
import { assignerHats, assigns, closedToPreparing } from '#domain/preparation.ts'
import type { MeetingScope } from '#store/access/meeting.ts'

/** The party whose study session the viewer chairs in this meeting, or null. */
export function leadsStudyOf({ meeting, inMeeting }: MeetingScope, partyId: string): string | null {
  return meeting.kind === 'study' && holdsOffice(inMeeting, 'chair') ? partyId : null
}

/** Whether the viewer may give homework in this meeting. They see its agenda then: homework prepares what stands there. */
export function assignsIn(scope: MeetingScope, meeting: Meeting): boolean {
  if (agendaSight(scope.sight, scope.meeting.kind) !== 'whole' || closedToPreparing(meeting.state) !== null)
    return false
  const { group: standing } = scope.inMeeting
  return activeParties(meeting).some((partyId) =>
    assignerHats.some((hat) =>
      assigns({ standing, leadsStudyOf: leadsStudyOf(scope, partyId) }, hat, { partyId, person: null }),
    ),
  )
}
