import { Hono } from 'hono'
import { routePath } from 'hono/route'
import { readViewer } from '#lib/auth/viewer.ts'
import { isUnreachable } from '#lib/db/unreachable.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { log } from '#lib/log.ts'
import { settings } from '#lib/settings.ts'
import { inLanguage } from '#lib/words/context.ts'
import { languageFor } from '#lib/words/offered.ts'
import { noStore, problem } from './answer.ts'
import { documentOf } from './document.ts'
import { type KnowsOf, underOneKey } from './idempotency.ts'
import { partsOf } from './input.ts'
import { allowRequest } from './limits.ts'
import { isWrite, logAnswer } from './log-answer.ts'
import { openedAs } from './opened-as.ts'
import type { Proven } from './proven.ts'
import type { AnyRoute } from './route.ts'
import { withSecurityHeaders } from './security-headers.ts'

/** Whether a page acts that was opened as somebody else than who asks now: nobody answers for another by a tab that was left open. */
function isOfAnother(viewer: Viewer | null, opened: string | undefined): boolean {
  return opened !== undefined && viewer !== null && viewer.personId !== opened
}

/**
 * The router: every noun's routes behind the same guards, in this order: origin, session, whose page it is, rate, idempotency. Every change and
 * every denial that leaves it is logged once. What a handler throws is a broken expectation: it is logged with the request's id and answered without details.
 */
export function apiOf(nouns: readonly (readonly AnyRoute[])[], knowsOf: KnowsOf): Hono<Proven> {
  const api = new Hono<Proven>().basePath('/api/v1')
  const routes = nouns.flat()
  api.use(async (c, next) => {
    const began = performance.now()
    await next()
    // The route as it was registered: a path may hold a token.
    const asked = { method: c.req.method, route: routePath(c, -1), personId: c.var.viewer?.personId ?? null }
    await logAnswer(asked, c.res, performance.now() - began)
    withSecurityHeaders(c.res)
  })
  // Until it is known who asks, in the language that the browser or the program asks for.
  api.use((c, next) => inLanguage(languageFor(null, c.req.header('accept-language')).tag, next))
  api.use(async (c, next) => {
    if (isWrite(c.req.method) && c.req.header('origin') !== settings().baseUrl)
      return problem({ refused: 'foreign-origin' })
    const viewer = await readViewer(c.req.header('cookie') ?? '')
    c.set('viewer', viewer)
    const { tag } = languageFor(viewer?.language ?? null, c.req.header('accept-language'))
    return inLanguage(tag, next)
  })
  api.use(async (c, next) => {
    const { viewer } = c.var
    if (isWrite(c.req.method) && isOfAnother(viewer, c.req.header(openedAs)))
      return problem({ refused: 'signed-in-as-another' })
    if (!(await allowRequest(viewer, c.req.raw))) return problem({ refused: 'too-many-requests' })
    return isWrite(c.req.method) ? underOneKey(viewer, knowsOf, c, next) : next()
  })
  for (const { address, serve } of routes) {
    const { method, path } = partsOf(address)
    api.on(method, path.replace(/\{(\w+)\}/g, ':$1'), serve)
  }
  api.get('/openapi.json', (c) => c.json(documentOf(routes), 200, noStore))
  api.notFound(() => problem({ refused: 'not-found' }))
  api.onError((error, c) => {
    log().error({ err: error, method: c.req.method, route: routePath(c, -1) }, 'request failed')
    return problem(isUnreachable(error) ? { refused: 'busy-database' } : { refused: 'server-fault' })
  })
  return api
}
