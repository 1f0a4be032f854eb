/** As whom the demo can be looked at, and where its tour leads: for those who may look at it as others, and for nobody else. */
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { type TourPlace, type TourStop, tour, tourThings } from '#lib/demo/tour.ts'
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

/** The points of the tour, each with its page and what its words name, where the viewer may know of it; one statement. */
export async function findTour(tx: Tx, { groupId }: GroupScope): Promise<TourPoint[]> {
  const places = tour.flatMap(({ place, things = {} }) => [place, ...Object.values(things)])
  const titled = (noun: TourPlace['at']) =>
    places.flatMap((one) => (one.at === noun && 'title' in one ? one.title : []))
  const rows = await tx.$queryRaw<TourRow[]>(Prisma.sql`
    SELECT 'meeting' AS noun, m.title, m.state, 'meetings/' || m.id AS path FROM "Meeting" m
    WHERE m."groupId" = ${groupId}::uuid AND m.title = ANY(${titled('meeting')})
    UNION ALL SELECT 'conclusion', c.title, c.state, CASE WHEN r.within THEN 'meetings/' || r."meetingId" || '/' ELSE '' END || 'conclusions/' || c.id
    FROM "Conclusion" c JOIN visibility.readable_conclusion() r ON r."conclusionId" = c.id
    WHERE c."groupId" = ${groupId}::uuid AND c.title = ANY(${titled('conclusion')})
    UNION ALL (SELECT 'text', '', '', 'texts/' || e."textId" FROM "Edition" e
      WHERE e."groupId" = ${groupId}::uuid AND e.state = 'published' ORDER BY e."publishedAt" LIMIT 1)`)
  const hrefOf = (place: TourPlace) => hrefIn(groupId, rows, place)
  const isDone = ({ place, things, toDo }: TourStop) => {
    if (toDo === undefined) return false
    const row = rowOf(rows, toDo.to === 'place' ? place : things?.[toDo.to])
    return row !== undefined && !toDo.while.includes(row.state)
  }
  return tour.map((stop) => tourPointOf(stop, isDone(stop), hrefOf))
}

function tourPointOf(
  { key, as, place, things = {} }: TourStop,
  isDone: boolean,
  hrefOf: (place: TourPlace) => string | null,
): TourPoint {
  return {
    key,
    as,
    href: hrefOf(place),
    isDone,
    things: tourThings.flatMap((name) => {
      const href = things[name] === undefined ? null : hrefOf(things[name])
      return href === null ? [] : [{ name, href }]
    }),
  }
}

/** What the viewer may know of that the tour leads to, with its path in the group. */
interface TourRow {
  readonly noun: string
  readonly title: string
  /** Of the meeting or the conclusion; empty: of a text. */
  readonly state: string
  readonly path: string
}

function rowOf(rows: readonly TourRow[], place: TourPlace | undefined): TourRow | undefined {
  if (place === undefined) return undefined
  const noun = place.at === 'section' ? 'text' : place.at
  return rows.find((row) => row.noun === noun && row.title === ('title' in place ? place.title : ''))
}

/** Own path of a page of the demo; null: the viewer knows of none. */
function hrefIn(groupId: string, rows: readonly TourRow[], place: TourPlace): string | null {
  const to = (end = '') => {
    const row = rowOf(rows, place)
    return row === undefined ? null : `/groups/${groupId}/${row.path}${end}`
  }
  switch (place.at) {
    case 'home':
      return '/'
    case 'text':
      return to()
    case 'section':
      return to(`?at=${place.section}`)
    case 'conclusion': {
      const { compared } = place
      return to(compared === undefined ? '' : `?from=${compared.from}&to=${compared.to}#changes`)
    }
    case 'meeting':
      return to(`/${place.step}${place.part === undefined ? '' : `#${place.part}`}`)
    case 'commitments':
      // Those that are done belong to them.
      return `/groups/${groupId}/commitments?state=all`
    case 'conclusions':
    case 'settings':
      return `/groups/${groupId}/${place.at}`
    default:
      return place satisfies never
  }
}
