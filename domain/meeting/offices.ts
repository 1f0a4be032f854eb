/**
 * Chair, facilitator and rapporteur. In a multilateral the organizer appoints the chair, and either appoints the others; once
 * it has begun, or something is written in it, among those who take part. In a bilateral and in a study session nobody holds an office before all its parties
 * have accepted (rule 14).
 */

import { notEntitled, notFound } from '../refusal.ts'
import type { MeetingAnswer, VoiceCode } from './answer.ts'
import type { MeetingRefusal, OfficeCommand } from './command.ts'
import type { MeetingEvent } from './event.ts'
import { isOver, type Meeting, type OfficeHolder } from './meeting.ts'
import { cameLater, type Office, opensFor, type Participant, takesPart, voiceOf, voiceRefusal } from './participant.ts'
import { maySchedule } from './rights.ts'
import { seatFor } from './seats.ts'

type OfOffice<Type extends OfficeCommand['type']> = Extract<OfficeCommand, { type: Type }>

/** What decides on chair, facilitator and rapporteur (rule 14). */
export const officeDeciders = {
  appoint: untilOver(appoint),
  'accept-office': untilOver(acceptOffice),
  'end-office': untilOver(endOffice),
}

function untilOver<Command extends OfficeCommand, Code extends MeetingRefusal['refused']>(
  decide: (meeting: Meeting, command: Command) => MeetingAnswer<Code>,
) {
  return (meeting: Meeting, command: Command): MeetingAnswer<Code> | MeetingAnswer<'meeting-over'> =>
    isOver(meeting) && !isResigning(meeting, command)
      ? { refused: 'meeting-over', state: meeting.state }
      : decide(meeting, command)
}

/** Everybody can always leave: who belongs to the group by an office alone gives it up also when the meeting is over. */
function isResigning(meeting: Meeting, { type, by, office }: OfficeCommand): boolean {
  return type === 'end-office' && holderOf(meeting, office)?.personId === by.group.personId
}

/** Who may appoint to an office: where its parties have to accept, only while all of them are there to do so. */
function mayAppoint(by: Participant, office: Office, meeting: Meeting): boolean {
  return namesOfficers(by, office, meeting) && (meeting.kind === 'multilateral' || isWhole(meeting))
}

function namesOfficers(by: Participant, office: Office, meeting: Meeting): boolean {
  if (meeting.kind !== 'multilateral')
    return (by.group.organizer && maySchedule(by, meeting)) || opensFor(by, meeting) !== null
  return by.group.organizer || (office !== 'chair' && by.offices.includes('chair'))
}

/** No office opens what was written before its holder came (rule 14), but with the word of those who wrote it. */
function opensOlder(meeting: Meeting, who: Participant): boolean {
  return cameLater(who, meeting) || (namesFromWithin(meeting) && !takesPart(who, meeting))
}

/** Once a multilateral, whose parties are not asked, has begun or something is written in it, offices go to those who take part. */
export function namesFromWithin({ kind, state, written }: Meeting): boolean {
  return kind === 'multilateral' && (written || state === 'open' || state === 'closed')
}

function isWhole({ parties }: Meeting): boolean {
  return parties.every(({ leftAt }) => leftAt === null)
}

/** A party that appoints has accepted by doing so. */
function appoint(
  meeting: Meeting,
  { by, office, who }: OfOffice<'appoint'>,
): MeetingAnswer<'not-entitled' | 'not-found' | 'office-taken' | 'office-opens-older'> {
  if (!mayAppoint(by, office, meeting)) return notEntitled
  if (who === null) return notFound
  if (holderOf(meeting, office) !== null) return { refused: 'office-taken' }
  if (opensOlder(meeting, who)) return { refused: 'office-opens-older' }
  const voice = meeting.kind === 'multilateral' ? null : opensFor(by, meeting)
  const acceptedBy = voice === null ? [] : [voice]
  const seat = voice === null ? [] : seatFor(meeting, by)
  const inForce = suffices(meeting, acceptedBy)
  return [...seat, { type: 'office-appointed', office, personId: who.group.personId, acceptedBy, inForce }]
}

function acceptOffice(
  meeting: Meeting,
  { by, office }: OfOffice<'accept-office'>,
): MeetingAnswer<VoiceCode | 'office-vacant' | 'office-already-accepted'> {
  const partyId = opensFor(by, meeting)
  if (partyId === null) return voiceRefusal(by, meeting)
  const holder = holderOf(meeting, office)
  if (holder === null) return { refused: 'office-vacant' }
  if (holder.activeFrom !== null || holder.acceptedBy.includes(partyId)) return { refused: 'office-already-accepted' }
  const inForce = suffices(meeting, [...holder.acceptedBy, partyId])
  const { personId } = holder
  return [...seatFor(meeting, by), { type: 'office-accepted', office, personId, partyId, inForce }]
}

function endOffice(
  meeting: Meeting,
  { by, office }: OfOffice<'end-office'>,
): MeetingAnswer<'not-entitled' | 'office-vacant'> {
  if (!mayEnd(by, office, meeting)) return notEntitled
  const holder = holderOf(meeting, office)
  return holder === null ? { refused: 'office-vacant' } : [officeEnded(holder)]
}

/**
 * Who may end an office: its holder. Either party withdraws its trust alone; an organizer takes back an appointment only
 * before the parties accepted it.
 */
function mayEnd(by: Participant, office: Office, meeting: Meeting): boolean {
  const holder = holderOf(meeting, office)
  if (holder?.personId === by.group.personId) return true
  if (meeting.kind === 'multilateral') return namesOfficers(by, office, meeting)
  return voiceOf(by, meeting) !== null || (holder?.activeFrom == null && maySchedule(by, meeting))
}

/** That somebody holds an office no longer, or waits for it no longer. */
export function officeEnded({ office, personId }: OfficeHolder): MeetingEvent {
  return { type: 'office-ended', office, personId }
}

/** Offices that wait for the word of parties: in a bilateral or a study session that one of them leaves, for ever. */
export function pendingOffices(meeting: Meeting): readonly OfficeHolder[] {
  return meeting.offices.filter(({ activeFrom }) => activeFrom === null)
}

/** Rule 14: all its parties accepted, also those that have left since, whose words the office opens. */
function suffices({ kind, parties }: Meeting, acceptedBy: readonly string[]): boolean {
  return kind === 'multilateral' || (parties.length > 0 && parties.every(({ partyId }) => acceptedBy.includes(partyId)))
}

function holderOf(meeting: Meeting, office: Office): OfficeHolder | null {
  return meeting.offices.find((holder) => holder.office === office) ?? null
}
