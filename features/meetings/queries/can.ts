import { agendaCan } from '#domain/agenda/can.ts'
import { may } from '#domain/may.ts'
import { meetingCan } from '#domain/meeting/can.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import type { Office } from '#domain/meeting/participant.ts'
import { decideTitles, type TitlesSharing } from '#domain/meeting/titles.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { agendaSightIn } from './agenda.ts'
import { calendarFor } from './calendar.ts'

/** What the viewer may do about the plan: the answers of the domain's own functions. Buttons ask these and nothing else. */
export interface PlanCan {
  readonly schedule: boolean
  readonly reschedule: boolean
  readonly cancel: boolean
  readonly changeParties: boolean
  /** Title, aim, place and link. */
  readonly describe: boolean
  readonly editAgenda: boolean
  readonly changeResolutionLimit: boolean
  /** Offer another time to the other party of a bilateral. */
  readonly offerTime: boolean
  /** Accept or decline the time that waits. */
  readonly answerOffer: boolean
  readonly appoint: readonly Office[]
  readonly acceptOffice: readonly Office[]
  readonly endOffice: readonly Office[]
  /** Say who takes part in a study session, and answer who is proposed. */
  readonly nameParticipants: boolean
  /** Propose participants of a study session to its party. */
  readonly proposeParticipants: boolean
  /** The party whose delegates the viewer may let speak; null: none. */
  readonly authoriseFor: string | null
  /** The party that the viewer may take out of the meeting; null: none. */
  readonly leaveFor: string | null
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
