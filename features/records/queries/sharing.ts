import { seesContents } from '#domain/access.ts'
import type { MeetingFacts } from '#domain/conclusion/meeting-facts.ts'
import { speaksFor } from '#domain/conclusion/people.ts'
import { partiesInMinutes } from '#domain/conclusion/sharing.ts'
import type { PartyRef } from '#domain/record/entry.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { actorIn } from '#store/conclusion/facts.ts'

/** How far the parties agree to share the agreed minutes with the group. */
export interface SharingView {
  /** The conclusion by which the minutes are agreed. */
  readonly conclusionId: string
  readonly with: 'parties' | 'group'
  readonly agreed: readonly PartyRef[]
  readonly missing: readonly PartyRef[]
  /** What the viewer can say for their party; null: nothing. */
  readonly can: 'share' | 'unshare' | null
}

interface Row {
  conclusionId: string
  sharedWith: string
  agreedBy: string[]
}

/**
 * Every party that was in the meeting is asked, also one that has left; that one learns of it once another has agreed. At most
 * two statements.
 */
export async function findSharing(
  tx: Tx,
  viewer: Viewer,
  scope: MeetingScope,
  facts: MeetingFacts,
): Promise<SharingView | null> {
  if (facts.state !== 'agreed') return null
  const [found] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT a."conclusionId", a."sharedWith", a."agreedBy"
    FROM visibility.agreed_minutes a WHERE a."meetingId" = ${scope.meetingId}::uuid`)
  if (found === undefined || (!seesContents(scope.sight) && found.agreedBy.length === 0)) return null
  const asked = partiesInMinutes(facts)
  const names = await tx.party.findMany({ where: { id: { in: [...asked] } }, select: { id: true, name: true } })
  const agreed = new Set(found.agreedBy)
  const actor = actorIn(scope, viewer)
  const own = asked.find((partyId) => speaksFor(actor, partyId))
  return {
    conclusionId: found.conclusionId,
    with: found.sharedWith === 'group' ? 'group' : 'parties',
    agreed: names.filter(({ id }) => agreed.has(id)),
    missing: names.filter(({ id }) => !agreed.has(id)),
    can: own === undefined ? null : agreed.has(own) ? 'unshare' : 'share',
  }
}
