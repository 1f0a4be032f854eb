/** A stance through the API, against the bare SQL transaction that it needs. */
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Client } from 'pg'
import { inDatabase } from '#tests/setup/server.ts'
import { ask } from './ask.ts'
import { COPY, DATABASE, type Instance } from './instance.ts'
import type { Prepared } from './prepared.ts'
import { compared, measured, median, type Result } from './result.ts'
import { countStatements } from './statements.ts'

const ROUNDS = 6
/** Of each kind in a round, and in one before. With those that are counted, fewer than an answer may change (domain/limits). */
const IN_A_ROUND = 6
/** Answers to a version that is no more: all of the way but what is saved. So often is a server warm, and an answer may not change. */
const WARMING = 150
/** As a multiple of the bare transaction's time. */
const LIMIT = 6
const STATEMENTS = 10

/** In turns: the same answer again would change nothing, and cost as little. */
const answers = [
  { kind: 'consent' },
  { kind: 'consent-with-reservation', reservation: 'As far as the gauge is read by both.' },
]

export async function measureStance(instance: Instance, cluster: string): Promise<readonly Result[]> {
  const { stance } = instance.prepared
  const path = `/api/v1/conclusions/${stance.conclusionId}/stances`
  const bodies = answers.map((answer) => JSON.stringify({ version: stance.version, answer }))
  const stale = JSON.stringify({ version: stance.version + 1, answer: answers[0] })
  for (let n = 0; n < WARMING; n++)
    await ask(instance, path, stance.cookie, { method: 'POST', body: stale, refused: 'version-changed' })
  let taken = 0
  const take = () => ask(instance, path, stance.cookie, { method: 'POST', body: bodies[taken++ % 2] ?? '' })
  // In the copy: the product refuses a conclusion whose rows its record does not tell of.
  return inDatabase(cluster, COPY, async (client) => {
    const own: number[] = []
    const bare: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      for (let n = 0; n < IN_A_ROUND; n++) {
        const { ms } = await take()
        if (round > 0) own.push(ms)
      }
      for (let n = 0; n < IN_A_ROUND; n++) {
        const ms = await bareStance(client, stance)
        if (round > 0) bare.push(ms)
      }
    }
    const total = await countStatements(cluster, DATABASE, take)
    return [
      compared('A stance, median', median(own), 'ms', median(bare), LIMIT),
      measured('A stance: statements', total, '', STATEMENTS),
    ]
  })
}

/** Whose answer to which version it is. */
export type BareStance = Omit<Prepared['stance'], 'cookie'>

/**
 * The rows that a stance locks, reads and writes, and nothing else: nobody is signed in, nothing is proven or decided. Each
 * statement is prepared. The hash is as costly as the record's, and the wording of the entry as long.
 */
export async function bareStance(client: Client, stance: BareStance): Promise<number> {
  const { groupId, meetingId, conclusionId, version, deciderId, personId } = stance
  const run = (name: string, text: string, values: readonly unknown[]) =>
    client.query({ name, text, values: [...values] })
  const started = performance.now()
  await client.query('BEGIN')
  await run('meeting', 'SELECT * FROM "Meeting" WHERE id = $1 FOR UPDATE', [meetingId])
  await run('conclusion', 'SELECT * FROM "Conclusion" WHERE id = $1 FOR UPDATE', [conclusionId])
  await run(
    'deciders',
    `SELECT * FROM "ConclusionVersion" v JOIN "Decider" d ON d."versionId" = v.id
      LEFT JOIN "Stance" s ON s."deciderId" = d.id WHERE v."conclusionId" = $1 AND v.number = $2`,
    [conclusionId, version],
  )
  await run(
    'stance',
    `INSERT INTO "Stance" (id, "groupId", "deciderId", kind, "givenById", "signInMethod", "givenAt")
      VALUES ($1, $2, $3, 'consent', $4, 'mail-link', now())
      ON CONFLICT ("deciderId") DO UPDATE SET kind = excluded.kind, "givenById" = excluded."givenById", "givenAt" = now()`,
    [randomUUIDv7(), groupId, deciderId, personId],
  )
  const { rows } = await run('head', 'SELECT sequence, hash FROM "RecordHead" WHERE "meetingId" = $1 FOR UPDATE', [
    meetingId,
  ])
  const { sequence, hash: before } = rows[0] as { sequence: number; hash: string }
  const salt = randomBytes(32).toString('hex')
  const payload = JSON.stringify({ kind: 'stance-taken', conclusionId, deciderId, personId, words: 'x'.repeat(300) })
  const hash = createHash('sha256').update(`${before}${salt}${payload}`).digest('hex')
  await run(
    'entry',
    `INSERT INTO "RecordEntry"
      (id, "groupId", "meetingId", sequence, kind, at, payload, salt, "payloadHash", "previousHash", hash)
      VALUES ($1, $2, $3, $4, 'stance-taken', now(), $5, $6, $7, $8, $7)`,
    [randomUUIDv7(), groupId, meetingId, sequence + 1, payload, salt, hash, before],
  )
  await run('moved', 'UPDATE "RecordHead" SET sequence = $2, hash = $3 WHERE "meetingId" = $1', [
    meetingId,
    sequence + 1,
    hash,
  ])
  await client.query('COMMIT')
  return performance.now() - started
}
