/** Attacks of SECURITY.md, by their numbers there, on a running server. */
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailsPerNetwork } from '#lib/api/limits.ts'
import { type RunningServer, startServer } from '#tests/setup/running-server.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
}, 120_000)

afterAll(() => server?.stop())

interface Signing {
  readonly token: string
  readonly callbackUrl?: string
  readonly cookie?: string
  readonly origin?: string
}

/** What the button of a sign-in link does. */
async function signIn({ token, callbackUrl = '/', cookie = '', origin = server.baseUrl }: Signing): Promise<Response> {
  const csrf = await fetch(`${server.baseUrl}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const own = csrf.headers.getSetCookie().map((line) => line.split(';')[0])
  return fetch(`${server.baseUrl}/api/auth/callback/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie: [...own, cookie].join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, token, callbackUrl, json: 'true' }),
  })
}

function sessionIn(response: Response): string | undefined {
  return response.headers.getSetCookie().find((line) => line.startsWith('concordance.session='))
}

/** A request whose headers are all one's own, also Host. */
function raw(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: string; body: string }> {
  const url = new URL(server.baseUrl)
  return new Promise((resolve, reject) => {
    const sent = ask({ hostname: url.hostname, port: url.port, path, headers }, (answer) => {
      const told = JSON.stringify(answer.headers)
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: told, body }), reject)
    })
    sent.on('error', reject).end()
  })
}

/** The headers of an answer to an address that is sent as it is written here. */
function headersOf(path: string, method: string): Promise<IncomingHttpHeaders> {
  const url = new URL(server.baseUrl)
  return new Promise((resolve, reject) => {
    const sent = ask({ hostname: url.hostname, port: url.port, path, method }, (answer) => {
      answer.resume()
      resolve(answer.headers)
    })
    sent.on('error', reject).end()
  })
}

describe('21, 31: headers that lie', () => {
  const lies = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }

  it.each(['/', '/groups', '/sign-in', '/verify?token=none', '/no-such-page', '/api/v1/me', '/api/auth/csrf'])(
    'nothing that %s answers leads to another host',
    async (path) => {
      const { headers, body } = await raw(path, lies)
      expect(headers + body).not.toContain('evil.example')
    },
  )

  it('a policy that comes in has no say, and no header passes for one of the framework’s own', async () => {
    const inbound = {
      'content-security-policy': 'script-src *',
      'x-nonce': 'mine',
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    }
    const { status, headers, body } = await raw('/groups', { host: new URL(server.baseUrl).host, ...inbound })
    expect(status).toBe(307)
    expect(headers).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'/)
    expect(headers + body).not.toMatch(/script-src \*|nonce="mine"/)
  })
})

describe('14: whatever answers, a page, the API or the guard before both', () => {
  const asked = [
    '/sign-in',
    '/api/v1/me',
    '/api/v1/openapi.json',
    '/api/v1/none',
    '/api/auth/csrf',
    '/api/auth/none',
    '/api/health',
    '/words/en?of=terms',
    '/words/none',
    '/favicon.ico',
    '/icon.svg-and-more',
    '/_next/static/../../groups',
    '/invitations/half%',
  ]

  it.each([...asked.map((path) => ['GET', path] as const), ['POST', '/groups'], ['POST', '/api/health']] as const)(
    '%s %s carries every header that protects it',
    async (method, path) => {
      const headers = await headersOf(path, method)
      expect(headers['cache-control']).toMatch(/^private, (no-store|no-cache, no-store.*)/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringMatching(/frame-ancestors 'none'/),
      })
    },
  )
})

describe('18, 22, 23: a link to sign in', () => {
  it('is not used up by whoever only looks, leads to no other origin, and fixes no session', async () => {
    const token = new URL(server.signInLink).searchParams.get('token') ?? ''
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(server.signInLink, { method })).status).toBe(200)
    expect((await signIn({ token, origin: 'https://evil.example' })).status).toBe(403)
    const fixed = 'concordance.session=fixed'
    const response = await signIn({ token, callbackUrl: '//evil.example', cookie: fixed })
    expect(response.status).toBe(200)
    expect(new URL(((await response.json()) as { url: string }).url).origin).toBe(server.baseUrl)
    const cookie = sessionIn(response)
    expect(cookie).toMatch(/^concordance\.session=(?!fixed).{40,}; Path=\/; .*HttpOnly; SameSite=Lax$/i)
    const me = (sent: string) => fetch(`${server.baseUrl}/api/v1/me`, { headers: { cookie: sent } })
    const session = cookie?.split(';')[0] ?? ''
    expect((await me(session)).status).toBe(200)
    // Of two cookies of one name the same counts for the API and for pages.
    const both = `concordance.session=fixed; ${session}`
    const page = await fetch(`${server.baseUrl}/account`, { headers: { cookie: both }, redirect: 'manual' })
    expect([(await me(both)).status, page.headers.get('location')]).toEqual([401, '/sign-in?to=%2Faccount'])
    expect((await me(fixed)).status).toBe(401)
    expect(sessionIn(await signIn({ token }))).toBeUndefined()
  })

  it('asked for under a false host, still leads to the instance', async () => {
    const before = server.output().length
    await fetch(`${server.baseUrl}/api/v1/sign-in-links`, {
      method: 'POST',
      headers: { origin: server.baseUrl, 'content-type': 'application/json', 'x-forwarded-host': 'evil.example' },
      body: JSON.stringify({ email: 'admin@instance.invalid' }),
    })
    await expect.poll(() => server.output().slice(before), { timeout: 10_000 }).toContain('/verify?token=')
    expect(server.output()).not.toContain('evil.example')
    expect(server.output().slice(before)).toContain(`${server.baseUrl}/verify?token=`)
  })
})

describe('input out of all proportion is refused, and the server goes on', () => {
  it('an address that is longer than all headers may be', async () => {
    const { status } = await raw(`/api/v1/openapi.json?q=${'x'.repeat(20_000)}`, {})
    expect(status).toBe(431)
  })

  it('brackets without end, and more of them than anybody may send who is not signed in', async () => {
    const sent = (count: number) =>
      fetch(`${server.baseUrl}/api/v1/sign-in-links`, {
        method: 'POST',
        headers: { origin: server.baseUrl, 'content-type': 'application/json' },
        body: '['.repeat(count),
      })
    expect((await sent(16_000)).status).toBe(400)
    expect((await sent(100_000)).status).toBe(401)
    expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200)
  })
})

describe('flooding is bounded, whatever a request says about where it comes from', () => {
  it('a new address in every header is no new network', async () => {
    const asked = (count: number) =>
      fetch(`${server.baseUrl}/api/v1/sign-in-links`, {
        method: 'POST',
        headers: {
          origin: server.baseUrl,
          'content-type': 'application/json',
          'x-forwarded-for': `198.51.100.${count}`,
          forwarded: `for=198.51.100.${count}`,
          'x-real-ip': `198.51.100.${count}`,
        },
        body: JSON.stringify({ email: `nobody-${count}@harbour.invalid` }),
      })
    expect((await asked(0)).status).toBe(204)
    for (let count = 1; count < mailsPerNetwork; count += 1) await asked(count)
    expect((await asked(mailsPerNetwork)).status).toBe(429)
  })
})
