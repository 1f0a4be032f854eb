import { type GroupStanding, governsParty, type Membership } from '#domain/party/membership.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { GroupScope } from '#store/access/group.ts'
import { type KnownMeetings, knownMeetings } from '#store/access/known-meetings.ts'
import type { MeetingScope } from '#store/access/meeting.ts'
import { loadMeetings } from '#store/meeting/load.ts'
import {
  type Ask,
  type AskedOf,
  type AskedRow,
  type Asking,
  type AskNoun,
  type AskRow,
  askSources,
  most,
} from './ask.ts'
import { findConclusionsAtHand } from './conclusions-at-hand.ts'
import { askFacts, askNouns } from './register.ts'

/**
 * Everything that may be asked of the viewer, by noun; one statement. In SQL it may be asked of their parties; whether it is asked of
 * them, and whether they may know of the meeting concerned, `judgeAsks` says.
 *
 * @param meetingIds of all nouns only what is asked in the planning of these meetings.
 */
export async function findAskRows(
  tx: Tx,
  scopes: readonly GroupScope[],
  now: Date,
  meetingIds?: readonly string[],
): Promise<readonly AskRow[]> {
  const [first] = scopes
  if (first === undefined) return []
  const places = placesIn(scopes)
  const asking = askingOf(first.standing.personId, scopes, places, now, meetingIds)
  const nouns: readonly AskNoun[] = askSources.map((source) => askNouns[source])
  const asked = nouns.filter(
    ({ planning, askedOf }) =>
      (planning || meetingIds === undefined) && (askedOf === undefined || places[askedOf].length > 0),
  )
  const union = Prisma.join(
    asked.map((noun) => Prisma.sql`(${noun.rows(asking)})`),
    ' UNION ALL ',
  )
  return tx.$queryRaw<AskRow[]>(Prisma.sql`WITH ${sharedRelations(asking, meetingIds)} SELECT * FROM (${union})
    AS a(kind, "groupId", "meetingId", "partyId", "thingId", title, detail, "textId", ordinal, at, zone)`)
}

/** What several nouns ask for, found once: to begin a select costs more than to run it (docs/decisions/043). */
function sharedRelations({ groups, all }: Asking, meetingIds: readonly string[] | undefined): Prisma.Sql {
  const which = meetingIds === undefined ? undefined : Prisma.sql`m.id = ANY(${[...meetingIds]}::uuid[])`
  return Prisma.sql`${knownMeetings(groups, which)},
    place AS MATERIALIZED (SELECT p."meetingId", p."partyId", p."leftAt" IS NOT NULL AS "left" FROM "MeetingParty" p
      WHERE p."partyId" = ${all}),
    invited AS MATERIALIZED (SELECT i.id, i."groupId", i."partyId", i.role, i."expiresAt", i."claimedById",
        i."declinedAt" IS NOT NULL AND i."claimedById" IS NULL AS declined, k.tended
      FROM "Invitation" i JOIN visibility.known_invitation() k ON k."invitationId" = i.id
      WHERE i."groupId" = ${groups} AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL)`
}

/** The groups that the viewer organizes, the parties that they lead, and those in which they work; by what they are there. */
function placesIn(scopes: readonly GroupScope[]): Readonly<Record<AskedOf, readonly string[]>> {
  const partiesWhere = (is: (membership: Membership, standing: GroupStanding) => boolean) =>
    scopes.flatMap(({ standing }) => standing.memberships.flatMap((one) => (is(one, standing) ? [one.partyId] : [])))
  return {
    organizes: scopes.flatMap(({ groupId, standing }) => (standing.organizer ? [groupId] : [])),
    leads: partiesWhere(({ partyId }, standing) => governsParty(standing, partyId)),
    works: partiesWhere(({ role }) => role !== 'observer'),
  }
}

function askingOf(
  personId: string,
  scopes: readonly GroupScope[],
  { organizes, leads, works }: ReturnType<typeof placesIn>,
  now: Date,
  meetingIds: readonly string[] | undefined,
): Asking {
  const anyOf = (ids: readonly string[]) => Prisma.sql`ANY(${[...ids]}::uuid[])`
  return {
    me: Prisma.sql`${personId}::uuid`,
    groups: anyOf(scopes.map(({ groupId }) => groupId)),
    parties: anyOf(works),
    all: anyOf(scopes.flatMap(({ standing }) => standing.memberships.map(({ partyId }) => partyId))),
    led: anyOf(leads),
    organized: anyOf(organizes),
    // What is asked in the planning of listed meetings is told of each of them; on Home, more than anybody can do next.
    limit: meetingIds === undefined ? most : 10 * meetingIds.length,
    now,
  }
}

/**
 * What is asked of the viewer: what others wait for, then what is due first, and what has no date last. At most three statements.
 *
 * @param known the meetings of these rows of which the viewer may know.
 */
export async function judgeAsks(
  tx: Tx,
  rows: readonly AskRow[],
  known: KnownMeetings,
  now: Date,
): Promise<readonly Ask[]> {
  const { conclusions, facts } = await findConclusionsAtHand(
    tx,
    idsOf(rows, known, 'conclusion'),
    idsOf(rows, known, 'minutes'),
  )
  const meetings = await loadMeetings(tx, idsOf(rows, known, 'meeting'))
  const judging = { now, known, conclusions, facts, meetings }
  const asks = rows.flatMap((row) => {
    const scope = row.meetingId === null ? undefined : known.get(row.meetingId)
    const asked = askNouns[row.kind].judge(row, scope, judging)
    return asked === null ? [] : [askOf(asked, scope, now)]
  })
  return asks.toSorted((one, other) => dueOf(one) - dueOf(other))
}

/** Of rows that are judged by this, and whose meetings the viewer may know of: the conclusions, else the meetings. */
function idsOf(rows: readonly AskRow[], known: KnownMeetings, by: AskNoun['judges']): readonly string[] {
  const about = rows.filter(({ kind, meetingId }) => askNouns[kind].judges === by && known.has(meetingId ?? ''))
  return about.flatMap(({ thingId, meetingId }) => (by === 'conclusion' ? thingId : (meetingId ?? [])))
}

function askOf(row: AskedRow, scope: MeetingScope | undefined, now: Date): Ask {
  const { kind, groupId, partyId, thingId, title, detail, textId, ordinal, at, zone, count = 1 } = row
  const { isDeadline, holdsOthersUp } = askFacts[kind]
  return {
    kind,
    groupId,
    partyId,
    thingId,
    title,
    detail,
    zone,
    meeting: scope === undefined ? null : { id: scope.meetingId, title: scope.meeting.title },
    passage: textId === null || ordinal === null ? null : { textId, ordinal },
    at: at?.toISOString() ?? null,
    late: isDeadline && at !== null && at.getTime() < now.getTime(),
    awaited: at === null && holdsOthersUp,
    count,
  }
}

function dueOf({ at, awaited }: Ask): number {
  if (awaited) return 0
  return at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at)
}
