/** Kills of processes that act and tell, and what became of everything that they had said was done. */
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'vitest'
import { hashToken } from '#lib/auth/token.ts'
import { mailSink, type TakenMail } from '#tests/setup/mail-sink.ts'
import { type Acting, acting } from './process.ts'
import type { RaceGroup, Said } from './said.ts'

/** When one is killed, at most: after so many acts that were done, and turns of the event loop. */
const most = { acts: 25, turns: 2_000 }

/**
 * Kills processes under load, each in the middle of its acts and of telling, and starts another in its place.
 *
 * @param beside how many act at once on the database.
 * @returns what was seen, as a figure.
 */
export async function killsOfTellers(
  kills: number,
  beside: number,
  database: Readonly<Record<string, string>>,
): Promise<string> {
  const sink = await mailSink()
  const env = { ...database, SMTP_URL: sink.url, BASE_URL: 'http://localhost:3000', AUTH_SECRET: 'k'.repeat(40) }
  const running: Acting[] = []
  try {
    const groups = groupsIn(await acting(env, 'prepare', String(kills + beside)).ended())
    const past: Said[] = []
    let next = 0
    const start = () => {
      const group = groups[next]
      next += 1
      const one = acting(env, 'act', `r${next}`, JSON.stringify(group))
      running.push(one)
      return one
    }
    for (let n = 1; n < beside; n++) start()
    for (let kill = 0; kill < kills; kill++) {
      start()
      const victim = running.shift()
      if (victim === undefined) throw new Error('One of them acts.')
      const acts = 1 + Math.floor(Math.random() * most.acts)
      await victim.until((said) => said.filter(isDone).length >= acts)
      expect(victim.said.some(isDone), 'it acted before it was killed').toBe(true)
      for (let turns = Math.floor(Math.random() * most.turns); turns > 0; turns--) await turn()
      await victim.kill()
      past.push(...victim.said)
    }
    for (const one of running.splice(0)) {
      await one.kill()
      past.push(...one.said)
    }
    const [drained] = await acting(env, 'drain').ended()
    expect(drained).toEqual({ kind: 'drained', parked: 0 })
    const stored = await acting(env, 'report').ended()
    return figureOf(kills, judge(past, stored, groups, sink.taken))
  } finally {
    await Promise.all(running.map((one) => one.kill()))
    await sink.stop()
  }
}

const isDone = ({ kind }: Said): boolean => kind === 'invited' || kind === 'ended'

function groupsIn(said: readonly Said[]): readonly RaceGroup[] {
  return said.flatMap((one) => (one.kind === 'group' ? one.group : []))
}

interface Judged {
  /** Messages that had to be told, to so many people together. */
  readonly due: number
  /** Handed over a second time under the same Message-ID. */
  readonly again: number
}

function judge(
  past: readonly Said[],
  stored: readonly Said[],
  groups: readonly RaceGroup[],
  taken: readonly TakenMail[],
): Judged {
  const byPerson = Map.groupBy(taken, ({ to }) => to)
  const idsTo = (email: string, like: (mail: TakenMail) => boolean) =>
    new Set((byPerson.get(email) ?? []).filter(like).map(({ messageId }) => messageId))
  const invited = past.flatMap((one) => (one.kind === 'invited' ? one.email : []))
  const hashes = new Map(stored.flatMap((one) => (one.kind === 'invitation' ? [[one.email, one.tokenHash]] : [])))
  const isAny = () => true
  const lost = invited.filter((email) => idsTo(email, isAny).size === 0)
  const tried = past.flatMap((one) => (one.kind === 'inviting' ? one.email : []))
  const twice = tried.filter((email) => idsTo(email, isAny).size > 1)
  const dead = taken.filter(({ to, text }) => {
    const token = /\/invitations\/(\S+)/.exec(text)?.[1]
    return token !== undefined && hashToken(token) !== hashes.get(to)
  })
  let ends = 0
  for (const { groupId, organizer, parties } of groups) {
    const of = (kind: 'ending' | 'ended') =>
      past.filter((one) => one.kind === kind && 'groupId' in one && one.groupId === groupId).length
    for (const { email } of [organizer, ...parties.map(({ head }) => head)]) {
      const told = idsTo(email, ({ subject }) => subject.endsWith('stays')).size
      if (told < of('ended')) lost.push(`${email}: told ${told} of ${of('ended')} ends`)
      if (told > of('ending')) twice.push(`${email}: told ${told} of ${of('ending')} ends`)
      ends += of('ended')
    }
  }
  expect({ lost, twice, dead }).toEqual({ lost: [], twice: [], dead: [] })
  const again = taken.length - new Set(taken.map(({ to, messageId }) => `${to} ${messageId}`)).size
  return { due: invited.length + ends, again }
}

function figureOf(kills: number, { due, again }: Judged): string {
  return `${kills} kills of processes that act and tell: ${due} messages of acknowledged acts, 0 lost, none twice to a person; ${again} handed over again under the same Message-ID, where the mail server had taken them and the process died before it could note it`
}
