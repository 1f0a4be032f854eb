import { createHash } from 'node:crypto'
import type { Context, Next } from 'hono'
import { notFound } from '#domain/refusal.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import { readStandings } from '#lib/db/standings.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { actedStatus, actingUnder } from './acted.ts'
import { noStore, onceHeader, problem } from './answer.ts'
import type { Proven } from './proven.ts'

const write = { write: true }

/** Where every path of the API begins. */
const root = '/api/v1'

/**
 * Minutes for which a key stays claimed without an answer: longer than any act takes. A process that died in between blocks
 * the key no longer than that; what it had done by then it said in the act's own transaction (acted.ts), and is not done again.
 */
export const claimMinutes = 5

/**
 * Whether the viewer may know, as things are now, of what the path of an act names; null: it names nothing but their own. What the
 * paths name, plumbing does not know: it is passed in where the nouns are put together (store/access/target.ts).
 */
export type KnowsOf = (tx: Tx, viewer: Viewer, path: string) => Promise<boolean | null>

/**
 * A write may carry an `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header). The first request with a key acts;
 * for a day the same request again acts no second time and is told that it was done, with the ids of what was made. What else
 * was answered is not kept, and whoever repeats it is looked at with today's rights: who may not know of the thing any more
 * gets what a missing thing gets, and who became somebody else in their groups since, or whose first answer was never given, is told to look (`answered-before`). A
 * refusal changed nothing and is not kept: the request is judged anew. Refusals: `key-in-use` while the first is still running,
 * `key-reused` when the same key comes with another request.
 */
export async function underOneKey(
  viewer: Viewer | null,
  knowsOf: KnowsOf,
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
  const path = new URL(c.req.url).pathname.slice(root.length)
  const before = await asViewer(
    viewer,
    async (tx) => {
      if (await claim(tx, { personId, key, requestHash })) return null
      return answerAgain(tx, viewer, key, { requestHash, knows: () => knowsOf(tx, viewer, path) })
    },
    write,
  )
  if (before !== null) return before
  await actingUnder({ personId, key }, next)
  await keep(viewer, key, c.res)
}

interface Claim {
  readonly personId: string
  readonly key: string
  readonly requestHash: string
}

/**
 * Takes the key, by the database's own clock and in one statement, so that of any number of processes one gets it: when it is
 * new, or when whoever had it for the same request never answered.
 */
async function claim(tx: Tx, { personId, key, requestHash }: Claim): Promise<boolean> {
  const won = await tx.$queryRaw<unknown[]>(Prisma.sql`
    INSERT INTO "IdempotencyKey" AS k ("personId", key, "requestHash", "createdAt")
    VALUES (${personId}::uuid, ${key}, ${requestHash}, now())
    ON CONFLICT ("personId", key) DO UPDATE SET "createdAt" = now()
    WHERE k.status IS NULL AND k."requestHash" = EXCLUDED."requestHash"
      AND k."createdAt" < now() - make_interval(mins => ${claimMinutes})
    RETURNING k.key`)
  return won.length === 1
}

interface Kept {
  requestHash: string
  status: number | null
  ids: Record<string, string> | null
  standing: string | null
  /** Whoever took the key would have answered by now. */
  silent: boolean
}

/** What a repeated request is told. */
async function answerAgain(
  tx: Tx,
  viewer: Viewer,
  key: string,
  { requestHash, knows }: { readonly requestHash: string; readonly knows: () => Promise<boolean | null> },
): Promise<Response> {
  const [kept] = await tx.$queryRaw<Kept[]>(Prisma.sql`SELECT k."requestHash", k.status, k.ids, k.standing,
      k."createdAt" < now() - make_interval(mins => ${claimMinutes}) AS silent
    FROM "IdempotencyKey" k WHERE k."personId" = ${viewer.personId}::uuid AND k.key = ${key}`)
  if (kept === undefined) return problem({ refused: 'key-in-use' })
  if (kept.requestHash !== requestHash) return problem({ refused: 'key-reused' })
  if (kept.status === null || (kept.status === actedStatus && !kept.silent)) return problem({ refused: 'key-in-use' })
  if ((await knows()) === false) return problem(notFound)
  if (kept.standing !== (await standingNow(tx, viewer))) return problem({ refused: 'answered-before' })
  if (kept.status === onceStatus) return problem({ refused: 'shown-once' })
  if (kept.status === 204) return new Response(null, { status: 204, headers: noStore })
  return Response.json(kept.ids ?? {}, { status: kept.status, headers: noStore })
}

/** Kept in the place of the status of an answer that is shown this once. */
const onceStatus = 410

/**
 * What did not act frees the key, so that the same request is judged anew: refusals and faults. A fault after the act does not: what
 * was done is done.
 */
async function keep(viewer: Viewer, key: string, response: Response): Promise<void> {
  const where = { personId: viewer.personId, key }
  if (!response.ok) {
    const { status } = response
    await asViewer(
      viewer,
      async (tx) => {
        await tx.idempotencyKey.deleteMany({ where: { ...where, status: null } })
        await tx.idempotencyKey.updateMany({ where: { ...where, status: actedStatus }, data: { status } })
      },
      write,
    )
    return
  }
  const once = response.headers.has(onceHeader)
  const ids = once ? {} : await idsIn(response)
  const status = once ? onceStatus : response.status
  await asViewer(
    viewer,
    async (tx) => {
      const standing = await standingNow(tx, viewer)
      await tx.idempotencyKey.updateMany({ where, data: { status, ids, standing } })
    },
    write,
  )
}

/** What names something in an answer: its members that are ids, and nothing of what it says. */
async function idsIn(response: Response): Promise<Record<string, string>> {
  if (response.headers.get('content-type')?.startsWith('application/json') !== true) return {}
  const body: unknown = await response.clone().json()
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).filter(
      (member): member is [string, string] => typeof member[1] === 'string' && isUuid(member[1]),
    ),
  )
}

/** What the viewer is in all their groups, as a fingerprint: it differs once anything of that does. */
async function standingNow(tx: Tx, viewer: Viewer): Promise<string> {
  const standings = (await readStandings(tx, viewer)).map(({ zone: _, ...standing }) => standing)
  return createHash('sha256').update(JSON.stringify(standings)).digest('hex')
}

async function hashOf(request: Request): Promise<string> {
  const { pathname, search } = new URL(request.url)
  const hash = createHash('sha256').update(`${request.method} ${pathname}${search}\n`)
  // Piece by piece: a body is not gathered a second time only to be hashed.
  for await (const chunk of request.body ?? []) hash.update(chunk)
  return hash.digest('hex')
}
