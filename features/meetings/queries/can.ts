import { arityRefusal } from '#domain/meeting/arity.ts'
import { activeParties, type Meeting } from '#domain/meeting/meeting.ts'
import { mayAppoint, mayEnd } from '#domain/meeting/offices.ts'
import { leads, type Office, offices, opensFor, type Participant, voiceOf } from '#domain/meeting/participant.ts'
import { mayChangeParties } from '#domain/meeting/planning.ts'
import { mayCancel, mayEditAgenda, maySchedule } from '#domain/meeting/rights.ts'
import { mayProposeSeats } from '#domain/meeting/seats.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { agendaSight } from './agenda.ts'

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

export function planCan(scope: MeetingScope, meeting: Meeting): PlanCan {
  const by = scope.inMeeting
  const planned = meeting.state === 'draft' || meeting.state === 'scheduled'
  const over = meeting.state === 'agreed' || meeting.state === 'cancelled'
  const schedules = planned && maySchedule(by, meeting)
  const editsAgenda =
    agendaSight(scope) === 'whole' && mayEditAgenda(by, meeting) && !over && meeting.state !== 'closed'
  return {
    schedule: meeting.state === 'draft' && schedules,
    reschedule: meeting.state === 'scheduled' && schedules,
    cancel: planned && mayCancel(by, meeting),
    changeParties: mayChangeParties(by, meeting),
    describe: planned && mayCancel(by, meeting),
    editAgenda: editsAgenda,
    changeResolutionLimit: editsAgenda && meeting.kind === 'multilateral' && maySchedule(by, meeting),
    ...offerRights(by, meeting),
    ...officeRights(by, meeting),
    nameParticipants: meeting.kind === 'study' && !over && leads(by, meeting) !== null,
    proposeParticipants: !over && mayProposeSeats(by, meeting),
    authoriseFor: over ? null : leads(by, meeting),
    leaveFor: leavesFor(by, meeting),
    shareTitles: meeting.kind === 'bilateral' && opensFor(by, meeting) !== null && !over,
    unshareTitles: meeting.kind === 'bilateral' && voiceOf(by, meeting) !== null && !over,
    download: scope.sight !== 'existence' && hasTime(meeting),
  }
}

function offerRights(by: Participant, meeting: Meeting): Pick<PlanCan, 'offerTime' | 'answerOffer'> {
  const offer = meeting.state === 'draft' || meeting.state === 'scheduled' ? meeting.offer : null
  const voice = meeting.kind === 'bilateral' ? voiceOf(by, meeting) : null
  const answers = voice !== null && offer !== null && offer.partyId !== voice
  const begins = meeting.state === 'scheduled' || (meeting.state === 'draft' && meeting.proposedByPartyId !== null)
  const both = arityRefusal(meeting.kind, activeParties(meeting)) === null
  return {
    answerOffer: answers,
    offerTime: both && (answers || (voice !== null && begins && offer === null)),
  }
}

function officeRights(by: Participant, meeting: Meeting): Pick<PlanCan, 'appoint' | 'acceptOffice' | 'endOffice'> {
  const holderOf = (office: Office) => meeting.offices.find((holder) => holder.office === office)
  if (meeting.state === 'agreed' || meeting.state === 'cancelled') {
    const own = offices.filter((office) => holderOf(office)?.personId === by.group.personId)
    return { appoint: [], acceptOffice: [], endOffice: own }
  }
  const voice = opensFor(by, meeting)
  return {
    appoint: offices.filter((office) => holderOf(office) === undefined && mayAppoint(by, office, meeting)),
    acceptOffice: offices.filter((office) => {
      const holder = holderOf(office)
      return holder?.activeFrom === null && voice !== null && !holder.acceptedBy.includes(voice)
    }),
    endOffice: offices.filter((office) => holderOf(office) !== undefined && mayEnd(by, office, meeting)),
  }
}

/** A proposal is declined or cancelled rather than left. */
function leavesFor(by: Participant, meeting: Meeting): string | null {
  return ['draft', 'agreed', 'cancelled'].includes(meeting.state) ? null : leads(by, meeting)
}

function hasTime(meeting: Meeting): boolean {
  return meeting.state === 'draft' ? meeting.offer !== null : meeting.slot !== null
}
