/**
 * What a person may see is decided in the domain, for one row, and stated in SQL (prisma/visibility), for all of them. In worlds that
 * are drawn by chance both answer alike, for every row and every person.
 */
import { describe, expect, test } from 'vitest'
import { seesContents, seesPartyWork, seesText } from '#domain/access.ts'
import { type GroupStanding, isGroupMember, partyRoles } from '#domain/party/membership.ts'
import { isAskedOf, seesAssignment } from '#domain/preparation.ts'
import { managesTexts } from '#domain/text/edition.ts'
import { oneOf } from '#lib/db/one-of.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import { opensConclusion, opensConclusions } from '#store/access/contents.ts'
import { type GroupScope, proveMyGroups } from '#store/access/group.ts'
import { type MeetingRow, type MeetingScope, scopeIn } from '#store/access/meeting.ts'
import { bareConclusionOf } from '#store/conclusion/rows.ts'
import { bareRows } from '#store/conclusion/select.ts'
import { Chance } from '#tests/setup/chance.ts'
import { drawWorld } from '#tests/setup/drawn-world.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'

const seeds = Array.from({ length: rounds({ sample: 4, whole: 60 }) }, (_, n) => n + 1)

/** How many times both were asked, by what. */
const asked = new Map<string, number>()

describe.each(seeds)('world %i', (seed) => {
  test('the domain and SQL answer alike for every row and person', async () => {
    const { facts, personIds } = await asSystem(
      'test',
      async (tx) => {
        const world = await drawWorld(tx, new Chance(seed))
        return { facts: await readFacts(tx, world.groupIds), personIds: world.personIds }
      },
      { write: true, timeoutMs: 60_000 },
    )
    for (const personId of personIds) {
      const viewer = provenViewer({ personId, sessionId: personId, method: 'mail-link' })
      const [decided, stated] = await asViewer(viewer, async (tx) => {
        const scopes = await proveMyGroups(tx, viewer)
        return [decide(facts, viewer, scopes), { ...(await state(tx, scopes)), ...(await stateKnown(tx, facts)) }]
      })
      for (const what of Object.keys(decided)) {
        expect(stated[what], `${what} in world ${seed} for ${personId}`).toEqual(decided[what])
        asked.set(what, (asked.get(what) ?? 0) + (decided[what]?.length ?? 0))
      }
    }
  }, 120_000)
})

/** Asked in one role alone: of whoever looks after the instance and acts. */
const inOneRole = ['as_function', 'lacks_organizer']

test('a function that asks tables keeps its plan: whoever asks it, it has its owner’s rights', async () => {
  const functions = await asSystem(
    'test',
    (tx) => tx.$queryRaw<
      { name: string }[]
    >`SELECT p.proname AS name FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      WHERE p.pronamespace = 'visibility'::regnamespace AND l.lanname = 'plpgsql' AND NOT p.prosecdef ORDER BY p.proname`,
  )
  expect(functions.map(({ name }) => name)).toEqual(inOneRole)
})

test('every kind of row was seen by somebody, and closed to somebody', () => {
  expect([...asked].filter(([, count]) => count === 0)).toEqual([])
  const all = [...asked.values()].reduce((sum, count) => sum + count, 0)
  tellFigure(1, 'sight', `${all} rows that ${seeds.length} drawn worlds open to their people, by domain and SQL alike`)
})

type Facts = Awaited<ReturnType<typeof readFacts>>

/** All rows of these groups, as nobody in particular. */
async function readFacts(tx: Tx, groupIds: readonly string[]) {
  const where = { groupId: { in: [...groupIds] } }
  return {
    groupIds,
    organizers: await tx.organizer.findMany({ where }),
    members: await tx.partyMember.findMany({ where, orderBy: { since: 'asc' } }),
    events: await tx.groupEvent.findMany({ where }),
    texts: await tx.text.findMany({ where, include: { limits: true, editions: true } }),
    meetings: await tx.meeting.findMany({
      where,
      include: { parties: true, seats: true, offices: true, proposals: true },
    }),
    conclusions: await tx.conclusion.findMany({ where, select: bareRows }),
    assignments: await tx.assignment.findMany({ where }),
  }
}

/** Lines of text, one for each row that is open, with what is said of it; in the order of the text. */
type Answer = Readonly<Record<string, readonly string[]>>

function decide(facts: Facts, { personId }: Viewer, scopes: readonly GroupScope[]): Answer {
  const standings = new Map(facts.groupIds.map((groupId) => [groupId, standingIn(facts, groupId, personId)]))
  const of = ({ groupId }: { groupId: string }) => standings.get(groupId)
  const mine = <Row extends { groupId: string }>(
    rows: readonly Row[],
    sees: (standing: GroupStanding, row: Row) => string | null,
  ) =>
    rows.flatMap((row) => {
      const standing = of(row)
      return standing === undefined || !isGroupMember(standing) ? [] : (sees(standing, row) ?? [])
    })
  const scopeOf = new Map(
    facts.meetings.flatMap((meeting) => {
      const group = scopes.find(({ groupId }) => groupId === meeting.groupId)
      const scope = group && scopeIn(rowOf(meeting, personId), group)
      return scope ? [[meeting.id, scope] as const] : []
    }),
  )
  return sorted({
    groups: [...standings].flatMap(([groupId, standing]) => (isGroupMember(standing) ? told(groupId, standing) : [])),
    events: mine(facts.events, (standing, { id, partyId, at }) => {
      const own = standing.memberships.find((one) => one.partyId === partyId)
      const isOwn = own !== undefined && (own.seesFrom === null || at >= own.seesFrom)
      return partyId === null || standing.organizer || isOwn ? id : null
    }),
    texts: mine(facts.texts, (standing, { id, limits }) => (seesText(standing, partiesOf(limits)) ? id : null)),
    'closed texts': mine(facts.texts, (standing, { id, limits }) =>
      seesText(standing, partiesOf(limits)) ? null : id,
    ),
    editions: mine(facts.texts, (standing, { limits, editions }) => {
      if (!seesText(standing, partiesOf(limits))) return null
      const open = editions.filter(({ state: is }) => is === 'published' || (managesTexts(standing) && is === 'draft'))
      return open.length === 0 ? null : open.map(({ id }) => id).join('\n')
    }).flatMap((ids) => ids.split('\n')),
    meetings: facts.meetings.flatMap((meeting) => {
      const scope = scopeOf.get(meeting.id)
      return scope ? toldOf(scope, meeting) : []
    }),
    conclusions: mine(facts.conclusions, (_, row) => {
      const scope = scopeOf.get(row.meetingId)
      const conclusion = bareConclusionOf(row)
      const within = scope !== undefined && opensConclusions(scope)
      const open = within && opensConclusion(scope, conclusion)
      const shared = row.sharedWith === 'group' && ['adopted', 'superseded'].includes(row.state)
      const kept = within && !seesContents(scope.sight)
      return open || shared ? JSON.stringify([row.id, open, shared, within, kept]) : null
    }),
    assignments: mine(facts.assignments, (standing, row) =>
      seesAssignment(standing, row)
        ? JSON.stringify([row.id, seesPartyWork(standing, row), isAskedOf(standing, row)])
        : null,
    ),
    'one meeting': [...scopeOf.keys()],
    'contents of one': [...scopeOf].flatMap(([id, scope]) => (seesContents(scope.sight) ? id : [])),
    'one conclusion': facts.conclusions.flatMap((row) => {
      const scope = scopeOf.get(row.meetingId)
      if (scope === undefined || !opensConclusions(scope)) return []
      const isTold = row.kind === 'record' || opensConclusion(scope, bareConclusionOf(row))
      return scope.sight === 'contents' || isTold ? row.id : []
    }),
    'one text': mine(facts.texts, (standing, { id, limits, editions }) => {
      const isOpen = editions.some(({ state: is }) => is === 'published' || (managesTexts(standing) && is === 'draft'))
      return isOpen && seesText(standing, partiesOf(limits)) ? id : null
    }),
    'one assignment': mine(facts.assignments, (standing, row) => (seesAssignment(standing, row) ? row.id : null)),
  })
}

/** What SQL says of one thing that is named, before it is held: asked of each. */
async function stateKnown(tx: Tx, facts: Facts): Promise<Answer> {
  const known = async (noun: string, rows: readonly { readonly id: string }[]) => {
    const knows = Prisma.raw(`visibility.knows_${noun}(x.id)`)
    const ids = rows.map(({ id }) => id)
    const found = await tx.$queryRaw<{ id: string }[]>`SELECT x.id FROM unnest(${ids}::uuid[]) x(id) WHERE ${knows}`
    return found.map(({ id }) => id)
  }
  return sorted({
    'one meeting': await known('meeting', facts.meetings),
    'contents of one': await known('contents', facts.meetings),
    'one conclusion': await known('conclusion', facts.conclusions),
    'one text': await known('text', facts.texts),
    'one assignment': await known('assignment', facts.assignments),
  })
}

const partiesOf = (limits: readonly { partyId: string }[]) => limits.map(({ partyId }) => partyId)

const told = (groupId: string, { organizer, holdsOffice, memberships }: GroupStanding) =>
  JSON.stringify([groupId, organizer, holdsOffice, memberships.map(({ partyId }) => partyId).toSorted()])

function toldOf(scope: MeetingScope, { parties }: Facts['meetings'][number]): string {
  const { meetingId, sight, keepsFor, since, inMeeting, meeting } = scope
  const { group, offices, pendingOffices } = inMeeting
  const own = group.memberships.map(({ partyId }) => partyId)
  const stays = parties.some(({ partyId, leftAt }) => leftAt === null && own.includes(partyId))
  const concerned = stays || offices.length > 0 || pendingOffices.length > 0
  return JSON.stringify([meetingId, sight, keepsFor, since, meeting.proposed, group.organizer, concerned])
}

function standingIn({ organizers, members, meetings }: Facts, groupId: string, personId: string): GroupStanding {
  const here = <Row extends { groupId: string; personId: string }>(row: Row) =>
    row.groupId === groupId && row.personId === personId
  return {
    personId,
    organizer: organizers.some((row) => here(row) && row.removedAt === null),
    holdsOffice: meetings.some(({ offices }) => offices.some((row) => here(row) && row.endedAt === null)),
    memberships: members
      .filter((row) => here(row) && row.removedAt === null)
      .map(({ partyId, role, seesFrom }) => ({ partyId, role: oneOf(partyRoles, role), seesFrom })),
  }
}

function rowOf(meeting: Facts['meetings'][number], personId: string): MeetingRow {
  const { proposedByPartyId, state: is, proposals, seats, parties, offices } = meeting
  const accepted = proposals.some(({ answer }) => answer === 'accepted')
  const held = offices.filter((one) => one.personId === personId && one.endedAt === null)
  return {
    ...meeting,
    proposed: proposedByPartyId !== null && ['draft', 'cancelled'].includes(is) && !accepted,
    seat: seats.find((seat) => seat.personId === personId) ?? null,
    parties: parties.map(({ partyId, leftAt, seesFrom }) => ({ partyId, left: leftAt !== null, seesFrom })),
    offices: held.map(({ office, activeFrom }) => ({ office, active: activeFrom !== null })),
    stated: null,
  }
}

/** What SQL says of who sees what. */
async function state(tx: Tx, scopes: readonly GroupScope[]): Promise<Answer> {
  const ids = async (column: string, view: string) => {
    const sql = Prisma.raw(`SELECT "${column}" AS id FROM visibility.${view}()`)
    return (await tx.$queryRaw<{ id: string }[]>(sql)).map(({ id }) => id)
  }
  const meetings = await tx.$queryRaw<StatedMeeting[]>`SELECT * FROM visibility.visible_meeting()`
  const conclusions = await tx.$queryRaw<StatedConclusion[]>`SELECT * FROM visibility.readable_conclusion()`
  const events = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM "GroupEvent" e WHERE visibility.reads_event(e."groupId", e."partyId", e.at)`
  const assignments = await tx.$queryRaw<{ assignmentId: string; own: boolean; asked: boolean }[]>`
    SELECT * FROM visibility.readable_assignment()`
  // Row by row the same is said as of all of them.
  const oneByOne = await tx.$queryRaw<{ id: string; open: boolean; shared: boolean }[]>`SELECT c.id,
    visibility.opens_conclusion(c.id, c."meetingId") AS open, visibility.shares_with_me(c."groupId", c.state, c."sharedWith") AS shared
    FROM "Conclusion" c ORDER BY c.id`
  const ofAll = conclusions.map(({ conclusionId: id, open, shared }) => ({ id, open, shared }))
  expect(oneByOne).toEqual(ofAll.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
  return sorted({
    groups: scopes.map(({ groupId, standing }) => told(groupId, standing)),
    events: events.map(({ id }) => id),
    texts: await ids('textId', 'readable_text'),
    'closed texts': await ids('textId', 'closed_text'),
    editions: await ids('editionId', 'readable_edition'),
    meetings: meetings.map(({ meetingId, sight, keepsFor, since, proposed, organized, concerned }) =>
      JSON.stringify([meetingId, sight, keepsFor, since, proposed, organized, concerned]),
    ),
    conclusions: conclusions.map(({ conclusionId, open, shared, within, kept }) =>
      JSON.stringify([conclusionId, open, shared, within, kept]),
    ),
    assignments: assignments.map(({ assignmentId, own, asked: isAsked }) =>
      JSON.stringify([assignmentId, own, isAsked]),
    ),
  })
}

interface StatedMeeting {
  meetingId: string
  sight: string
  keepsFor: string | null
  since: Date | null
  proposed: boolean
  organized: boolean
  concerned: boolean
}

interface StatedConclusion {
  conclusionId: string
  open: boolean
  shared: boolean
  within: boolean
  kept: boolean
}

function sorted(answer: Answer): Answer {
  return Object.fromEntries(Object.entries(answer).map(([what, lines]) => [what, lines.toSorted()]))
}
