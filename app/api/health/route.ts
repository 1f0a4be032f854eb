import { withSecurityHeaders } from '#lib/api/security-headers.ts'
import { isHealthy } from '#lib/health.ts'

export const dynamic = 'force-dynamic'

/** For whoever watches the instance: 200 when the database answers, 503 when not. Says nothing else to anybody. */
export async function GET(): Promise<Response> {
  const healthy = await isHealthy()
  return withSecurityHeaders(new Response(healthy ? 'ok\n' : 'unavailable\n', { status: healthy ? 200 : 503 }))
}
