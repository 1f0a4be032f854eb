/** Where the origin is https, every cookie is bound to this host, to https and to all of it (RFC 6265bis, 4.1.3.2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'

const origin = 'https://concordance.invalid'

let server: RunningServer

beforeAll(async () => {
  server = await startServer({ env: { BASE_URL: origin } })
}, 120_000)

afterAll(() => server?.stop())

const pairs = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

async function signIn(cookie = ''): Promise<Response> {
  const csrf = await fetch(`${server.baseUrl}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const token = new URL(server.signInLink).searchParams.get('token') ?? ''
  expect(csrf.headers.getSetCookie().length).toBeGreaterThan(0)
  for (const line of csrf.headers.getSetCookie()) expectBound(line)
  return fetch(`${server.baseUrl}/api/auth/callback/link`, {
    method: 'POST',
    headers: {
      origin,
      cookie: `${pairs(csrf)}; ${cookie}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrfToken, token, json: 'true' }),
  })
}

function expectBound(line: string): void {
  expect(line).toMatch(/^__Host-/)
  expect(line).toMatch(/; Secure(;|$)/i)
  expect(line).toMatch(/; Path=\/(;|$)/i)
  expect(line).not.toMatch(/; Domain=/i)
}

describe('given an origin of https', () => {
  it('then all cookies are of this host alone, until the session is over', async () => {
    const signedIn = await signIn()
    const lines = signedIn.headers.getSetCookie()
    expect(lines.some((line) => line.startsWith('__Host-concordance.session='))).toBe(true)
    for (const line of lines) expectBound(line)
    const session = lines.find((line) => line.startsWith('__Host-concordance.session='))?.split(';')[0] ?? ''
    const me = (cookie: string) => fetch(`${server.baseUrl}/api/v1/me`, { headers: { cookie } })
    expect((await me(session)).status).toBe(200)
    // What had another name is nobody's: another host of the domain could have written it.
    const value = session.slice(session.indexOf('=') + 1)
    for (const name of ['__Secure-concordance.session', 'concordance.session'])
      expect((await me(`${name}=${value}`)).status).toBe(401)
    const out = await fetch(`${server.baseUrl}/api/v1/session`, {
      method: 'DELETE',
      headers: { origin, cookie: session },
    })
    expect(out.status).toBe(204)
    for (const line of out.headers.getSetCookie()) expectBound(line)
    expect((await me(session)).status).toBe(401)
  })

  it('then cookies of earlier names are ended by the next page', async () => {
    const earlier = ['__Secure-concordance.session', '__Secure-next-auth.callback-url', 'concordance.session', 'theme']
    const cookie = [...earlier.map((name) => `${name}=x`), '__Host-theme=dark'].join('; ')
    const page = await fetch(`${server.baseUrl}/sign-in`, { headers: { cookie } })
    const ended = page.headers.getSetCookie()
    expect(ended.map((line) => line.split('=')[0]).sort()).toEqual([...earlier].sort())
    for (const line of ended) expect(line).toMatch(/^[^=]+=; Path=\/; Max-Age=0; Secure/i)
    expect(await page.text()).toContain('data-theme="dark"')
    expect((await fetch(`${server.baseUrl}/sign-in`)).headers.getSetCookie()).toEqual([])
  })
})
