import NextAuth from 'next-auth'
import { problem } from '#lib/api/answer.ts'
import { allowRequest } from '#lib/api/limits.ts'
import { authOptions } from '#lib/auth/options.ts'
import { settings } from '#lib/settings.ts'

/** Signing in needs two of next-auth's addresses and no more; the others answer like any missing one. */
const needed = new Set(['GET csrf', 'POST callback/link'])

interface Context {
  params: Promise<{ nextauth: string[] }>
}

async function handle(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  if (!needed.has(`${request.method} ${nextauth.join('/')}`)) return problem({ refused: 'not-found' })
  if (request.method === 'POST' && request.headers.get('origin') !== settings().baseUrl)
    return problem({ refused: 'foreign-origin' })
  if (!(await allowRequest(null, request))) return problem({ refused: 'too-many-requests' })
  return NextAuth(authOptions())(request, context)
}

export { handle as GET, handle as POST }
