import { seesContents } from '#domain/access.ts'
import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import { partiesInMinutes, partyGivingWord } from '#domain/conclusion/sharing.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import type { SharingView } from '../views.ts'

interface Row {
  conclusionId: string
  sharedWith: string
  agreedBy: string[]
}

/**
 * Every party that was in the meeting is asked, also one that has left; that one learns of it once another has agreed. At most
 * two statements.
 */
export async function findSharing(tx: Tx, scope: MeetingScope, facts: ConclusionMeeting): Promise<SharingView | null> {
  if (facts.state !== 'agreed') return null
  const [found] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT a."conclusionId", a."sharedWith", a."agreedBy"
    FROM visibility.agreed_minutes a WHERE a."meetingId" = ${scope.meetingId}::uuid`)
  if (found === undefined || (!seesContents(scope.sight) && found.agreedBy.length === 0)) return null
  const asked = partiesInMinutes(facts)
  const names = await tx.party.findMany({ where: { id: { in: [...asked] } }, select: { id: true, name: true } })
  const agreed = new Set(found.agreedBy)
  const own = partyGivingWord(scope.inMeeting, asked)
  return {
    conclusionId: found.conclusionId,
    with: found.sharedWith === 'group' ? 'group' : 'parties',
    agreed: names.filter(({ id }) => agreed.has(id)),
    missing: names.filter(({ id }) => !agreed.has(id)),
    can: own === null ? null : agreed.has(own) ? 'unshare' : 'share',
  }
}
