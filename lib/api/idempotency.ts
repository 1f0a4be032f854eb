import { createHash } from 'node:crypto'
import type { Context, Next } from 'hono'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { noStore, onceHeader, problem } from './answer.ts'
import type { Proven } from './door.ts'

const write = { write: true }

/**
 * A write may carry an `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header). The first request with a key acts
 * and its answer is kept for a day; the same request again gets that answer and acts no second time. Refusals:
 * `key-in-use` while the first is still running, `key-reused` when the same key comes with another request.
 */
export async function underOneKey(
  viewer: Viewer | null,
  c: Context<Proven>,
  next: Next,
): Promise<Response | undefined> {
  const key = c.req.header('idempotency-key')
  if (key === undefined || viewer === null) {
    await next()
    return
  }
  if (key.length > 100) return problem({ refused: 'invalid-input' })
  const { personId } = viewer
  const requestHash = await hashOf(c.req.raw.clone())
  const claimed = await asSystem(
    'limits',
    async (tx) => {
      const { count } = await tx.idempotencyKey.createMany({
        data: { personId, key, requestHash },
        skipDuplicates: true,
      })
      return count === 1 ? null : tx.idempotencyKey.findUnique({ where: { personId_key: { personId, key } } })
    },
    write,
  )
  if (claimed !== null) {
    if (claimed.requestHash !== requestHash) return problem({ refused: 'key-reused' })
    if (claimed.status === null) return problem({ refused: 'key-in-use' })
    return replay(claimed.status, claimed.body)
  }
  await next()
  await keep(personId, key, c.res)
}

/** A fault is not an answer: the key is freed, so that the same request may be tried again. */
async function keep(personId: string, key: string, response: Response): Promise<void> {
  if (response.headers.has(onceHeader)) return keepAs(personId, key, problem({ refused: 'shown-once' }))
  await keepAs(personId, key, response)
}

async function keepAs(personId: string, key: string, response: Response): Promise<void> {
  const body = response.status < 500 ? await response.clone().text() : null
  await asSystem(
    'limits',
    (tx) =>
      body === null
        ? tx.idempotencyKey.deleteMany({ where: { personId, key } })
        : tx.idempotencyKey.updateMany({ where: { personId, key }, data: { status: response.status, body } }),
    write,
  )
}

function replay(status: number, body: string | null): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  return new Response(status === 204 ? null : body, { status, headers: { ...noStore, 'content-type': type } })
}

async function hashOf(request: Request): Promise<string> {
  const { pathname, search } = new URL(request.url)
  const hash = createHash('sha256').update(`${request.method} ${pathname}${search}\n`)
  // Piece by piece: a body is not gathered a second time only to be hashed.
  for await (const chunk of request.body ?? []) hash.update(chunk)
  return hash.digest('hex')
}
