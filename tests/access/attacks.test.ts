/** Attacks of SECURITY.md, by their numbers there, on the API: what the matrix of routes and actors does not try. */
import { beforeAll, describe, expect, it } from 'vitest'
import { settings } from '#lib/settings.ts'
import { request } from '#tests/setup/people.ts'
import type { Actor } from './actors.ts'
import { probes } from './expectations.ts'
import { handlers, missingId, type Probe } from './probe.ts'
import { swaps } from './swaps.ts'
import { makeWorld, type World } from './world/world.ts'

let world: World

beforeAll(async () => {
  world = await makeWorld()
})

interface Answer {
  readonly status: number
  readonly body: string
}

async function send(
  actor: Actor,
  route: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ')
  const handler = handlers[method]
  if (handler === undefined) throw new Error(`The API has no ${method}.`)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => world.ids[name] ?? name)
  const response = await handler(await request(world.viewers[actor], method, filled, body, headers))
  return { status: response.status, body: await response.text() }
}

/** The route as a probe fills it, with a body that fits. */
function filled({ route, params = {}, query = '' }: Probe): string {
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const key = params[name] ?? name
    return key.startsWith('=') ? key.slice(1) : `{${key}}`
  })
  return path + query
}

/** One probe for each route that takes a body of JSON. */
const withBody = probes.filter(
  ({ route, body }, index) =>
    body !== undefined &&
    route !== 'POST /groups/{groupId}/texts' &&
    probes.findIndex((one) => one.route === route && one.body) === index,
)

describe('1, 3: an id swapped in a body', () => {
  it.each(swaps)('$what: is answered like one that nothing has', async ({ by, route, hidden, body }) => {
    const id = world.ids[hidden] ?? ''
    const real = await send(by, route, body(id, world.ids))
    const missing = await send(by, route, body(missingId, world.ids))
    expect({ ...real, body: real.body.replaceAll(id, missingId) }).toEqual(missing)
    if (hidden === 'foreignPartyId') expect(real.status).toBe(400)
    else expect(real.status).toBeGreaterThanOrEqual(400)
  })
})

describe('2: a child under another parent', () => {
  const item = { agendaVersion: 0, kind: 'inquiry', title: 'Levels', minutes: 10 }
  const foreign = [
    {
      by: 'facilitator',
      route: 'PUT /meetings/{hallId}/items/{itemId}/notes',
      body: { notes: 'Mine', notesVersion: 0 },
    },
    { by: 'organizer', route: 'PUT /meetings/{multilateralId}/items/{draftItemId}', body: item },
    {
      by: 'organizer',
      route: 'DELETE /meetings/{multilateralId}/items/{draftItemId}?agendaVersion=0',
      body: undefined,
    },
    { by: 'other-party', route: 'POST /meetings/{scheduledId}/offers/{offerId}/accept', body: undefined },
    {
      by: 'head',
      route: 'PUT /parties/{ownId}/members/{thirdPartyPersonId}/role',
      body: { role: 'deputy', seen: 'delegate' },
    },
    { by: 'head', route: 'DELETE /parties/{ownId}/members/{thirdPartyPersonId}', body: undefined },
  ] as const
  it.each(foreign)('$route: is answered like a missing one', async ({ by, route, body }) => {
    const last = [...route.matchAll(/\{\w+\}/g)].at(-1)?.[0] ?? ''
    const real = await send(by, route, body)
    expect(real).toEqual(await send(by, route.replace(last, missingId), body))
    expect(real.status).toBeGreaterThanOrEqual(400)
  })
})

describe('5: a field too many', () => {
  it.each(withBody)('$route: is refused', async (probe) => {
    const by = probe.open[0] ?? 'head'
    const body = probe.body?.(world.ids) as object
    for (const field of ['role', 'adoptedAt', 'decidedBy'].filter((name) => !(name in body))) {
      const answer = await send(by, filled(probe), { ...body, [field]: 'head' })
      expect(answer.status, answer.body).toBe(400)
    }
  })
})

describe('26, 30, 32: shapes that are none', () => {
  it.each([{ not: '' }, ['a'], null, 7, true, { contains: '' }])('a token that is %j is refused', async (token) => {
    const sent = { acceptances: { token, name: 'Gwen' }, introductions: { token, email: 'gwen@river.invalid' } }
    for (const [noun, body] of Object.entries(sent))
      expect((await send('anonymous', `POST /invitations/${noun}`, body)).status).toBe(400)
  })

  it.each(['gwen@river.invalid\nbcc: all@river.invalid', 'gwen\r\n@river.invalid', 'a@river.invalid,b@river.invalid'])(
    'the address %j is refused wherever one is asked for',
    async (email) => {
      const party = await send('head', 'POST /parties/{ownId}/invitations', { email, role: 'delegate' })
      const group = await send('organizer', 'POST /groups/{groupId}/organizer-invitations', { email })
      const link = await send('anonymous', 'POST /sign-in-links', { email })
      expect([party.status, group.status, link.status]).toEqual([400, 400, 400])
    },
  )

  it('a key named __proto__ is dropped', async () => {
    const { baseUrl } = settings()
    const named = await request(world.viewers.head, 'PATCH', '/me', { name: 'Hal Birch', timeZone: null })
    const body = '{"name":"Hal Birch","timeZone":null,"__proto__":{"isInstanceAdmin":true}}'
    const response = await handlers.PATCH?.(
      new Request(`${baseUrl}/api/v1/me`, { method: 'PATCH', headers: named.headers, body }),
    )
    expect(response?.status).toBe(200)
    expect(({} as Record<string, unknown>).isInstanceAdmin).toBeUndefined()
    expect((await send('head', 'GET /me')).body).toContain('"isInstanceAdmin":false')
  })
})

describe('a write of a page that somebody else opened', () => {
  it('is refused before it is looked at; one of a page that its actor opened is not', async () => {
    const write = (opener: Actor) =>
      send('head', 'PUT /nowhere', {}, { 'opened-as': world.viewers[opener]?.personId ?? '' })
    expect((await write('delegate')).body).toContain('signed-in-as-another')
    expect((await write('head')).body).toContain('not-found')
  })
})

describe('33: a write from another site', () => {
  const writes = probes.filter(
    ({ route }, index) => !route.startsWith('GET') && probes.findIndex((one) => one.route === route) === index,
  )
  it.each(writes)('$route: is refused before anything else', async (probe) => {
    for (const origin of ['https://evil.example', 'null', `${settings().baseUrl}.evil.example`, '']) {
      const answer = await send(probe.open[0] ?? 'head', filled(probe), probe.body?.(world.ids), { origin })
      expect(answer.status, origin).toBe(403)
      expect(answer.body).toContain('foreign-origin')
    }
  })
})
