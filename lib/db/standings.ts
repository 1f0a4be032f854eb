/**
 * What a person is in their groups, as the rows of `visibility.known_standing` say it. The statement that finds out who reads brings
 * those of the viewer along, and the reading remembers them; what they mean, store/access/group.ts says.
 */
import { memoize } from './memoize.ts'
import { Prisma, type Tx } from './prisma.ts'
import type { Viewer } from './viewer.ts'

/** One group of a person. */
export interface StandingRow {
  readonly groupId: string
  readonly organizer: boolean
  readonly holdsOffice: boolean
  /** IANA zone in which they read times there. */
  readonly zone: string
  /** The language that the group names; null: none. */
  readonly language: string | null
  /** Whether the group is a demo, whose people are invented. */
  readonly isDemo: boolean
  /** In the order in which they joined. `seesFrom`: ISO 8601; null: no bound. */
  readonly memberships: readonly { readonly partyId: string; readonly role: string; readonly seesFrom: string | null }[]
}

/** Most groups of one person that are read at once. */
export const mostStandings = 200

const columns = Prisma.sql`t."groupId", t.organizer, t."holdsOffice", t.zone, t.language, t."isDemo", t.memberships`

/** Selects what a person is in their groups, at most 200 in the order of their ids. */
function standingRows(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM visibility.known_standing t WHERE t."personId" = ${person}
    ORDER BY t."groupId" LIMIT ${mostStandings}`
}

/** What the viewer is in their groups; one statement, or none in a reading that knows it. */
export function readStandings(tx: Tx, viewer: Viewer): Promise<readonly StandingRow[]> {
  const person = Prisma.sql`${viewer.personId}::uuid`
  return memoize(tx, standingsKey(viewer), () => tx.$queryRaw<StandingRow[]>(standingRows(person)))
}

/** Lets this reading know them: `standings` were selected in it, for the viewer. */
export function rememberStandings(tx: Tx, viewer: Viewer, standings: readonly StandingRow[]): void {
  void memoize(tx, standingsKey(viewer), () => Promise.resolve(standings))
}

/** The key under which a reading remembers them (lib/db/memoize.ts). */
export function standingsKey({ personId }: Viewer): string {
  return `standings of ${personId}`
}

/** The language of the first group that names one; null: none does. */
export function languageOfGroups(standings: readonly StandingRow[]): string | null {
  return standings.find(({ language }) => language !== null)?.language ?? null
}

/** Selects what a person is in the group of a row beside it, as JSON: a `StandingRow`, or null. `groupId`: of what column; `t` is taken. */
export function standingBeside(personId: string, groupId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT row_to_json(o) FROM (SELECT ${columns} FROM visibility.known_standing t
    WHERE t."personId" = ${personId}::uuid AND t."groupId" = ${groupId}) o)`
}

/** What a person is in one group; one statement. Null: nothing. */
export async function readStanding(tx: Tx, personId: string, groupId: string): Promise<StandingRow | null> {
  const [row] = await tx.$queryRaw<StandingRow[]>(Prisma.sql`SELECT ${columns} FROM visibility.known_standing t
    WHERE t."personId" = ${personId}::uuid AND t."groupId" = ${groupId}::uuid`)
  return row ?? null
}
