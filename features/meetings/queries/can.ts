import { agendaCan } from '#domain/agenda/can.ts'
import { meetingCan } from '#domain/meeting/can.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { type TitlesSharing, titlesCan } from '#domain/meeting/titles.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { assignsIn } from '#store/preparation/leads.ts'
import type { PlanCan } from '../views/plan.ts'
import { agendaSightIn } from './agenda.ts'
import { calendarFor } from './calendar.ts'

/** A dry run of what decides: for a meeting `meetingCan`, for its agenda `agendaCan`, for its titles `titlesCan`. */
export function planCanOf(scope: MeetingScope, meeting: Meeting, titles: TitlesSharing): PlanCan {
  const by = scope.inMeeting
  const can = meetingCan(meeting, by)
  const agenda = agendaCan(meeting, by)
  const aboutTitles = titlesCan(titles, meeting, by)
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
    shareTitles: aboutTitles.share,
    unshareTitles: aboutTitles.unshare,
    assign: assignsIn(scope, meeting),
    download: calendarFor(scope, meeting) !== null,
  }
}
