/** Promise 17 of SECURITY.md on a running server: every change and every denial is logged once, without secrets or contents. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { tellFigure } from '#tests/setup/proof.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'

const canary = 'canary-of-the-log'

let server: RunningServer
let cookie: string
/** Changes and denials that were tried; each has left one line. */
let acts = 0

beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: 'info' } })
  const csrf = await fetch(`${server.baseUrl}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const signedIn = await fetch(`${server.baseUrl}/api/auth/callback/link`, {
    method: 'POST',
    headers: {
      origin: server.baseUrl,
      cookie: csrf.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrfToken, token: linkToken(), json: 'true' }),
  })
  cookie =
    signedIn.headers
      .getSetCookie()
      .find((line) => line.startsWith('concordance.session='))
      ?.split(';')[0] ?? ''
}, 120_000)

afterAll(() => server?.stop())

const linkToken = () => new URL(server.signInLink).searchParams.get('token') ?? ''

type Line = Readonly<Record<string, unknown>>

/** The lines of the log so far; what is printed to people besides it is left out. */
const lines = (): Line[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)

/** What the log gains by one request. */
async function gained(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const before = lines().length
  const { status } = await fetch(`${server.baseUrl}/api/v1${path}`, {
    method,
    headers: { origin: server.baseUrl, 'content-type': 'application/json', cookie, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status, before }
}

async function told(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Line> {
  const { status, before } = await gained(method, path, body, headers)
  await vi.waitFor(() => expect(lines().length).toBeGreaterThan(before), 5_000)
  const more = lines().slice(before)
  expect(more).toEqual([expect.objectContaining({ method, status, ms: expect.any(Number) })])
  acts += 1
  return more[0] ?? {}
}

const nowhere = '0190a000-0000-7000-8000-000000000001'
const group = { name: canary, purpose: canary, timeZone: 'Europe/Lisbon' }

describe('when something is changed or denied, then the log has one line of it', () => {
  it('a sign-in', async () => {
    const route = '/api/auth/callback/link'
    const signIns = () => lines().filter((line) => line.route === route)
    // The answer may be here before the line is.
    await vi.waitFor(() => expect(signIns()).toHaveLength(1), 5_000)
    expect(signIns()).toEqual([expect.objectContaining({ status: 200, method: 'POST' })])
  })

  it('a change, with who made it', async () => {
    const line = await told('POST', '/groups', group)
    expect(line).toMatchObject({
      route: '/api/v1/groups',
      status: 201,
      personId: expect.stringMatching(/^[\da-f-]{36}$/),
    })
    expect(line).not.toHaveProperty('refused')
  })

  it('a change that is refused, with the code of the refusal', async () => {
    expect(await told('POST', '/groups', { ...group, role: canary })).toMatchObject({
      refused: 'invalid-input',
      status: 400,
    })
  })

  it('a look that is denied, by the route and not by the path', async () => {
    const line = await told('GET', `/groups/${nowhere}/texts`)
    expect(line).toMatchObject({ refused: 'not-found', status: 404, route: '/api/v1/groups/:groupId/texts' })
    expect(JSON.stringify(line)).not.toContain(nowhere)
  })

  it('a repeated request, and one whose key was used for another, by codes alone', async () => {
    const key = { 'idempotency-key': canary }
    const named = { ...group, name: `${canary} again` }
    expect(await told('POST', '/groups', named, key)).toMatchObject({ status: 201 })
    const again = await told('POST', '/groups', named, key)
    expect(again).toMatchObject({ status: 201, route: expect.stringContaining('/api/v1') })
    expect(await told('POST', '/groups', group, key)).toMatchObject({ status: 409, refused: 'key-reused' })
  })

  it('an act on a group, a party or a meeting that is not theirs', async () => {
    for (const [method, path, body] of [
      ['DELETE', `/groups/${nowhere}/deletion`],
      ['DELETE', `/parties/${nowhere}/members/${nowhere}`],
      ['GET', `/parties/${nowhere}/export.json`],
      ['POST', `/meetings/${nowhere}/seat-proposals`, { personId: nowhere, partyId: nowhere }],
      ['DELETE', `/meetings/${nowhere}/seat-proposals/${nowhere}`],
    ] as const)
      expect(await told(method, path, body)).toMatchObject({ status: 404, refused: 'not-found' })
  })

  it('an address that does not exist', async () => {
    expect(await told('GET', `/${canary}`)).toMatchObject({ refused: 'not-found', status: 404, route: '/api/v1/*' })
  })

  it('somebody who is not signed in, and somebody who comes from another site', async () => {
    const nobody = { cookie: '' }
    expect(await told('GET', '/me', undefined, nobody)).toMatchObject({
      refused: 'not-signed-in',
      status: 401,
      personId: null,
    })
    const line = await told('POST', '/groups', group, { origin: `https://${canary}.example` })
    expect(line).toMatchObject({ refused: 'foreign-origin', status: 403 })
  })
})

it('when the guard refuses a body, then the log has one line for all that follow in the same minute', async () => {
  const before = lines().length
  for (let n = 0; n < 20; n += 1) {
    const headers = { 'content-type': 'text/plain', origin: server.baseUrl }
    const sent = { method: 'POST', headers, body: canary.repeat(9_000) }
    expect((await fetch(`${server.baseUrl}/api/v1/me`, sent)).status).toBe(401)
  }
  await told('GET', `/${canary}`)
  const more = lines().slice(before)
  expect(more.filter((line) => 'door' in line)).toEqual([
    expect.objectContaining({ door: 'body', network: '127.0.0.1', count: 1, msg: 'refused at the door' }),
  ])
})

it('when somebody only looks at what they may see, then the log says nothing', async () => {
  const { status, before } = await gained('GET', '/me')
  expect(status).toBe(200)
  // The line of a later request comes after whatever this one would have told.
  await told('GET', `/${canary}`)
  expect(lines()).toHaveLength(before + 1)
})

it('no line holds a secret or what somebody wrote', () => {
  const log = lines()
    .map((line) => JSON.stringify(line))
    .join('\n')
  expect(log).not.toContain(canary)
  expect(log).not.toContain(linkToken())
  expect(log).not.toContain(cookie.split('=')[1])
  tellFigure(17, 'log', `${acts} changes and denials: a line each, ${lines().length} lines without secrets or contents`)
})
