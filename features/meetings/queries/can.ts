import { type AgendaCan, agendaCan } from '#domain/agenda/can.ts'
import { may } from '#domain/may.ts'
import { type MeetingCan, meetingCan } from '#domain/meeting/can.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { decideTitles, type TitlesSharing } from '#domain/meeting/titles.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { agendaSightIn } from './agenda.ts'
import { calendarFor } from './calendar.ts'

/** What the viewer may do about the plan: the answers of the domain's own functions. Buttons ask these and nothing else. */
export interface PlanCan {
  readonly schedule: MeetingCan['schedule']
  readonly reschedule: MeetingCan['reschedule']
  readonly cancel: MeetingCan['cancel']
  readonly changeParties: MeetingCan['change-parties']
  /** Title, aim, place and link. */
  readonly describe: MeetingCan['change-venue']
  readonly editAgenda: AgendaCan['move-item']
  readonly changeResolutionLimit: AgendaCan['change-resolution-limit']
  /** Offer another time to the other party of a bilateral. */
  readonly offerTime: MeetingCan['offer-another-time']
  /** Accept or decline the time that waits. */
  readonly answerOffer: MeetingCan['decline']
  readonly appoint: MeetingCan['appoint']
  readonly acceptOffice: MeetingCan['accept-office']
  readonly endOffice: MeetingCan['end-office']
  /** Say who takes part in a study session, and answer who is proposed. */
  readonly nameParticipants: boolean
  /** Propose participants of a study session to its party. */
  readonly proposeParticipants: boolean
  /** The party whose delegates the viewer may let speak; null: none. */
  readonly authoriseFor: MeetingCan['authorise']
  /** The party that the viewer may take out of the meeting; null: none. */
  readonly leaveFor: MeetingCan['party-leaves']
  /** Let the organizer see the titles of a bilateral. */
  readonly shareTitles: boolean
  /** Close them again. */
  readonly unshareTitles: boolean
  /** There is a time to put into a calendar. */
  readonly download: boolean
}

/** A dry run of what decides: for a meeting `meetingCan`, for its agenda `agendaCan`, for its titles `decideTitles`. */
export function planCan(scope: MeetingScope, meeting: Meeting, titles: TitlesSharing): PlanCan {
  const by = scope.inMeeting
  const can = meetingCan(meeting, by)
  const agenda = agendaCan(meeting, by)
  const seesAgenda = agendaSightIn(scope) === 'whole'
  return {
    schedule: can.schedule,
    reschedule: can.reschedule,
    cancel: can.cancel,
    changeParties: can['change-parties'],
    describe: can['change-venue'],
    editAgenda: seesAgenda && agenda['move-item'],
    changeResolutionLimit: seesAgenda && agenda['change-resolution-limit'],
    offerTime: can['offer-another-time'],
    answerOffer: can.decline,
    appoint: can.appoint,
    acceptOffice: can['accept-office'],
    endOffice: can['end-office'],
    nameParticipants: meeting.kind === 'study' && can['take-seat'].length > 0,
    proposeParticipants: can['propose-seat'].length > 0,
    authoriseFor: can.authorise,
    leaveFor: can['party-leaves'],
    shareTitles: may(decideTitles, titles, meeting, by, true),
    unshareTitles: may(decideTitles, titles, meeting, by, false),
    download: calendarFor(scope, meeting) !== null,
  }
}
