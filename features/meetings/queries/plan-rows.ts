import type { Prisma } from '#lib/db/prisma.ts'
import { namedMeetingRows } from '#store/meeting/named-rows.ts'
import { agendaRows } from './agenda.ts'

/** What a plan is made of: the meeting and its agenda, and the names of parties and people. */
export const planRows = {
  ...namedMeetingRows,
  ...agendaRows,
  aim: true,
  cancelReason: true,
  sharesAgendaTitles: true,
  titlesAskedByPartyId: true,
  assignments: { where: { cancelledAt: null }, take: 1, select: { id: true } },
} satisfies Prisma.MeetingSelect

export type PlanRows = Prisma.MeetingGetPayload<{ select: typeof planRows }>
