/** As whom the demo can be looked at, and where its tour leads: for those who may look at it as others, and for nobody else. */
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type TourPlace, tour } from '#lib/demo/tour.ts'
import type { GroupScope } from '#store/access/group.ts'
import type { DemoHead, LookingView, TourPoint } from '../views.ts'

/** Most heads as whom one may look at the demo. */
const mostPerspectives = 50

/** The longest-standing head of each party of a demo, of those who live in demo groups alone; one statement. */
export async function findPerspectives(tx: Tx, { groupId }: GroupScope): Promise<DemoHead[]> {
  return tx.$queryRaw<
    DemoHead[]
  >(Prisma.sql`SELECT DISTINCT ON (y."shortName", y.id) y.id AS "partyId", y."shortName" AS party,
      w.name AS head
    FROM "PartyMember" m JOIN "Party" y ON y.id = m."partyId" JOIN "Person" w ON w.id = m."personId"
    WHERE m."groupId" = ${groupId}::uuid AND m.role = 'head' AND m."removedAt" IS NULL
      AND m."personId" IN (SELECT d."personId" FROM visibility.demo_person d)
    ORDER BY y."shortName", y.id, m.since LIMIT ${mostPerspectives}`)
}

/** Whether the viewer looks at a demo as another, or may: who organizes it. */
export function mayLook({ isDemo, standing }: GroupScope, viewer: Viewer): boolean {
  return isDemo && (standing.organizer || viewer.method === 'demo')
}

/** As whom the viewer looks at the first demo of theirs; null: at none. One statement where they look as another, and else none. */
export async function findLooking(tx: Tx, viewer: Viewer, scopes: readonly GroupScope[]): Promise<LookingView | null> {
  const scope = scopes.find((one) => mayLook(one, viewer))
  if (scope === undefined) return null
  const { groupId } = scope
  const current = currentIn(scope, viewer)
  if (current === null) return { groupId, current, name: '' }
  const { name } = await tx.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: { name: true } })
  return { groupId, current, name }
}

/** The party as whose head the viewer looks; null: they look as themselves. */
export function currentIn({ standing }: GroupScope, viewer: Viewer): string | null {
  if (viewer.method !== 'demo') return null
  return standing.memberships.find(({ role }) => role === 'head')?.partyId ?? null
}

/** The points of the tour, each with its page, where the viewer may know of it; one statement. */
export async function findTour(tx: Tx, { groupId }: GroupScope): Promise<TourPoint[]> {
  const titles = tour.flatMap(({ place }) => (place.at === 'meeting' ? [place.title] : []))
  const rows = await tx.$queryRaw<{ id: string; title: string | null }[]>(Prisma.sql`
    SELECT m.id, m.title FROM "Meeting" m WHERE m."groupId" = ${groupId}::uuid AND m.title = ANY(${titles})
    UNION ALL (SELECT e."textId", NULL FROM "Edition" e WHERE e."groupId" = ${groupId}::uuid AND e.state = 'published'
      ORDER BY e."publishedAt" LIMIT 1)`)
  const idOf = (title: string | null) => rows.find((row) => row.title === title)?.id
  const inGroup = (path: string, id: string | undefined) =>
    id === undefined ? null : `/groups/${groupId}/${path.replace('{id}', id)}`
  const hrefOf = (place: TourPlace) => {
    if (place.at === 'home') return '/'
    if (place.at === 'conclusions') return `/groups/${groupId}/conclusions`
    return place.at === 'text'
      ? inGroup('texts/{id}', idOf(null))
      : inGroup(`meetings/{id}/${place.step}`, idOf(place.title))
  }
  return tour.map(({ key, as, place }) => {
    const section = place.at === 'text' ? place.section : null
    return { key, as, href: hrefOf(place), section }
  })
}
