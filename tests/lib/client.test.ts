/** The browser's client takes what it may send, and what comes back, from the routes: what is wrong does not compile. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Act, ActTaking, Call, WriteAddress } from '#lib/api/contract.ts'
import { hrefOf, read, send, sendUnderKey } from '#lib/api/send.ts'

const meetingId = '0190a000-0000-7000-8000-000000000001'

/** What was asked, with the answers that are to come: the network is no code of ours. */
const asked: { path: string; method: string; body: unknown; key: string | undefined }[] = []
let answers: Response[] = []

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', { documentElement: { lang: 'en' }, querySelector: () => null })
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body, headers = {} }: Sent = {}) => {
    asked.push({ path, method, body, key: headers['idempotency-key'] })
    return answers.shift() ?? new Response(null, { status: 204 })
  })
})

afterEach(() => vi.unstubAllGlobals())

interface Sent {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

test('an act goes to its route, its parameters and its query filled in', async () => {
  const to = { meetingId, itemId: 'a/b' }
  await send({ route: 'DELETE /meetings/{meetingId}/items/{itemId}', params: to, query: { agendaVersion: 3 } })
  expect(asked).toEqual([
    {
      path: `/api/v1/meetings/${meetingId}/items/a%2Fb?agendaVersion=3`,
      method: 'DELETE',
      body: undefined,
      key: expect.any(String),
    },
  ])
})

test('the same key goes with the same act', async () => {
  const act = { route: 'POST /meetings/{meetingId}/cancel', params: { meetingId }, body: { reason: 'Rain' } } as const
  await sendUnderKey(act, 'once')
  await sendUnderKey(act, 'once')
  expect(asked.map(({ key, body }) => [key, body])).toEqual([
    ['once', '{"reason":"Rain"}'],
    ['once', '{"reason":"Rain"}'],
  ])
})

test('a view, nothing and a refusal are told apart', async () => {
  answers = [Response.json({ before: 2 }), Response.json({ refused: 'not-found', title: 'No.' }, { status: 404 })]
  const params = { groupId: meetingId, waitId: meetingId }
  const question = { route: 'GET /groups/{groupId}/texts/waiting/{waitId}', params } as const
  expect(await read(question)).toEqual({ ok: true, view: { before: 2 } })
  expect(await read(question)).toMatchObject({ ok: false, problem: { refused: 'not-found' } })
  expect(await send({ route: 'POST /parties/{partyId}/headship', params: { partyId: meetingId } })).toEqual({
    ok: true,
    view: undefined,
  })
})

test('the link to a file is the path of its route', () => {
  expect(hrefOf({ route: 'GET /meetings/{meetingId}/record.md', params: { meetingId } })).toBe(
    `/api/v1/meetings/${meetingId}/record.md`,
  )
})

test('what is wrong does not compile', () => {
  // That each line is refused is checked with all types: one that compiled would be a fault there.
  expect(mistakes).toBeTypeOf('function')
})

/** Each of these is a mistake. Nobody calls it. */
async function mistakes(): Promise<void> {
  const params = { meetingId }
  // @ts-expect-error There is no such route.
  await send({ route: 'POST /meetings/{meetingId}/ended', params, body: { reason: '' } })
  // @ts-expect-error A parameter is missing.
  await send({ route: 'POST /meetings/{meetingId}/cancel', body: { reason: '' } })
  // @ts-expect-error A parameter has another name.
  await send({ route: 'POST /meetings/{meetingId}/cancel', params: { id: meetingId }, body: { reason: '' } })
  // @ts-expect-error A field of the body is missing.
  await send({ route: 'POST /meetings/{meetingId}/cancel', params, body: {} })
  // @ts-expect-error A field of the body is none.
  await send({ route: 'POST /meetings/{meetingId}/cancel', params, body: { reason: '', why: '' } })
  // @ts-expect-error A field of the body is of another type.
  await send({ route: 'PUT /meetings/{meetingId}/titles-sharing', params, body: { shared: 'yes' } })
  // @ts-expect-error It takes no body.
  await send({ route: 'POST /meetings/{meetingId}/open', params, body: {} })
  const closed = await send({ route: 'POST /meetings/{meetingId}/close', params, body: { dispositions: [] } })
  // @ts-expect-error The answer has no such member.
  if (closed.ok) closed.view.nextMeeting
  // @ts-expect-error The route does not refuse so.
  if (!closed.ok && closed.problem.refused === 'version-changed') return
  // @ts-expect-error An act that may have been sent twice is told the ids alone.
  const moved: number = await sendUnderKey(itemMoved, '').then((sent) => (sent.ok ? sent.view.agendaVersion : 0))
  // @ts-expect-error What takes no reason is none of what takes one.
  const reasoned: ActTaking<{ reason: string }> = { route: 'POST /meetings/{meetingId}/open', params }
  // @ts-expect-error A link leads to what is read, and does nothing.
  hrefOf({ route: 'POST /meetings/{meetingId}/open', params })
  // @ts-expect-error Neither does an act as a value.
  const act: Act = { route: 'GET /me' }
  void [moved, reasoned, act]
}

const itemMoved: Call<Extract<WriteAddress, `${string}/move`>> = {
  route: 'POST /meetings/{meetingId}/items/{itemId}/move',
  params: { meetingId, itemId: meetingId },
  body: { agendaVersion: 1, before: null },
}
