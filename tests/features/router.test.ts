/** What every route refuses, whatever its noun: input that no column keeps, and input that is out of all proportion. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { notEntitled, type Refusal } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal-code.ts'
import { groupRoutes } from '#features/groups/api.ts'
import { agendaRoutes } from '#features/meetings/api/agenda.ts'
import { meetingRoutes } from '#features/meetings/api/plan.ts'
import { peopleRoutes } from '#features/people/api.ts'
import { textRoutes } from '#features/texts/api.ts'
import { readerQuery } from '#features/texts/schema.ts'
import { apiOf } from '#lib/api/app.ts'
import { route } from '#lib/api/route.ts'
import { say } from '#lib/words/say.ts'
import { knowsOf } from '#store/access/target.ts'
import { publishedText } from '#tests/setup/meetings.ts'
import { request } from '#tests/setup/people.ts'
import { settingsSeen } from '#tests/setup/seen.ts'
import { drafted, item, scene } from './meetings-given.ts'

/** Tells what it was given, to see what comes through the router. */
const anything = z.strictObject({
  list: z.array(z.strictObject({ words: z.string() })).optional(),
  n: z.number().optional(),
})
const words = z.strictObject({ q: z.string().optional(), version: z.coerce.number().optional() })
const echo = [
  route(
    'POST /echo',
    { summary: 'Echo', body: anything, query: words, answer: anything },
    async (_, input) => input.body,
  ),
  route('GET /echo', { summary: 'Echo', query: words, answer: words }, async (_, input) => input.query),
]

const more = { q: 'fine', secret: 'not declared' }
/** What the compiler cannot see: a list that is made while the program runs. */
const undeclared: readonly RefusalCode[] = []
const unkept = [
  route('GET /more', { summary: 'More', answer: words }, async () => more),
  route('POST /silent', { summary: 'Nothing', refusals: undeclared }, async (): Promise<Refusal> => notEntitled),
  route(
    'PUT /silent',
    { summary: 'Nothing', losesNothing: 'nothing stands there', refusals: ['list-full'] },
    async () => ({ refused: 'list-full' }) as const,
  ),
]

const api = apiOf([echo, unkept, groupRoutes, meetingRoutes, agendaRoutes, peopleRoutes, textRoutes], knowsOf)
const given = await scene()
const { groupId, organizer } = given

async function send(method: string, path: string, body?: unknown, headers = {}) {
  const response = await api.fetch(await request(organizer, method, path, body, headers))
  return { status: response.status, body: await response.json() }
}

const ill = ['a\0b', 'a\ud800b', '\udc00']

describe('given text that no column keeps, when it is sent', () => {
  test.each(ill)('then it is refused wherever it stands in the body, and its field is named (%j)', async (bad) => {
    const answer = await send('POST', '/echo', { list: [{ words: 'fine' }, { words: bad }] })
    expect(answer).toMatchObject({
      status: 400,
      body: {
        refused: 'invalid-input',
        fields: [{ field: 'list.1.words', message: say('fields', 'text-ill-formed') }],
      },
    })
  })

  test('then so it is in the query', async () => {
    expect(await send('GET', '/echo?q=a%00b')).toMatchObject({ status: 400, body: { fields: [{ field: 'q' }] } })
    expect(readerQuery.safeParse({ q: 'a\0b' }).success).toBe(false)
  })

  test.each(ill)('then no noun takes it as a title, an aim, a place, a reason or a purpose (%j)', async (bad) => {
    const meetingId = await drafted(given, 'multilateral', [])
    const meeting = { kind: 'multilateral', partyIds: [], title: 'Spring' }
    const settings = { name: 'River', timeZone: 'Europe/Lisbon', replacementDelayHours: 72 }
    const seen = await settingsSeen(groupId)
    const asked: readonly (readonly [string, string, object])[] = [
      ['POST', `/groups/${groupId}/meetings`, { ...meeting, title: bad }],
      ['POST', `/groups/${groupId}/meetings`, { ...meeting, aim: bad }],
      ['POST', `/groups/${groupId}/meetings`, { ...meeting, place: bad }],
      ['POST', `/meetings/${meetingId}/cancel`, { reason: bad }],
      ['PUT', `/groups/${groupId}/settings`, { ...settings, purpose: bad, seen }],
    ]
    for (const [method, path, body] of asked) expect((await send(method, path, body)).status, path).toBe(400)
  })

  test('then what belongs to the words of the world is taken', async () => {
    const kept = { list: [{ words: '河川 😀 \u200d \t\n' }] }
    expect(await send('POST', '/echo', kept)).toEqual({ status: 200, body: kept })
  })
})

describe('given a number that no column keeps, when it is sent', () => {
  test.each([2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308])('then %d is refused', async (n) => {
    expect(await send('POST', '/echo', { n })).toMatchObject({ status: 400, body: { fields: [{ field: 'n' }] } })
    expect((await send('GET', `/echo?version=${n}`)).status).toBe(400)
  })

  test('then the last one that is kept is taken', async () => {
    expect((await send('POST', '/echo', { n: 2 ** 31 - 1 })).status).toBe(200)
  })

  test('then a quote of a passage that far away is none', async () => {
    const editionId = await publishedText(groupId, organizer)
    const meetingId = await drafted(given, 'multilateral', [])
    const quote = { exact: 'a', prefix: '', suffix: '', start: 0, end: 1 }
    const citations = [{ editionId, first: 3e9, last: 3e9, quote }]
    expect((await send('POST', `/meetings/${meetingId}/items`, item(0, { citations }))).status).toBe(400)
  })
})

describe('given input out of all proportion, when it is sent', () => {
  test.each(['/echo', '/me', 'texts/pasted'])('then brackets without end are no JSON (%s)', async (path) => {
    const address = path.startsWith('/') ? path : `/groups/${groupId}/${path}`
    const bare = await request(organizer, path === '/me' ? 'PATCH' : 'POST', address)
    for (const body of [
      '['.repeat(100_000),
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `{"text":${'['.repeat(1e6)}`,
    ])
      expect([400, 413]).toContain((await api.fetch(new Request(bare.clone(), { body }))).status)
  })
})

describe('given one key for two requests that differ in their query alone', () => {
  test('then the second is not answered with what the first was', async () => {
    const key = { 'idempotency-key': 'one-key' }
    expect((await send('POST', '/echo?version=1', { n: 1 }, key)).status).toBe(200)
    expect(await send('POST', '/echo?version=1', { n: 1 }, key)).toEqual({ status: 200, body: {} })
    expect((await send('POST', '/echo?version=2', { n: 1 }, key)).body.refused).toBe('key-reused')
  })
})

describe('given a route that does not keep to what it declares, when it is developed or tested', () => {
  test.each([
    ['GET', '/more', 'a member too many'],
    ['POST', '/silent', 'a refusal that it does not name'],
    ['PUT', '/silent', 'a refusal without its facts'],
  ])('then that is a fault and no answer: %s %s (%s)', async (method, path) => {
    expect(await send(method, path)).toMatchObject({ status: 500, body: { refused: 'server-fault' } })
  })
})
