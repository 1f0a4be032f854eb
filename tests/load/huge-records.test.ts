/**
 * One member makes a record, a list and a difference as large as they can be, or larger than they could ever have become, and
 * opens and exports them again and again: others wait a quarter of a second more at most (docs/security.md, promise 19). On a
 * running server with the embedded database, whose one lane is the narrowest there is.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { closeDatabase } from '#lib/db/connection.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { settings } from '#lib/settings.ts'
import { drafted } from '#tests/features/conclusions-given.ts'
import { type Held, heldMeeting, pastTheRules } from '#tests/setup/meetings.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'

/** Notes told one by one, as before they were told together: each of twenty thousand characters. */
const notes = rounds({ sample: 500, whole: 15_000 })
/** How often somebody else asks, without the load and under each. */
const asked = rounds({ sample: 12, whole: 120 })
/** Meetings of the group that is exported. */
const meetings = rounds({ sample: 200, whole: 5_000 })

/** What others wait more, in milliseconds. */
const mostMore = 250

let huge: Held
let small: Held
let hugeDraft: string
let server: RunningServer
const cookies = new Map<Viewer, string>()

beforeAll(async () => {
  huge = await heldMeeting(3)
  small = await heldMeeting(2)
  hugeDraft = await drafted(huge)
  await fillRecord(huge)
  await fillMinutes(huge)
  await fillDraft()
  await fillGroup(huge)
  for (const { chair, organizer } of [huge, small])
    for (const viewer of [chair, organizer])
      cookies.set(viewer, (await sealedCookie(viewer.sessionId)).split(';')[0] ?? '')
  await closeDatabase()
  server = await startServer({ dataDir: settings().dataDir })
}, 240_000)

afterAll(() => server?.stop())

/** Its entries belong to no chain that holds: reading and sending them is what is tried here. */
async function fillRecord({ groupId, meetingId, itemId, chair }: Held): Promise<void> {
  await pastTheRules(`INSERT INTO "RecordEntry"
    (id, "groupId", "meetingId", sequence, kind, at, payload, salt, "payloadHash", "previousHash", hash, "notedItemId", size)
    SELECT gen_random_uuid(), '${groupId}', '${meetingId}', 10 + n, 'note-written', now(), json_build_object('kind', 'note-written',
      'by', json_build_object('person', json_build_object('id', '${chair.personId}', 'name', 'Noor Vale'), 'party', NULL),
      'item', json_build_object('id', '${itemId}', 'title', 'Who measures'),
      'text', repeat('Water is common. ' || n || ' ', 1000))::text, repeat('0', 64), repeat('1', 64), repeat('2', 64),
      repeat('3', 64), '${itemId}', 20200
    FROM generate_series(1, ${notes}) n`)
}

/** Minutes as long as they can be: the notes of twenty-five items, and the wordings of sixty drafts. */
async function fillMinutes({ groupId, meetingId, chair }: Held): Promise<void> {
  const by = `json_build_object('person', json_build_object('id', '${chair.personId}', 'name', 'Noor Vale'), 'party', NULL)`
  const words = `repeat('Water is common to all who live beside it. ', 465)`
  const entry = (kind: string, from: number, count: number, payload: string, found: string) =>
    pastTheRules(`INSERT INTO "RecordEntry"
      (id, "groupId", "meetingId", sequence, kind, at, payload, salt, "payloadHash", "previousHash", hash, "notedItemId", size)
      SELECT gen_random_uuid(), '${groupId}', '${meetingId}', ${from} + n, '${kind}', now(), ${payload}::text, repeat('0', 64),
        repeat('1', 64), repeat('2', 64), repeat('3', 64), ${found}, 20200
      FROM (SELECT k AS n, gen_random_uuid() AS item FROM generate_series(1, ${count}) k) AS s`)
  const item = `json_build_object('id', item, 'title', 'Item ' || n)`
  const note = `json_build_object('kind', 'note-written', 'by', ${by}, 'item', ${item}, 'text', ${words})`
  const conclusion = `json_build_object('id', item, 'kind', 'common-position', 'title', 'Draft ' || n, 'item', NULL)`
  const text = `json_build_object('number', 1, 'wording', ${words}, 'passages', '[]'::json, 'commitments', '[]'::json)`
  const draft = `json_build_object('kind', 'draft-made', 'by', ${by}, 'conclusion', ${conclusion}, 'text', ${text})`
  const last = 10 + notes
  await entry('note-written', last, 25, note, 'item')
  await entry('draft-made', last + 25, 60, draft, 'NULL')
  await pastTheRules(`UPDATE "RecordHead" SET sequence = ${last + 85} WHERE "meetingId" = '${meetingId}'`)
}

/** Two versions as long as minutes can be, of words that they share by chance alone. */
async function fillDraft(): Promise<void> {
  const words = (seed: number) =>
    `(SELECT string_agg(chr(97 + (hashint4(k * ${seed}) & 15)), ' ') FROM generate_series(1, 900000) k)`
  await pastTheRules(`INSERT INTO "ConclusionVersion" (id, "groupId", "conclusionId", number, wording, "createdById")
    SELECT gen_random_uuid(), '${huge.groupId}', '${hugeDraft}', n + 1,
      CASE n WHEN 1 THEN ${words(3)} ELSE ${words(7)} END, '${huge.chair.personId}' FROM generate_series(1, 2) n`)
  await pastTheRules(`UPDATE "Conclusion" SET "currentVersion" = 3 WHERE id = '${hugeDraft}'`)
}

async function fillGroup({ groupId, organizer }: Held): Promise<void> {
  await pastTheRules(`INSERT INTO "Meeting" (id, "groupId", kind, title, aim, state, "timeZone", "createdById", "startsAt", "durationMinutes")
    SELECT gen_random_uuid(), '${groupId}', 'multilateral', 'Meeting ' || n, repeat('Why we meet. ', 150), 'scheduled', 'UTC',
      '${organizer.personId}', now() + n * interval '1 hour', 60 FROM generate_series(1, ${meetings}) n`)
}

const get = (viewer: Viewer, path: string, signal?: AbortSignal): Promise<Response> =>
  fetch(`${server.baseUrl}${path}`, { headers: { cookie: cookies.get(viewer) ?? '' }, ...(signal && { signal }) })

/** Asks and asks until it is told to end, where it breaks off in the middle; how often it got the whole. */
async function load(path: string, viewer: Viewer, over: AbortSignal): Promise<number> {
  let times = 0
  try {
    for (;;) {
      const response = await get(viewer, path, over)
      expect(response.status, path).toBe(200)
      await response.arrayBuffer()
      times++
    }
  } catch (error) {
    if (!over.aborted) throw error
    return times
  }
}

/** What somebody else waits for a page of theirs, in milliseconds, in order. */
async function waits(): Promise<readonly number[]> {
  const took: number[] = []
  for (let n = 0; n < asked; n++) {
    const began = performance.now()
    const response = await get(small.chair, `/groups/${small.groupId}/meetings/${small.meetingId}`)
    expect(response.status).toBe(200)
    await response.text()
    took.push(performance.now() - began)
  }
  return took.toSorted((one, other) => one - other)
}

const at = (share: number, sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

const loads = () => {
  const record = `/meetings/${huge.meetingId}/record`
  const inGroup = `/groups/${huge.groupId}`
  return {
    'page of the record': [`${inGroup}${record}`, huge.chair],
    'entries of the record': [`${inGroup}${record}/entries?page=3`, huge.chair],
    'record as JSON': [`/api/v1${record}.json`, huge.chair],
    'minutes as Markdown': [`/api/v1${record}.md`, huge.chair],
    'check of the record': [`/api/v1${record}/verify`, huge.chair],
    difference: [`${inGroup}/meetings/${huge.meetingId}/conclusions/${hugeDraft}?from=2&to=3`, huge.chair],
    'list of meetings': [`${inGroup}/meetings?page=2`, huge.organizer],
    'export of the group': [`/api/v1${inGroup}/export.json`, huge.organizer],
  } as const
}

it('others wait a quarter of a second more at most, whatever one member opens and exports', async () => {
  await waits()
  const before = await waits()
  const told: string[] = []
  for (const [name, [path, viewer]] of Object.entries(loads())) {
    const over = new AbortController()
    const loading = load(path, viewer, over.signal)
    const under = await waits()
    over.abort()
    const times = await loading
    const more = (share: number) => Math.round(at(share, under) - at(share, before))
    console.log(`${name}: ${times} times, ${more(0.5)} ms more (median), ${more(0.95)} ms more (95 of 100)`)
    expect.soft(more(0.9), name).toBeLessThanOrEqual(mostMore)
    told.push(`${name} ${more(0.95)} ms`)
  }
  expect(at(0.5, await waits())).toBeLessThan(at(0.5, before) + mostMore)
  const size = `a record of ${notes} notes (${Math.round((notes * 20_200) / 1e6)} MB), ${meetings} meetings, two wordings of 1,800,000 characters`
  tellFigure(
    19,
    'huge records, lists and differences',
    `${size}: 95 of 100 requests of somebody else wait longer by at most ${told.join(', ')}`,
  )
}, 600_000)
