import { meetingCan } from '#domain/meeting/can.ts'
import type { MeetingCommand } from '#domain/meeting/command.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { leads, mustChoose, offices, type Participant } from '#domain/meeting/participant.ts'
import { maySchedule } from '#domain/meeting/rights.ts'
import { isRefusal } from '#domain/refusal.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import {
  type AskedRow,
  type AskFacts,
  type AskNoun,
  type AskRow,
  groupHrefOf,
  type Judging,
  meetingHrefOf,
} from './ask.ts'

// What is asked in the planning of a meeting. Each is asked of whoever can do it: the act is tried on the meeting as it is, and nothing comes of it.

/** `place`: the part of the plan in which it is done. */
const inPlan = (place: string): AskFacts => ({
  holdsOthersUp: false,
  isDeadline: false,
  href: (ask) => `${meetingHrefOf(ask)}/plan#${place}`,
})

type Asks = (meeting: Meeting, by: Participant, row: AskRow, now: Date) => boolean

/** Asked where `asks` holds of the meeting as the viewer knows it. */
function askedWhere<Kind extends AskedRow['kind']>(kind: Kind, asks: Asks) {
  return (row: AskRow, scope: MeetingScope | undefined, { meetings, now }: Judging): AskedRow | null => {
    const meeting = meetings.get(row.meetingId ?? '')
    return scope && meeting && asks(meeting, scope.inMeeting, row, now) ? { ...row, kind } : null
  }
}

function succeeds(meeting: Meeting, command: MeetingCommand, now: Date): boolean {
  return !isRefusal(decideMeeting(meeting, command, now))
}

/** A time that the other party of a bilateral offers; whoever may say no may answer. */
export const offerAsk = {
  of: 'offer',
  planning: true,
  askedOf: 'works',
  judges: 'meeting',
  kinds: { offer: inPlan('offer') },
  rows: ({
    parties,
    limit,
  }) => Prisma.sql`SELECT 'offer', m."groupId", m.id, p."partyId", o.id, y."shortName", '', NULL::uuid, NULL::int,
      o."startsAt", NULL::text
    FROM "TimeProposal" o JOIN known m ON m.id = o."meetingId" JOIN "Party" y ON y.id = o."partyId"
    JOIN place p ON p."meetingId" = m.id AND p."partyId" <> o."partyId" AND NOT p."left"
    WHERE o.answer = 'waiting' AND m.state IN ('draft', 'scheduled') AND p."partyId" = ${parties}
    ORDER BY o."startsAt", o.id LIMIT ${limit}`,
  judge: askedWhere('offer', (meeting, by, { partyId, thingId }, now) => {
    const answers = by.party?.partyId === partyId
    return answers && succeeds(meeting, { type: 'decline', by, offerId: thingId, reason: 'asked' }, now)
  }),
} as const satisfies AskNoun

/** Drafts of bilaterals that are the two parties' own and have no date: either offers one (rule 1). Of whoever may. */
export const dateAsk = {
  of: 'date',
  planning: true,
  askedOf: 'leads',
  judges: 'meeting',
  kinds: { 'offer-time': inPlan('when') },
  rows: ({
    led,
    limit,
  }) => Prisma.sql`SELECT 'date', m."groupId", m.id, p."partyId", m.id, m.title, '', NULL::uuid, NULL::int, NULL::timestamptz, NULL::text
    FROM known m JOIN place p ON p."meetingId" = m.id AND NOT p."left"
    WHERE m.state = 'draft' AND m.kind = 'bilateral' AND p."partyId" = ${led}
      AND NOT EXISTS (SELECT 1 FROM "TimeProposal" o WHERE o."meetingId" = m.id AND o.answer = 'waiting')
    ORDER BY m.id DESC LIMIT ${limit}`,
  judge(row, scope, { meetings }) {
    const meeting = meetings.get(row.meetingId ?? '')
    const offers = scope && meeting && meetingCan(meeting, scope.inMeeting)['offer-another-time']
    return offers ? { ...row, kind: 'offer-time' } : null
  },
} as const satisfies AskNoun

/**
 * Officers of bilaterals and study sessions whom their party has not accepted yet (rule 14). It opens what stands in the meeting: not
 * for a head installed after that was written to accept.
 */
export const officeAsk = {
  of: 'office',
  planning: true,
  askedOf: 'works',
  judges: 'meeting',
  kinds: { office: { ...inPlan('offices'), holdsOthersUp: true } },
  rows: ({
    parties,
    limit,
  }) => Prisma.sql`SELECT 'office', m."groupId", m.id, p."partyId", o.id, w.name, o.office, NULL::uuid, NULL::int,
      m."startsAt", NULL::text
    FROM "MeetingOffice" o JOIN known m ON m.id = o."meetingId" JOIN "Person" w ON w.id = o."personId"
    JOIN place p ON p."meetingId" = m.id AND NOT p."left"
    WHERE o."activeFrom" IS NULL AND o."endedAt" IS NULL
      AND m.state NOT IN ('agreed', 'cancelled') AND p."partyId" = ${parties}
      AND NOT EXISTS (SELECT 1 FROM "OfficeAcceptance" a WHERE a."officeId" = o.id AND a."partyId" = p."partyId")
    ORDER BY m."startsAt", o.id LIMIT ${limit}`,
  judge: askedWhere('office', (meeting, by, { partyId, detail }, now) => {
    const accepts = by.party?.partyId === partyId
    return accepts && succeeds(meeting, { type: 'accept-office', by, office: oneOf(offices, detail) }, now)
  }),
} as const satisfies AskNoun

/** Meetings of several of their parties in which they sit for none yet (rule 13). */
export const choiceAsk = {
  of: 'choose-party',
  planning: true,
  judges: 'meeting',
  kinds: { 'choose-party': { ...inPlan('choose'), holdsOthersUp: true } },
  rows: ({
    me,
    limit,
  }) => Prisma.sql`SELECT 'choose-party', m."groupId", m.id, NULL::uuid, m.id, m.title, '', NULL::uuid, NULL::int,
      m."startsAt", NULL::text
    FROM known m WHERE m.state NOT IN ('agreed', 'cancelled')
      AND (SELECT count(*) FROM place p WHERE p."meetingId" = m.id AND NOT p."left") > 1
      AND NOT EXISTS (SELECT 1 FROM "Seat" s WHERE s."meetingId" = m.id AND s."personId" = ${me})
    ORDER BY m."startsAt", m.id LIMIT ${limit}`,
  judge: askedWhere('choose-party', (meeting, by) => mustChoose(by, meeting)),
} as const satisfies AskNoun

/** People whom an organizer proposes as participants of a study session, to be named by its party's head or a deputy, or not. */
export const participantAsk = {
  of: 'participant',
  planning: false,
  askedOf: 'leads',
  judges: 'meeting',
  kinds: { participant: inPlan('people') },
  rows: ({
    led,
    limit,
  }) => Prisma.sql`SELECT 'participant', m."groupId", m.id, o."partyId", o.id, w.name, '', NULL::uuid, NULL::int,
      m."startsAt", NULL::text
    FROM "SeatProposal" o JOIN known m ON m.id = o."meetingId" JOIN "Person" w ON w.id = o."personId"
    WHERE o."partyId" = ${led} AND m.state NOT IN ('agreed', 'cancelled')
    ORDER BY m."startsAt", o.id LIMIT ${limit}`,
  judge: askedWhere('participant', (meeting, by, { partyId }) => leads(by, meeting) === partyId),
} as const satisfies AskNoun

/** Drafts without a date, of whoever made them or organizes the group, as far as they may set it. It leads to what a draft lacks before that. */
export const scheduleAsk = {
  of: 'schedule',
  planning: true,
  judges: 'meeting',
  kinds: { schedule: { ...inPlan('next'), hrefOfMany: (ask) => `${groupHrefOf(ask)}/meetings?when=preparing` } },
  rows: ({
    me,
    organized,
    limit,
  }) => Prisma.sql`SELECT 'schedule' AS kind, m."groupId", m.id AS "meetingId", NULL::uuid AS "partyId", m.id AS "thingId", m.title,
      '' AS detail, NULL::uuid AS "textId", NULL::int AS ordinal, m."startsAt" AS at, NULL::text AS zone FROM known m
      WHERE m.state = 'draft' AND m."proposedByPartyId" IS NULL
        AND (m."createdById" = ${me} OR m."groupId" = ${organized})
      ORDER BY m.id DESC LIMIT ${limit}`,
  judge: askedWhere('schedule', (meeting, by) => maySchedule(by, meeting)),
} as const satisfies AskNoun
