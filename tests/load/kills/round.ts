/** One round: writers act, the server is killed under them and started again, and whatever was answered must be there once. */
import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Held } from '#tests/setup/meetings.ts'
import type { SpawnedServer } from '#tests/setup/spawn-server.ts'
import { exported, found, type Head } from './found.ts'
import { type Act, writersOf } from './writers.ts'
import { ask, judge, read, type Sent, type Write } from './writes.ts'

/** When the server is killed: after so many answers, and so many turns of the event loop of those who wait for them. */
export interface Moment {
  readonly answers: number
  readonly turns: number
}

/** What was done in one meeting. */
export interface Done {
  readonly held: Held
  readonly sent: Sent[]
  /** Heads of its record that were exported. */
  readonly heads: Head[]
}

/** The server was killed before it answered. */
class Unanswered extends Error {}

/** Lets people act in all of these meetings at once and kills the server at that moment; over when nothing more can come from it. */
export async function killUnderLoad(server: SpawnedServer, meetings: readonly Held[], tag: string, moment: Moment) {
  const reached = Promise.withResolvers<void>()
  const acts: Promise<unknown>[] = []
  let answers = 0
  let isKilled = false
  const send = async (sent: Sent[], write: Write) => {
    const one: Sent = { ...write, key: randomUUID(), said: null, status: 0, late: false }
    sent.push(one)
    const answer = await ask(server.baseUrl, one)
    if (answer === null && isKilled) throw new Unanswered()
    if (answer === null) throw new Error(`${one.path}: the connection ended before the server was killed.`)
    const said = read(one, answer) ?? {}
    Object.assign(one, { said, status: answer.status })
    answers += 1
    if (answers === moment.answers) reached.resolve()
    return said
  }
  const done = meetings.map((held): Done => ({ held, sent: [], heads: [] }))
  const writers = done.flatMap(({ held, sent, heads }, index) => {
    const act: Act = (write) => {
      const acting = send(sent, write)
      acts.push(acting)
      return acting
    }
    return [...writersOf(held, `${tag}.${index + 1}`, act), witnesses(server.baseUrl, held, heads)]
  })
  const stopped = Promise.all(
    writers.map((writer) =>
      writer.catch((error: unknown) => {
        if (!(error instanceof Unanswered)) throw error
      }),
    ),
  )
  await Promise.race([reached.promise, stopped])
  for (let turns = 0; turns < moment.turns; turns++) await turn()
  isKilled = true
  await server.kill()
  await stopped
  await Promise.allSettled(acts)
  return done
}

/** Keeps the head of every record that it could export, as a party does that wants to be sure. */
async function witnesses(baseUrl: string, { meetingId, sides }: Held, heads: Head[]): Promise<void> {
  const by = sides[0]?.observer
  if (by === undefined) throw new Error('The meeting has a party.')
  for (;;) {
    const record = await exported(baseUrl, by, meetingId)
    if (record === null) return
    if (record !== 'empty') heads.push(record.head)
  }
}

/**
 * Sends everything again under the same keys: what was answered is answered with the same ids, and what was not is done now, or its
 * key is still in use.
 */
export async function sendAgain(baseUrl: string, { sent }: Done): Promise<void> {
  await Promise.all(
    sent.map(async (one) => {
      const answer = await ask(baseUrl, one)
      if (answer === null) throw new Error('The server ended.')
      const said = read(one, answer, one.said === null ? 'key-in-use' : undefined)
      if (said === null) return
      if (one.said === null) Object.assign(one, { said, status: answer.status, late: true })
      expect([answer.status, said.id], one.path).toEqual([one.status, one.said?.id])
    }),
  )
}

/** Everything that was answered is there, and nothing is there twice. */
export async function mustBeThereOnce(baseUrl: string, { held, sent, heads }: Done): Promise<void> {
  expect(judge(sent, await found(baseUrl, held, heads))).toEqual({ lost: [], doubled: [] })
}
