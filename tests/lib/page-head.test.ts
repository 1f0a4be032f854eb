/** The head of a page: a policy with a nonce that nobody else knows, whatever its client says of itself; none where an answer has its own. */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { headPage } from '#lib/server/page-head.ts'

function headed(url: string, headers: Record<string, string> = {}) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, headers })
  const response = new ServerResponse(request)
  headPage(request, response, false)
  return { request, response, policy: String(response.getHeader('content-security-policy')) }
}

test.each([
  ['/_global-error', '/-global-error'],
  ['/%5Fglobal-error?a=1', '/-global-error?a=1'],
  ['/_not-found', '/-not-found'],
  ['/_next/image?url=a', '/_next/image?url=a'],
  ['/__nextjs_font/a', '/__nextjs_font/a'],
  ['/groups/_a', '/groups/_a'],
])('given a request for %s, then the framework is asked for %s', (url, asked) => {
  expect(headed(url).request.url).toBe(asked)
})

describe('given a request for a page', () => {
  it('carries a policy with a nonce of its own, which the framework is told and nobody could foresee', () => {
    const [one, other] = [headed('/groups?a=1'), headed('/groups?a=1')]
    expect(one.policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/)
    expect(one.policy).not.toBe(other.policy)
    expect(one.request.headers['content-security-policy']).toBe(one.policy)
    expect(one.response.getHeader('cache-control')).toBe('private, no-store')
  })

  it('says itself what its client said of it', () => {
    const { request, policy } = headed('/', {
      'content-security-policy': 'script-src *',
      'content-security-policy-report-only': "script-src 'nonce-mine'",
      'x-nonce': 'mine',
      'x-middleware-subrequest': 'proxy',
      cookie: 'theme=dark',
    })
    expect(request.headers).toEqual({ 'content-security-policy': policy, cookie: 'theme=dark' })
  })
})

test.each([
  ['/_next/static/chunks/a.js', ['x-content-type-options']],
  ['/icon.svg', ['x-content-type-options']],
  ['/api/v1/me', []],
  ['/api/auth/csrf', []],
])('given a request for %s, then it is no page, and its client is believed nothing', (url, told) => {
  const { request, response } = headed(url, {
    'content-security-policy': 'script-src *',
    'x-nonce': 'mine',
    rsc: '1',
    'next-router-prefetch': '1',
  })
  expect(response.getHeaderNames()).toEqual(told)
  expect(request.headers).toEqual({})
})

test.each([
  ['garbage', false],
  ['%ff', false],
  ['%7B%7D', false],
  ['[]', false],
  ['[1,2]', false],
  ['["",{"children":5}]', false],
  ['['.repeat(3000) + ']'.repeat(3000), false],
  [encodeURIComponent(JSON.stringify(['', { children: ['groups', {}] }])), true],
])('given a router that says it stands at %j, then that is believed: %j', (tree, believed) => {
  const { request } = headed('/groups', { rsc: '1', 'next-router-state-tree': tree })
  expect('next-router-state-tree' in request.headers).toBe(believed)
  expect(request.headers.rsc).toBe('1')
})

test('given an address below /api/ that none answers, then it is a page like every other', () => {
  expect(headed('/api/other').policy).toMatch(/nonce/)
})
