/** The demo is played through the product's own commands: it must reach what it promises, and hold up like anything real. */
import { beforeAll, describe, expect, test } from 'vitest'
import { commitmentStates, followedState } from '#domain/commitment.ts'
import { standing } from '#domain/conclusion/standing.ts'
import { conclusionsIn, type RecordedConclusion } from '#domain/record/minutes/conclusions.ts'
import { verify } from '#domain/record/verify.ts'
import { loadConclusion } from '#features/conclusions/loaders.ts'
import { loadGroupShell, loadLooking, loadPerspectives, loadTour } from '#features/groups/loaders.ts'
import { lookAs, lookAsOneself } from '#features/people/commands.ts'
import { personOfSession } from '#lib/auth/known-sessions.ts'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { readViewer } from '#lib/auth/viewer.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import { tour } from '#lib/demo/tour.ts'
import { keptLetters } from '#lib/mail/mailbox.ts'
import { loadDemo } from '#prisma/demo/load.ts'
import { beginLoading, clearCutOff, whatIsThere } from '#prisma/demo/loading.ts'
import { scenario } from '#prisma/demo/scenario.ts'
import { bareConclusionOf } from '#store/conclusion/rows.ts'
import { bareRows } from '#store/conclusion/select.ts'
import { sha256 } from '#store/record/append.ts'
import { readLinks, readMinutes } from '#store/record/read.ts'
import { asOwner } from '#tests/setup/owner.ts'
import { demoVerdicts } from './demo-given.ts'

const now = new Date()
const write = { write: true }
let groupId: string

beforeAll(async () => {
  groupId = (await loadDemo(now)) ?? ''
}, 120_000)

const read = <T>(work: (tx: Tx) => Promise<T>) => asSystem('test', work)

const meetings = () =>
  read((tx) =>
    tx.meeting.findMany({ where: { groupId }, orderBy: { id: 'asc' }, select: { id: true, title: true, state: true } }),
  )

/** Somebody of the demo, signed in. */
async function signedInAs(where: { email?: string; isInstanceAdmin?: boolean }): Promise<Viewer> {
  return asSystem(
    'test',
    async (tx) => {
      const { id: personId } = await tx.person.findFirstOrThrow({ where, select: { id: true } })
      const sessionId = await startSession(tx, personId, 'start-up-link', now, null)
      return provenViewer({ personId, sessionId, method: 'start-up-link' })
    },
    write,
  )
}

const conclusion = (title: string) =>
  read((tx) => tx.conclusion.findFirstOrThrow({ where: { groupId, title, kind: { not: 'record' } } }))

describe('when the demo has been loaded', () => {
  test('every meeting of the scenario is in the state that it promises', async () => {
    const found = await meetings()
    for (const { title, state } of scenario.meetings) {
      // A proposed bilateral is a draft with an offer that waits.
      const expected = state === 'proposed' ? 'draft' : state
      expect(
        found.find((one) => one.title === title),
        title,
      ).toMatchObject({ state: expected })
    }
    expect(new Set(found.map(({ state }) => state))).toEqual(
      new Set(['draft', 'scheduled', 'open', 'closed', 'agreed', 'cancelled']),
    )
  })

  test('an organizer proposed a participant, whom the party has still to name', async () => {
    const proposed = await read((tx) =>
      tx.seatProposal.findMany({ where: { groupId }, select: { meeting: { select: { title: true, kind: true } } } }),
    )
    expect(proposed).toEqual([{ meeting: { title: 'What we want from the second conference', kind: 'study' } }])
  })

  test('what one meeting carried on stands on the agenda of another', async () => {
    const carried = await read((tx) =>
      tx.agendaItem.findMany({
        where: { groupId, carriedFromId: { not: null } },
        orderBy: { id: 'asc' },
        select: { title: true, meeting: { select: { title: true } } },
      }),
    )
    expect(carried).toEqual([
      { title: 'Which language binds?', meeting: { title: 'In which language does a conclusion bind? Once more' } },
      { title: 'A leaflet for tellers', meeting: { title: 'Second conference: the languages of the shelf' } },
    ])
  })

  test('every record is one unbroken chain, told in the order of time and before this moment', async () => {
    for (const { id, title } of await meetings()) {
      const links = await read((tx) => readLinks(tx, id))
      expect(verify(id, links, sha256), title).toMatchObject({ intact: true, erased: [] })
      const times = links.map(({ at }) => new Date(at).getTime())
      expect(times, title).toEqual([...times].sort((one, other) => one - other))
      expect(Math.max(0, ...times), title).toBeLessThan(now.getTime())
    }
  })

  test('every record proves the procedure, and every row of a conclusion says what it says', async () => {
    const verdicts = await demoVerdicts(groupId)
    expect(verdicts.length).toBeGreaterThan(5)
    for (const verdict of verdicts) expect(verdict).toMatchObject({ intact: true, erased: [], unproven: [] })
  })

  test('a text was adopted in its third version, with a reservation, and the group may read it', async () => {
    const { id, ...adopted } = await conclusion('The consent of the teller')
    expect(adopted).toMatchObject({ state: 'adopted', adoptedVersion: 3, sharedWith: 'group' })
    const stances = await read((tx) =>
      tx.stance.groupBy({
        by: ['kind'],
        where: { decider: { version: { conclusionId: id, number: 3 } } },
        _count: true,
      }),
    )
    expect(Object.fromEntries(stances.map(({ kind, _count }) => [kind, _count]))).toEqual({
      consent: 4,
      'consent-with-reservation': 1,
    })
  })

  test('one text waits for the principals of one party, another for the answers of two', async () => {
    expect(await conclusion('An answer within twenty-one days')).toMatchObject({ state: 'ad-referendum' })
    const himal = await signedInAs({ email: 'sarita.gurung@himal.invalid' })
    const { id } = await conclusion('A leaflet for tellers')
    const page = await loadConclusion(himal, id)
    expect(page).toMatchObject({ state: 'put' })
    expect(page?.missing.map(({ name }) => name).sort()).toEqual([
      'Harbour and Islands Libraries',
      'Himal Village Libraries',
    ])
  })

  test('a divergence holds the words of both sides', async () => {
    const { id } = await conclusion('On the language that binds')
    const sides = await read((tx) => tx.divergenceSide.findMany({ where: { conclusionId: id } }))
    expect(sides.map(({ words }) => (words ?? '').length > 200)).toEqual([true, true])
  })

  test('every conclusion stands in the minutes as it stands in its rows: one state, two projections', async () => {
    const compared = await read(async (tx) => {
      const rows = await tx.conclusion.findMany({
        where: { groupId },
        relationLoadStrategy: 'join',
        select: { ...bareRows, meetingId: true },
      })
      const told = new Map<string, RecordedConclusion>()
      for (const meetingId of new Set(rows.map((row) => row.meetingId)))
        for (const view of conclusionsIn((await readMinutes(tx, meetingId, {})).lines, now)) told.set(view.id, view)
      return rows.map((row) => {
        const conclusion = bareConclusionOf(row)
        const { outcome, answered, missing } = standing(conclusion, now)
        const view = told.get(row.id)
        return {
          rows: [row.title, conclusion.state, outcome, answered.length, missing.length],
          minutes: view && [row.title, view.state, view.outcome, view.stances.length, view.missing.length],
        }
      })
    })
    expect(compared.map(({ minutes }) => minutes)).toEqual(compared.map(({ rows }) => rows))
    expect(new Set(compared.map(({ rows }) => rows[2])).size).toBeGreaterThan(5)
  })

  test('of the commitments one was kept, one is open and one is late', async () => {
    const rows = await read((tx) =>
      tx.commitment.findMany({
        where: { groupId, state: { not: 'proposed' } },
        orderBy: { place: 'asc' },
        select: { state: true, dueOn: true, party: { select: { timeZone: true } } },
      }),
    )
    const followed = rows.map(({ state, dueOn, party }) => {
      const due = dueOn?.toISOString().slice(0, 10) ?? ''
      return followedState(
        { state: oneOf(commitmentStates, state), dueOn: due, replaced: false },
        party?.timeZone ?? '',
        now,
      )
    })
    expect(followed).toEqual(['done', 'late', 'open'])
  })

  test('every citation points at passages of the published text, and every quote at its words', async () => {
    const rows = await read((tx) => tx.citation.findMany({ where: { groupId }, include: { first: true, last: true } }))
    expect(rows.length).toBeGreaterThan(100)
    for (const { first, last, quoteExact, quoteStart, quoteEnd } of rows) {
      expect(last.ordinal).toBeGreaterThanOrEqual(first.ordinal ?? Number.NaN)
      if (quoteExact !== null) expect(first.text.slice(quoteStart ?? 0, quoteEnd ?? 0)).toBe(quoteExact)
    }
  })

  test('everybody in it is marked as invented and can receive no mail, and none was sent', async () => {
    const reachable = await read((tx) => tx.person.count({ where: { NOT: { email: { endsWith: '.invalid' } } } }))
    expect([reachable, keptLetters()]).toEqual([0, []])
    const real = await read((tx) =>
      tx.person.findMany({ where: { isInvented: false }, select: { isInstanceAdmin: true } }),
    )
    expect(real).toEqual([{ isInstanceAdmin: true }])
  })

  test('whoever started the instance organizes it and can look at it as the head of each party', async () => {
    const admin = await signedInAs({ isInstanceAdmin: true })
    const shell = await loadGroupShell(admin, groupId)
    expect(shell).toMatchObject({ isDemo: true, mayLook: true, viewer: { organizer: true } })
    const heads = await loadPerspectives(admin, groupId)
    expect(heads?.map(({ party }) => party)).toEqual(['Altiplano', 'Estuary', 'Harbour', 'Himal', 'Valley'])
    for (const { partyId, head } of heads ?? []) {
      expect(await lookAs(admin, { partyId })).toEqual({ name: head })
      const cookie = (await sealedCookie(admin.sessionId)).split(';')[0] ?? ''
      const looker = await readViewer(cookie)
      expect(looker?.method).toBe('demo')
      expect(looker && (await loadLooking(looker))).toEqual({ groupId, current: partyId, name: head })
      // They look as somebody else, and count as who they are.
      expect(personOfSession(admin.sessionId)).toBe(admin.personId)
    }
  })

  test('each point of the tour is a page for whoever looks as it asks, and the tour is there for nobody else', async () => {
    const admin = await signedInAs({ isInstanceAdmin: true })
    const heads = (await loadPerspectives(admin, groupId)) ?? []
    const cookie = (await sealedCookie(admin.sessionId)).split(';')[0] ?? ''
    for (const { key, as, things = {} } of tour) {
      const party = heads.find((one) => one.party === as)
      if (party === undefined) await lookAsOneself(admin)
      else await lookAs(admin, party)
      const looker = await readViewer(cookie)
      const points = looker && (await loadTour(looker, groupId))
      const point = points?.find((one) => one.key === key)
      expect(point?.href, key).toMatch(/^\/(groups\/|$)/)
      // What its words name is known there too, and a conclusion opens where the party sat.
      expect(point?.things.map(({ name }) => name).toSorted(), key).toEqual(Object.keys(things).toSorted())
      for (const { href } of point?.things ?? []) expect(href).not.toMatch(/^\/groups\/[^/]+\/conclusions\/./)
    }
    const head = await signedInAs({ email: scenario.people.sarita.email })
    expect([await loadTour(head, groupId), await loadLooking(head), await loadPerspectives(head, groupId)]).toEqual([
      null,
      null,
      null,
    ])
    expect((await loadGroupShell(head, groupId))?.mayLook).toBe(false)
  })
})

describe('when a reading names no viewer', () => {
  /** In the role of readers, in nobody's name. */
  const asNobody = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    asOwner(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.person_id', '', true), set_config('app.purpose', '', true), set_config('role', 'concordance_reader', true)`
      return work(tx)
    })
  const rowsIn = async (tx: Tx, from: string) =>
    (await tx.$queryRawUnsafe<unknown[]>(`SELECT FROM ${from} LIMIT 1`)).length

  test('then nothing that its role may read gives a row, and it can make nothing', async () => {
    const granted = await asOwner(
      (tx) => tx.$queryRaw<{ name: string; isTable: boolean }[]>`
        SELECT c.oid::regclass::text AS name, c.relkind = 'r' AS "isTable" FROM pg_class c
        WHERE c.relnamespace IN ('public'::regnamespace, 'visibility'::regnamespace) AND c.relkind IN ('r', 'v', 'm', 'p')
          AND has_any_column_privilege('concordance_reader', c.oid, 'SELECT')
        UNION ALL SELECT p.oid::regproc::text || '()', false FROM pg_proc p
        WHERE p.pronamespace = 'visibility'::regnamespace AND p.proretset AND p.pronargs = 0 ORDER BY 1`,
    )
    const names = granted.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        '"Person"',
        '"Session"',
        '"Meeting"',
        'visibility.readiness',
        'visibility.known_invitation()',
      ]),
    )
    const told: string[] = []
    for (const name of names) if ((await asNobody((tx) => rowsIn(tx, name))) > 0) told.push(name)
    expect(told).toEqual([])
    // There is something that could have been told.
    const filled = await asOwner(async (tx) => {
      const tables = granted.filter(({ isTable }) => isTable)
      const counts = []
      for (const { name } of tables) counts.push(await rowsIn(tx, name))
      return counts.filter((count) => count > 0).length
    })
    expect(filled).toBeGreaterThan(25)
  })

  test('then its role may make no tables, and none of the schemas is open to it', async () => {
    const [may] = await asOwner(
      (tx) => tx.$queryRaw<
        object[]
      >`SELECT has_database_privilege('concordance_reader', current_database(), 'TEMP') AS temp,
        has_schema_privilege('concordance_reader', 'public', 'CREATE') AS public,
        has_schema_privilege('concordance_reader', 'visibility', 'CREATE') AS visibility`,
    )
    expect(may).toEqual({ temp: false, public: false, visibility: false })
  })
})

describe('when loading was cut off', () => {
  test('the next start removes what it left', async () => {
    expect(await beginLoading()).toBe(true)
    await asSystem('test', (tx) => tx.session.deleteMany(), write)
    await asSystem('test', (tx) => tx.job.updateMany({ data: { claimedUntil: new Date(0) } }), write)
    await clearCutOff()
    const left = await read(async (tx) => [
      await tx.group.count(),
      await tx.person.count(),
      await tx.recordEntry.count(),
    ])
    expect(left).toEqual([0, 0, 0])
  })

  test('it can be loaded beside others, and who is left of an earlier one is found again', async () => {
    expect(await whatIsThere()).toBe('nothing')
    const { email } = scenario.people[scenario.organizer]
    for (const one of [email, 'ines@ford.invalid'])
      await asSystem('test', (tx) => tx.person.create({ data: { name: 'Ines Ford', email: one } }), write)
    expect(await whatIsThere()).toBe('people')
    expect(await loadDemo(now)).not.toBeNull()
    expect(await whatIsThere()).toBe('demo')
    const found = await read((tx) => tx.person.findUniqueOrThrow({ where: { email }, select: { isInvented: true } }))
    expect(found).toEqual({ isInvented: false })
  }, 120_000)

  test('another process that is still loading is left alone', async () => {
    expect(await beginLoading()).toBe(true)
    expect(await beginLoading()).toBe(false)
    expect(await loadDemo(now)).toBeNull()
  })
})
