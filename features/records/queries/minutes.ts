import { seesContents } from '#domain/access.ts'
import type { RecordLine } from '#domain/record/entry.ts'
import { type Minutes, type MinutesHead, minutesOf } from '#domain/record/minutes/minutes.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { type OpenPart, openLines } from './open-since.ts'

/**
 * The minutes of these lines. What stands at their head was said before whoever came later: to them it is told as the plan
 * stands now, which is open to them. One statement for these, none for others.
 */
export async function findMinutes(
  tx: Tx,
  scope: MeetingScope,
  lines: readonly RecordLine[],
  { part, now }: { readonly part: OpenPart; readonly now: Date },
): Promise<Minutes> {
  const minutes = minutesOf(openLines(lines, part), now)
  if (part.since === null || !seesContents(scope.sight)) return minutes
  return { ...minutes, head: { ...minutes.head, ...(await planNow(tx, scope)) } }
}

type Planned = Pick<MinutesHead, 'kind' | 'title' | 'aim' | 'parties' | 'slot' | 'venue'>

async function planNow(tx: Tx, { meetingId }: MeetingScope): Promise<Planned> {
  const { kind, title, aim, startsAt, durationMinutes, timeZone, place, link, parties } =
    await tx.meeting.findUniqueOrThrow({
      where: { id: meetingId },
      relationLoadStrategy: 'join',
      select: {
        kind: true,
        title: true,
        aim: true,
        startsAt: true,
        durationMinutes: true,
        timeZone: true,
        place: true,
        link: true,
        parties: {
          where: { leftAt: null },
          orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
          select: { party: { select: { id: true, name: true } } },
        },
      },
    })
  const slot =
    startsAt === null || durationMinutes === null
      ? null
      : { startsAt: startsAt.toISOString(), durationMinutes, timeZone }
  return { kind, title, aim, slot, venue: { place, link }, parties: parties.map(({ party }) => party) }
}
