import { askedOf } from '#domain/conclusion/asked.ts'
import type { ConclusionKind } from '#domain/conclusion/conclusion.ts'
import { isKeptBy } from '#domain/conclusion/kept.ts'
import { keptMeetings } from '#lib/access/contents.ts'
import { proveMyGroups } from '#lib/access/group.ts'
import { actorIn, loadFactsOfMeetings } from '#lib/conclusion/facts.ts'
import { conclusionOf, currentRows } from '#lib/conclusion/rows.ts'
import type { Prisma, Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'

/** One thing that is asked of the viewer: a stance, the principals' word, or their side's words in a divergence. */
export interface Awaited {
  readonly kind: 'stance' | 'word' | 'words'
  readonly conclusion: { readonly id: string; readonly title: string; readonly kind: ConclusionKind }
  readonly version: number | null
  readonly groupId: string
  readonly meeting: { readonly id: string; readonly title: string }
  /** Until when; null: as long as the record of the meeting is not agreed. */
  readonly due: string | null
}

/** Most conclusions looked at for one person; the oldest first, because they have waited longest. */
const most = 200

/** What is asked of the viewer in all their groups, what is due first; four statements. */
export async function findAwaited(tx: Tx, viewer: Viewer, now: Date): Promise<readonly Awaited[]> {
  const groups = await proveMyGroups(tx, viewer)
  const readable = await keptMeetings(tx, groups)
  if (readable.size === 0) return []
  const partyIds = groups.flatMap(({ standing }) => standing.memberships.map(({ partyId }) => partyId))
  const rows = await tx.conclusion.findMany({
    where: { meetingId: { in: [...readable.keys()] }, ...concerning(viewer.personId, partyIds) },
    orderBy: { id: 'asc' },
    take: most,
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  if (rows.length === 0) return []
  const facts = await loadFactsOfMeetings(tx, [...new Set(rows.map(({ meetingId }) => meetingId))], null)
  return rows.flatMap((row) => awaitedIn(row)).sort(dueFirst)

  function awaitedIn(row: (typeof rows)[number]): Awaited[] {
    const scope = readable.get(row.meetingId)
    const meeting = facts.get(row.meetingId)
    if (scope === undefined || meeting === undefined) return []
    const conclusion = conclusionOf(row)
    if (scope.keepsFor !== null && !isKeptBy(conclusion, scope.keepsFor)) return []
    const asked = askedOf(conclusion, { meeting, origin: null, supersedes: null }, actorIn(scope, viewer), now)
    if (asked === null) return []
    return [
      {
        kind: asked.kind,
        conclusion: { id: conclusion.id, title: conclusion.title, kind: conclusion.kind },
        version: asked.kind === 'words' ? null : asked.version,
        groupId: row.groupId,
        meeting: { id: row.meetingId, title: scope.meeting.title },
        due: asked.kind === 'word' ? asked.by.toISOString() : null,
      },
    ]
  }
}

/** Where a side of the viewer's might be asked; whether it is, the domain says. */
function concerning(personId: string, partyIds: readonly string[]): Prisma.ConclusionWhereInput {
  const mine = { OR: [{ personId }, { partyId: { in: [...partyIds] } }] }
  return {
    OR: [
      { state: { in: ['put', 'ad-referendum'] }, versions: { some: { takenBackAt: null, deciders: { some: mine } } } },
      { state: 'recorded', sides: { some: { ...mine, words: null } } },
    ],
  }
}

/** What has a date before what has none. */
function dueFirst(one: Awaited, other: Awaited): number {
  if (one.due === other.due) return 0
  if (one.due === null) return 1
  return other.due === null || one.due < other.due ? -1 : 1
}
