/** The plan of a meeting as the API shows it. */
import { z } from 'zod'
import type { MeetingSight } from '#domain/access.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { offices } from '#domain/meeting/participant.ts'
import { partyRoles } from '#domain/party/membership.ts'
import type { RecordKind } from '#domain/record/entry.ts'
import {
  count,
  instant,
  listOf,
  members,
  partyName,
  personName,
  proseText,
  shortName,
  titleText,
  uuid,
  viewOf,
  wallClock,
  zoneName,
} from '#lib/api/view-fields.ts'
import { warningForm } from '#store/meeting/schema.ts'
import { plannedAgenda } from './agenda.ts'

/** What the viewer may do about the plan: the answers of the domain's own functions. Buttons ask these and nothing else. */
export const planCan = viewOf('PlanCan', {
  schedule: z.boolean(),
  reschedule: z.boolean(),
  cancel: z.boolean(),
  changeParties: z.boolean(),
  describe: z.boolean().describe('Title, aim, place and link.'),
  editAgenda: z.boolean(),
  changeResolutionLimit: z.boolean(),
  offerTime: z.boolean().describe('Offer another time to the other party of a bilateral.'),
  answerOffer: z.boolean().describe('Accept or decline the time that waits.'),
  appoint: listOf(z.enum(offices)),
  acceptOffice: listOf(z.enum(offices)),
  endOffice: listOf(z.enum(offices)),
  nameParticipants: z.boolean().describe('Say who takes part in a study session, and answer who is proposed.'),
  proposeParticipants: z.boolean().describe('Propose participants of a study session to its party.'),
  authoriseFor: uuid.nullable().describe('The party whose delegates the viewer may let speak; null: none.'),
  leaveFor: uuid.nullable().describe('The party that the viewer may take out of the meeting; null: none.'),
  shareTitles: z.boolean().describe('Let the organizer see the titles of a bilateral, or ask the other party to.'),
  unshareTitles: z.boolean().describe('Close them again, or no longer ask.'),
  assign: z.boolean().describe('Give a party of this meeting something to prepare.'),
  download: z.boolean().describe('There is a time to put into a calendar.'),
})

export type PlanCan = z.output<typeof planCan>

/** The entries of the record that tell of the plan. */
export const planningEntries = [
  'proposed',
  'time-offered',
  'offer-declined',
  'offer-withdrawn',
  'scheduled',
  'rescheduled',
  'venue-changed',
  'description-changed',
  'resolution-limit-changed',
  'parties-changed',
  'earlier-opened',
  'earlier-closed',
  'cancelled',
  'party-left',
] as const satisfies readonly RecordKind[]

/** How much somebody sees of a meeting of which they know (domain/access.ts), from most to least. */
const meetingSights = [
  'contents',
  'contents-since',
  'agenda',
  'logistics',
  'existence',
] as const satisfies readonly MeetingSight[]

/** One change of the plan, as the record tells it. */
export const planChange = viewOf('PlanChange', {
  sequence: count.describe('Its place in the record.'),
  at: instant,
  kind: z.enum(['declined', ...planningEntries]),
  by: members({ person: personName, party: shortName.nullable() }).describe('Who did it, by the name they had.'),
  slot: members({ startsAt: instant, timeZone: zoneName })
    .nullable()
    .describe('The time that was set or offered; null where none was.'),
  words: proseText.describe('A reason, a message, or what changed; empty: none.'),
})

export type PlanChange = z.output<typeof planChange>

/** Somebody of a party, as far as the viewer may know of them in this meeting. */
export const personView = viewOf('PersonView', {
  id: uuid,
  name: personName,
  role: z.enum(partyRoles).nullable(),
  seated: z.boolean().describe('Sits for the party in this meeting.'),
  proposed: z
    .boolean()
    .describe('An organizer proposes them as a participant of this study session; they are none by that.'),
  authorised: z.boolean().describe('A delegate who may speak for the party in this meeting (rule 13).'),
})

export type PersonView = z.output<typeof personView>

/** What stands between a party and what was written before it joined. */
export const earlierView = viewOf('EarlierView', {
  since: instant.describe('It sees what was written since.'),
  openedBy: listOf(shortName).describe(
    'Short names of the parties that would open the rest to it, and of those whose word is missing.',
  ),
  missing: listOf(shortName),
  can: z.enum(['open', 'take-back']).nullable().describe('What the viewer can say for their party; null: nothing.'),
})

export type EarlierView = z.output<typeof earlierView>

/**
 * How the invitation of a first head stands: nobody is invited, one is open and unanswered, it was declined, it ran out, or somebody opened
 * it under another address and waits to be confirmed.
 */
export const headInvitations = ['none', 'open', 'declined', 'over', 'claimed'] as const

/** A party in the plan of a meeting. */
export const planPartyView = viewOf('PlanPartyView', {
  id: uuid,
  name: partyName,
  shortName,
  timeZone: zoneName,
  left: z.boolean(),
  earlier: earlierView
    .nullable()
    .describe(
      "It joined later and does not see what was written before; null: it sees all, or that is not the viewer's to know.",
    ),
  withoutHead: z.boolean().describe('Its first head has not come; told to whoever schedules the meeting, else false.'),
  headInvitation: z
    .enum(headInvitations)
    .nullable()
    .describe(
      'Of a scheduled meeting, to those who organize the group, where the first head has not come: how their invitation stands; else null.',
    ),
  mine: z.boolean().describe('The viewer sits for it, or belongs to it.'),
  local: members({ wall: wallClock, dayDifference: z.int() })
    .nullable()
    .describe(
      "The meeting's start there, `YYYY-MM-DDTHH:MM`, and the days from the date in the meeting's zone; null: no time yet.",
    ),
  people: listOf(personView).describe(
    'Who sits for it; and its other members, for themselves and for whoever names participants.',
  ),
})

export type PlanPartyView = z.output<typeof planPartyView>

/** An office of a meeting and who holds it. */
export const officeView = viewOf('OfficeView', {
  office: z.enum(offices),
  personId: uuid,
  name: personName,
  inForce: z.boolean(),
  waitsFor: listOf(shortName).describe('Short names of the parties whose word is still missing.'),
})

export type OfficeView = z.output<typeof officeView>

/** A time that one party of a bilateral offers to the other. */
export const offerView = viewOf('OfferView', {
  id: uuid,
  from: shortName.describe('Short name of the party that offers it.'),
  mine: z.boolean(),
  startsAt: instant,
  durationMinutes: count,
  timeZone: zoneName,
  message: proseText,
})

export type OfferView = z.output<typeof offerView>

/** A meeting's plan, as its viewer may know it. */
export const planView = viewOf('PlanView', {
  id: uuid,
  groupId: uuid,
  kind: z.enum(meetingKinds),
  title: titleText,
  aim: proseText,
  state: z.enum(meetingStates),
  proposed: z.boolean(),
  sight: z.enum(meetingSights),
  timeZone: zoneName,
  startsAt: instant.nullable(),
  durationMinutes: count.nullable(),
  viewerZone: zoneName,
  place: z.string(),
  link: z.string(),
  cancelReason: proseText.nullable(),
  parties: listOf(planPartyView),
  offices: listOf(officeView),
  offer: offerView.nullable(),
  agenda: plannedAgenda.nullable(),
  warnings: listOf(warningForm).describe('What to say before scheduling; empty once that is done.'),
  titles: members({ shared: z.boolean(), asked: z.enum(['mine', 'other']).nullable() }),
  choosesBetween: listOf(uuid).describe('Parties between which the viewer must choose before anything else (rule 13).'),
  appointees: listOf(members({ id: uuid, name: personName, party: shortName.nullable() })).describe(
    'Everybody of the group, where the viewer appoints; else empty.',
  ),
  changes: listOf(planChange).describe(
    'What the record tells of the plan, for those who see the contents; else empty.',
  ),
  hasHomework: z.boolean().describe('Something was given to prepare for it, as far as the viewer sees that.'),
  onceScheduled: z
    .enum(meetingSights)
    .nullable()
    .describe('How much of it the viewer will see once it is scheduled; null: they do not schedule it.'),
  can: planCan,
})

export type PlanView = z.output<typeof planView>
