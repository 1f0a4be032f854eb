import { type MeetingStanding, type Office, offices } from '#domain/access.ts'
import { arityRefusal } from '#domain/meeting/arity.ts'
import { activeParties, type Meeting } from '#domain/meeting/meeting.ts'
import { mayAppoint, mayEnd } from '#domain/meeting/offices.ts'
import { mayChangeParties } from '#domain/meeting/planning.ts'
import { mayProposeSeats } from '#domain/meeting/seats.ts'
import { leads, mayCancel, mayEditAgenda, maySchedule, opensFor, voiceOf } from '#domain/meeting/standing.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { PlanCan } from '../views/plan.ts'
import { agendaSight } from './agenda.ts'

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

function offerRights(by: MeetingStanding, meeting: Meeting): Pick<PlanCan, 'offerTime' | 'answerOffer'> {
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

function officeRights(by: MeetingStanding, meeting: Meeting): Pick<PlanCan, 'appoint' | 'acceptOffice' | 'endOffice'> {
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
function leavesFor(by: MeetingStanding, meeting: Meeting): string | null {
  return ['draft', 'agreed', 'cancelled'].includes(meeting.state) ? null : leads(by, meeting)
}

function hasTime(meeting: Meeting): boolean {
  return meeting.state === 'draft' ? meeting.offer !== null : meeting.slot !== null
}
