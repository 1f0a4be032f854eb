import type { MeetingScope } from '#lib/access/meeting.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { meetingRows } from '#lib/meeting/load.ts'

const floorRows = {
  ...meetingRows,
  title: true,
  statementMinutes: true,
  resolutionLimit: true,
  group: { select: { timeZone: true } },
  parties: {
    orderBy: meetingRows.parties.orderBy,
    select: {
      partyId: true,
      leftAt: true,
      party: {
        select: {
          name: true,
          shortName: true,
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
  items: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      title: true,
      aim: true,
      minutes: true,
      leadPartyId: true,
      leadPersonId: true,
      leadParty: { select: { shortName: true } },
      startedAt: true,
      endedAt: true,
      state: true,
      notes: true,
      notesVersion: true,
    },
  },
} satisfies Prisma.MeetingSelect

type Rows = Prisma.MeetingGetPayload<{ select: typeof floorRows }>

export type FloorRows = Omit<Rows, 'items'> & {
  readonly viewerZone: string
  readonly items: readonly (Rows['items'][number] & { readonly lead: string | null })[]
}

/** The meeting with its people and its agenda; two statements. */
export async function loadFloorRows(tx: Tx, { meetingId, standing }: MeetingScope): Promise<FloorRows> {
  const rows = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    relationLoadStrategy: 'join',
    select: floorRows,
  })
  const leads = rows.items.flatMap(({ leadPersonId }) => leadPersonId ?? [])
  const people = await tx.person.findMany({
    where: { id: { in: [standing.personId, ...leads] } },
    select: { id: true, name: true, timeZone: true },
  })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name
  return {
    ...rows,
    viewerZone: people.find(({ id }) => id === standing.personId)?.timeZone ?? rows.group.timeZone,
    items: rows.items.map((item) => ({
      ...item,
      lead: nameOf(item.leadPersonId) ?? item.leadParty?.shortName ?? null,
    })),
  }
}
