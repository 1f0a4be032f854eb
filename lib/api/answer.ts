import type { Refusal } from '#domain/refusal.ts'
import { say } from '#lib/words/say.ts'
import { statusOf } from './statuses.ts'

/**
 * One place turns a refusal into HTTP, with its words from messages/en/refusals.json. `retryAfter`, where it is a fact of the
 * refusal, is a number of seconds and becomes the header of that name.
 */
export function problem(refusal: Refusal): Response {
  const { refused, ...rest } = refusal
  const facts: Readonly<Record<string, unknown>> = rest
  const status = statusOf[refused]
  const body = {
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

/** What was asked for: the view with `status`, or 204 for nothing; `headers` come besides. */
export function answer(view: unknown, status: 200 | 201, headers: Readonly<Record<string, string>> = {}): Response {
  if (view === undefined) return new Response(null, { status: 204, headers: { ...noStore, ...headers } })
  return Response.json(view, { status, headers: { ...noStore, ...headers } })
}

/** Marks an answer that holds a secret: it is never kept for a repeated request (lib/api/idempotency.ts). */
export const onceHeader = 'concordance-once'
