/** The meeting as its rules see it (domain/meeting), read from its rows. */

import type { Meeting, MeetingFrame, MeetingPhase, Offer } from '#domain/meeting/meeting.ts'
import { meetingKinds, meetingStates } from '#domain/meeting/meeting.ts'
import { offices } from '#domain/meeting/participant.ts'
import type { Slot } from '#domain/zoned-time.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import type { MeetingScope } from '#store/access/meeting.ts'

/** What `meetingOf` needs of a row; queries may select more beside it. */
export const meetingSelect = {
  id: true,
  kind: true,
  createdAt: true,
  state: true,
  timeZone: true,
  startsAt: true,
  durationMinutes: true,
  place: true,
  link: true,
  calendarSequence: true,
  proposedByPartyId: true,
  currentItemId: true,
  openedAt: true,
  closedAt: true,
  agreedAt: true,
  cancelledAt: true,
  parties: {
    select: { partyId: true, joinedAt: true, leftAt: true, seesFrom: true, openings: { select: { byPartyId: true } } },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  },
  conclusions: { take: 1, select: { id: true } },
  seats: {
    select: { personId: true, partyId: true, authorised: true },
    orderBy: { createdAt: 'asc' },
  },
  seatProposals: {
    select: { personId: true, partyId: true, proposedById: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
  presences: { select: { personId: true, partyId: true }, orderBy: [{ since: 'asc' }, { id: 'asc' }] },
  offices: {
    where: { endedAt: null },
    select: {
      office: true,
      personId: true,
      activeFrom: true,
      acceptances: { select: { partyId: true } },
    },
  },
  proposals: {
    where: { answer: 'waiting' },
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: {
      id: true,
      partyId: true,
      byPersonId: true,
      startsAt: true,
      durationMinutes: true,
      timeZone: true,
      message: true,
    },
  },
} satisfies Prisma.MeetingSelect

export type MeetingRows = Prisma.MeetingGetPayload<{ select: typeof meetingSelect }>

/** One statement. The caller holds the lock if it means to decide anything. */
export async function loadMeeting(tx: Tx, { meetingId }: Pick<MeetingScope, 'meetingId'>): Promise<Meeting> {
  const rows = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    relationLoadStrategy: 'join',
    select: meetingSelect,
  })
  return meetingOf(rowOf(meetingId, rows))
}

/** Several of them, by id; one statement, or none. */
export async function loadMeetings(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Meeting>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.meeting.findMany({
    where: { id: { in: [...new Set(ids)] } },
    relationLoadStrategy: 'join',
    select: meetingSelect,
  })
  return new Map(rows.map((row) => [row.id, meetingOf(row)]))
}

/** The rows, read as the domain's meeting. */
export function meetingOf(rows: MeetingRows): Meeting {
  return { ...frameOf(rows), ...phaseOf(rows) }
}

function frameOf(rows: MeetingRows): MeetingFrame {
  return {
    id: rows.id,
    kind: oneOf(meetingKinds, rows.kind),
    createdAt: rows.createdAt,
    parties: rows.parties.map(({ partyId, joinedAt, leftAt, seesFrom, openings }) => ({
      partyId,
      joinedAt,
      leftAt,
      seesFrom,
      openedBy: openings.map(({ byPartyId }) => byPartyId),
    })),
    written: rows.conclusions.length > 0,
    seats: rows.seats.map(({ personId, partyId, authorised }) => ({ personId, partyId, authorised })),
    seatProposals: rows.seatProposals.map(({ personId, partyId, proposedById }) => ({
      personId,
      partyId,
      proposedById,
    })),
    offices: rows.offices.map(({ office, personId, activeFrom, acceptances }) => ({
      office: oneOf(offices, office),
      personId,
      activeFrom,
      acceptedBy: acceptances.map(({ partyId }) => partyId),
    })),
    venue: { place: rows.place, link: rows.link },
    proposedByPartyId: rows.proposedByPartyId,
    calendarSequence: rows.calendarSequence,
  }
}

function phaseOf(rows: MeetingRows): MeetingPhase {
  const state = oneOf(meetingStates, rows.state)
  switch (state) {
    case 'draft':
      return { state, offer: offerOf(rows) }
    case 'scheduled':
      return { state, slot: slotOf(rows), offer: offerOf(rows) }
    case 'open':
      return {
        state,
        slot: slotOf(rows),
        openedAt: set(rows.openedAt),
        currentItemId: rows.currentItemId,
        present: rows.presences,
      }
    case 'closed':
      return { state, slot: slotOf(rows), openedAt: set(rows.openedAt), closedAt: set(rows.closedAt) }
    case 'agreed':
      return {
        state,
        slot: slotOf(rows),
        openedAt: set(rows.openedAt),
        closedAt: set(rows.closedAt),
        agreedAt: set(rows.agreedAt),
      }
    case 'cancelled':
      return { state, slot: rows.startsAt === null ? null : slotOf(rows), cancelledAt: set(rows.cancelledAt) }
    default:
      return state satisfies never
  }
}

function slotOf({ startsAt, durationMinutes, timeZone }: MeetingRows): Slot {
  return { startsAt: set(startsAt), durationMinutes: set(durationMinutes), timeZone }
}

function offerOf({ proposals: [waiting] }: MeetingRows): Offer | null {
  if (waiting === undefined) return null
  const { id, partyId, byPersonId, message, startsAt, durationMinutes, timeZone } = waiting
  return { id, partyId, byPersonId, message, slot: { startsAt, durationMinutes, timeZone } }
}

/** @throws when a row lacks what its state implies. */
function set<T>(value: T | null): T {
  if (value === null) throw new Error('The row of a meeting lacks what its state implies.')
  return value
}
