import type { Prisma } from '#lib/db/prisma.ts'
import { meetingSelect } from './load.ts'

/** What pages show of a meeting beside what its rules need: the names of its parties, their people and its officers. */
export const namedMeetingRows = {
  ...meetingSelect,
  title: true,
  parties: {
    orderBy: meetingSelect.parties.orderBy,
    select: {
      ...meetingSelect.parties.select,
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
    orderBy: meetingSelect.seats.orderBy,
    select: { ...meetingSelect.seats.select, person: { select: { name: true } } },
  },
  offices: {
    where: meetingSelect.offices.where,
    select: { ...meetingSelect.offices.select, person: { select: { name: true } } },
  },
} satisfies Prisma.MeetingSelect

/** The items of an agenda in their order, as far as its rules need them; queries may select more of each beside it. */
export const itemRows = {
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
  select: {
    id: true,
    kind: true,
    title: true,
    aim: true,
    minutes: true,
    leadPartyId: true,
    leadPersonId: true,
    startedAt: true,
    state: true,
  },
} satisfies Prisma.Meeting$itemsArgs
