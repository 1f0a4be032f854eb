import { mostIn } from '#domain/limits.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import { rowOf } from '#lib/db/row-of.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { bareRows } from '#store/conclusion/select.ts'
import { itemRows, namedMeetingRows } from '#store/meeting/named-rows.ts'
import { standingMinutes } from '#store/record/standing-minutes.ts'

/** Most conclusions that are looked at, the newest: as many as there can be, and minutes. */
const most = mostIn.conclusions + mostIn.divergences + 1

const floorRows = {
  ...namedMeetingRows,
  statementMinutes: true,
  resolutionLimit: true,
  conclusions: {
    where: { OR: [{ kind: { not: 'record' }, state: { not: 'withdrawn' } }, standingMinutes] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: bareRows,
  },
  items: {
    ...itemRows,
    select: {
      ...itemRows.select,
      leadParty: { select: { shortName: true } },
      endedAt: true,
      notes: true,
      notesVersion: true,
    },
  },
} satisfies Prisma.MeetingSelect

type Rows = Prisma.MeetingGetPayload<{ select: typeof floorRows }>

export type FloorRows = Omit<Rows, 'items'> & {
  readonly items: readonly (Rows['items'][number] & { readonly lead: string | null })[]
}

/** The meeting with its people, its agenda and what is concluded in it; two statements at most. */
export async function loadFloorRows(tx: Tx, { meetingId }: MeetingScope): Promise<FloorRows> {
  const found = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    relationLoadStrategy: 'join',
    select: floorRows,
  })
  const rows = rowOf(meetingId, found)
  const leads = rows.items.flatMap(({ leadPersonId }) => leadPersonId ?? [])
  const people =
    leads.length === 0
      ? []
      : await tx.person.findMany({
          where: { id: { in: leads } },
          select: { id: true, name: true },
        })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name
  return {
    ...rows,
    items: rows.items.map((item) => ({
      ...item,
      lead: nameOf(item.leadPersonId) ?? item.leadParty?.shortName ?? null,
    })),
  }
}
