import type { Prisma } from '#lib/db/prisma.ts'
import { meetingRows } from '#lib/meeting/load.ts'
import { agendaRows } from './agenda.ts'

/** What a plan is made of: the meeting and its agenda, and the names of parties and people. */
export const planRows = {
  ...meetingRows,
  ...agendaRows,
  title: true,
  aim: true,
  cancelReason: true,
  sharesAgendaTitles: true,
  titlesAskedByPartyId: true,
  parties: {
    orderBy: meetingRows.parties.orderBy,
    select: {
      partyId: true,
      leftAt: true,
      party: {
        select: {
          name: true,
          shortName: true,
          timeZone: true,
          members: {
            where: { removedAt: null },
            orderBy: { since: 'asc' },
            select: { personId: true, role: true, person: { select: { name: true } } },
          },
        },
      },
    },
  },
  seats: {
    orderBy: meetingRows.seats.orderBy,
    select: { ...meetingRows.seats.select, person: { select: { name: true } } },
  },
  offices: {
    where: meetingRows.offices.where,
    select: { ...meetingRows.offices.select, person: { select: { name: true } } },
  },
} satisfies Prisma.MeetingSelect

export type PlanRows = Prisma.MeetingGetPayload<{ select: typeof planRows }>
