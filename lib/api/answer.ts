import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { say } from '#lib/words/say.ts'

/** RFC 9457 problem document; `refused` is the refusal's code, further members are its facts. */
export interface Problem {
  type: string
  title: string
  status: number
  refused: string
  [fact: string]: unknown
}

/** Codes that mean "come again otherwise"; every code that is not listed is a conflict with the present state: 409. */
const statusOf: Record<string, number> = {
  'not-found': 404,
  'not-entitled': 403,
  'not-signed-in': 401,
  'invalid-input': 400,
  'foreign-origin': 403,
  'too-many-requests': 429,
  'payload-too-large': 413,
  'text-too-large': 413,
  'server-fault': 500,
  'busy-database': 503,
  'address-unclear': 400,
  'method-not-allowed': 405,
  'too-slow': 408,
  'too-many-headers': 431,
  'too-many-pages': 429,
  'server-busy': 503,
  'too-many-readings': 503,
  'reading-given-up': 503,
}

/**
 * One place turns a refusal into HTTP, with its words from messages/en/refusals.json. `retryAfter`, where it is a fact of the
 * refusal, is a number of seconds and becomes the header of that name.
 */
export function problem(refusal: Refusal): Response {
  const { refused, ...facts } = refusal as Refusal & Record<string, unknown>
  const status = statusOf[refused] ?? 409
  const body: Problem = {
    ...facts,
    type: `/problems/${refused}`,
    title: say('refusals', refused, facts),
    status,
    refused,
  }
  const again = typeof facts.retryAfter === 'number' ? { 'retry-after': String(facts.retryAfter) } : {}
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json', ...noStore, ...again } })
}

/** Private answers are never stored, neither by the browser nor by anything between (SECURITY.md, promise 15). */
export const noStore = { 'cache-control': 'private, no-store' } as const

/** A command's answer: the new view with `status`, 204 for nothing, or the refusal. */
export function answer(result: unknown, status: 200 | 201): Response {
  if (isRefusal(result)) return problem(result)
  if (result === undefined) return new Response(null, { status: 204, headers: noStore })
  return Response.json(result, { status, headers: noStore })
}

/** Marks an answer that holds a secret: it is never kept for a repeated request (lib/api/idempotency.ts). */
export const onceHeader = 'concordance-once'

/** 201 with a view that is shown this once, such as a link whose secret is stored as a hash alone. */
export function answerOnce(result: object | Refusal): Response {
  if (isRefusal(result)) return problem(result)
  return Response.json(result, { status: 201, headers: { ...noStore, [onceHeader]: 'yes' } })
}
