import NextAuth from 'next-auth'
import { problem } from '#lib/api/answer.ts'
import { allowRequest } from '#lib/api/limits.ts'
import { logAnswer } from '#lib/api/log-answer.ts'
import { withSecurityHeaders } from '#lib/api/security-headers.ts'
import { authOptions } from '#lib/auth/options.ts'
import { settings } from '#lib/settings.ts'

/** Signing in needs two of next-auth's addresses and no more; the others answer like any missing one. */
const needed = new Set(['GET csrf', 'POST callback/link'])

interface Context {
  params: Promise<{ nextauth: string[] }>
}

async function handle(request: Request, context: Context): Promise<Response> {
  const began = performance.now()
  const address = (await context.params).nextauth.join('/')
  const isNeeded = needed.has(`${request.method} ${address}`)
  const answer = isNeeded ? await sign(request, context) : problem({ refused: 'not-found' })
  // Any other address is whatever somebody typed.
  const asked = { method: request.method, route: `/api/auth/${isNeeded ? address : '*'}`, personId: null }
  await logAnswer(asked, answer, performance.now() - began)
  return withSecurityHeaders(answer)
}

async function sign(request: Request, context: Context): Promise<Response> {
  if (request.method === 'POST' && request.headers.get('origin') !== settings().baseUrl)
    return problem({ refused: 'foreign-origin' })
  if (!(await allowRequest(null, request))) return problem({ refused: 'too-many-requests' })
  return NextAuth(authOptions())(request, context)
}

export { handle as GET, handle as POST }
