/** What somebody may do in a meeting at this moment: for each command, whether `decideMeeting` would not refuse it. */
import { may, mayBut } from '../may.ts'
import type { PartyRole } from '../party/membership.ts'
import type { PlannedTime } from '../zoned-time.ts'
import type { ArityRefusal } from './arity.ts'
import type { MeetingCommand, OfficeCommand } from './command.ts'
import { decideMeeting } from './decide.ts'
import { activeParties, type Meeting } from './meeting.ts'
import { leads, type Office, offices, type Participant } from './participant.ts'

/** What people can ask of a meeting. That its record is agreed follows from an adoption. */
type Asked = Exclude<MeetingCommand['type'], 'agree-record'>

/** To what an act is open: some offices, some parties, some people, or the meeting as a whole. */
type OpenTo<Type extends Asked> = Type extends OfficeCommand['type']
  ? readonly Office[]
  : Type extends 'take-seat' | 'seat-everybody' | 'give-up-seat' | 'propose-seat' | 'end-seat-proposal' | 'open-earlier'
    ? readonly string[]
    : Type extends 'authorise' | 'party-leaves'
      ? string | null
      : boolean

/**
 * For each command whether it is open. To offices; to ids of parties for which somebody may be seated, proposed, or spoken for
 * where a party joined later; to ids of people who may be taken off the plan; to the one party that the person leads.
 */
export type MeetingCan = { readonly [Type in Asked]: OpenTo<Type> }

/** A draft that lacks parties can be seen through to its date once they are found; the plan says so beside the form. */
const lackingParties: readonly ArityRefusal['refused'][] = [
  'study-needs-one',
  'bilateral-needs-two',
  'multilateral-needs-three',
]

/** Who may do what does not depend on the hour: any time that lies ahead will do, and no meeting was ever planned for this one. */
const now = new Date(0)
const time: PlannedTime = { wall: '1970-01-02T12:00', timeZone: 'UTC', durationMinutes: 5 }

const words = { reason: '-', message: '' }

/** Somebody of a party, who is there from the beginning and sits for nobody yet. */
function somebodyOf(partyId: string, role: PartyRole): Participant {
  const membership = { partyId, role, seesFrom: null }
  return {
    group: { personId: '', organizer: false, memberships: [membership], holdsOffice: false },
    madeIt: false,
    party: { ...membership, authorised: false, left: false, partySeesFrom: null },
    offices: [],
    pendingOffices: [],
  }
}

/** Which acts are open to somebody in this meeting: exactly those that `decideMeeting` would not refuse with what fits. */
export function meetingCan(meeting: Meeting, by: Participant): MeetingCan {
  const open = (command: MeetingCommand) => may(decideMeeting, meeting, command, now)
  return {
    ...planningCan(meeting, by, open),
    ...offerCan(meeting, by, open),
    ...seatCan(meeting, by, open),
    ...officeCan(by, open),
    ...runningCan(meeting, by, open),
  }
}

type Open = (command: MeetingCommand) => boolean
type Of<Types extends Asked> = Pick<MeetingCan, Types>

function planningCan(
  meeting: Meeting,
  by: Participant,
  open: Open,
): Of<'schedule' | 'reschedule' | 'cancel' | 'change-parties' | 'change-venue'> {
  // Enough for every kind, so that what is asked is whether there can be others.
  const partyIds = [...activeParties(meeting), 'one', 'another', 'a third']
  const venue = { place: `${meeting.venue.place} `, link: '' }
  return {
    schedule: mayBut(lackingParties, decideMeeting, meeting, { type: 'schedule', by, time, agendaItems: 0 }, now),
    reschedule: open({ type: 'reschedule', by, time, reason: words.reason }),
    cancel: open({ type: 'cancel', by, reason: words.reason }),
    'change-parties': open({ type: 'change-parties', by, partyIds }),
    'change-venue': open({ type: 'change-venue', by, venue }),
  }
}

function offerCan(
  meeting: Meeting,
  by: Participant,
  open: Open,
): Of<'propose' | 'offer-another-time' | 'accept' | 'decline'> {
  const offer = meeting.state === 'draft' || meeting.state === 'scheduled' ? meeting.offer : null
  const offerId = offer?.id ?? ''
  const offerer = offer && somebodyOf(offer.partyId, 'head')
  const offered = { by, offerId, time, message: words.message }
  return {
    propose: open({ type: 'propose', ...offered }),
    'offer-another-time': open({ type: 'offer-another-time', ...offered }),
    accept: open({ type: 'accept', by, offerId, offerer }),
    decline: open({ type: 'decline', by, offerId, reason: words.reason }),
  }
}

function seatCan(
  meeting: Meeting,
  by: Participant,
  open: Open,
): Of<
  'take-seat' | 'seat-everybody' | 'give-up-seat' | 'propose-seat' | 'end-seat-proposal' | 'authorise' | 'open-earlier'
> {
  const parties = activeParties(meeting)
  const led = leads(by, meeting)
  const somebody = [{ personId: '', role: 'delegate' }] as const
  const takes = (partyId: string, who: Participant) => open({ type: 'take-seat', by, who, partyId })
  const proposes = (partyId: string, who: Participant) => open({ type: 'propose-seat', by, who, partyId })
  const authorises = led !== null && open({ type: 'authorise', by, who: somebodyOf(led, 'delegate'), authorised: true })
  return {
    'take-seat': parties.filter((id) => takes(id, by) || takes(id, somebodyOf(id, 'delegate'))),
    'seat-everybody': parties.filter((partyId) => open({ type: 'seat-everybody', by, partyId, people: somebody })),
    'give-up-seat': idsOf(meeting.seats).filter((personId) => open({ type: 'give-up-seat', by, personId })),
    'propose-seat': parties.filter((id) => proposes(id, somebodyOf(id, 'delegate'))),
    'end-seat-proposal': idsOf(meeting.seatProposals).filter((personId) =>
      open({ type: 'end-seat-proposal', by, personId }),
    ),
    authorise: authorises ? led : null,
    // What is taken back is open to everybody who may open it.
    'open-earlier': parties.filter((partyId) => open({ type: 'open-earlier', by, partyId, agree: false })),
  }
}

function idsOf(people: readonly { readonly personId: string }[]): readonly string[] {
  return people.map(({ personId }) => personId)
}

function officeCan(by: Participant, open: Open): Of<OfficeCommand['type']> {
  const who = somebodyOf('', 'delegate')
  return {
    appoint: offices.filter((office) => open({ type: 'appoint', by, office, who })),
    'accept-office': offices.filter((office) => open({ type: 'accept-office', by, office })),
    'end-office': offices.filter((office) => open({ type: 'end-office', by, office })),
  }
}

function runningCan(
  meeting: Meeting,
  by: Participant,
  open: Open,
): Of<'open' | 'come' | 'leave' | 'start-item' | 'close-item' | 'close' | 'party-leaves'> {
  const preparedness = { agendaItems: 0, homework: { done: 0, assigned: 0 } }
  const led = leads(by, meeting)
  return {
    open: open({ type: 'open', by, preparedness }),
    come: open({ type: 'come', by, who: by }),
    leave: open({ type: 'leave', by, personId: by.group.personId }),
    'start-item': open({ type: 'start-item', by, itemId: '' }),
    'close-item': open({ type: 'close-item', by }),
    close: open({ type: 'close', by, open: [], dispositions: [], carriers: [], next: null }),
    'party-leaves': led !== null && open({ type: 'party-leaves', by, partyId: led }) ? led : null,
  }
}
