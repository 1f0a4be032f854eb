/**
 * node scripts/bench/prepare.ts: fills the database of its environment with the demo group and signs its people in. Runs in
 * a process of its own, so that the server that is measured later did none of it. Prints what it made, as JSON.
 */

import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { closeDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { loadDemo } from '#prisma/demo/load.ts'
import { people } from '#prisma/demo/scenario/people.ts'
import { gatherCrowd } from './prepare-crowd.ts'
import type { Prepared } from './prepared.ts'

/** Who answer one version at once. */
const PEOPLE = 200

await migrateDatabase()
await loadDemo()
const found = await asSystem('demo', find, { write: true })
const prepared: Prepared = { ...found, crowd: await gatherCrowd(PEOPLE) }
await closeDatabase()
console.log(JSON.stringify(prepared))

async function find(tx: Tx): Promise<Omit<Prepared, 'crowd'>> {
  const { id: groupId } = await tx.group.findFirstOrThrow({ where: { isDemo: true } })
  const { id: textId } = await tx.text.findFirstOrThrow({ where: { groupId } })
  const { id: meetingId } = await tx.meeting.findFirstOrThrow({
    where: { groupId, kind: 'multilateral', state: 'scheduled' },
  })
  return {
    groupId,
    textId,
    meetingId,
    cookie: await signIn(tx, people.leonor.email),
    stance: await findStance(tx, groupId),
  }
}

/** A put version for whose adoption more than one answer is missing, and a head whose answer is. */
async function findStance(tx: Tx, groupId: string): Promise<Prepared['stance']> {
  const deciders = await tx.decider.findMany({
    where: { groupId, partyId: { not: null }, stance: null, version: { conclusion: { state: 'put' } } },
    select: {
      id: true,
      party: { select: { members: { where: { role: 'head', removedAt: null }, include: { person: true } } } },
      version: { select: { id: true, number: true, conclusion: { select: { id: true, meetingId: true } } } },
    },
  })
  const one = deciders.find(({ version }) => deciders.filter((other) => other.version.id === version.id).length > 1)
  const head = one?.party?.members[0]
  if (one === undefined || head === undefined) throw new Error('The demo group has no conclusion that waits for two.')
  const { number, conclusion } = one.version
  return {
    ...{ deciderId: one.id, personId: head.personId, version: number },
    ...{ conclusionId: conclusion.id, meetingId: conclusion.meetingId, groupId },
    cookie: await signIn(tx, head.person.email),
  }
}

/** A session of somebody, as the Cookie header of a browser. */
async function signIn(tx: Tx, email: string): Promise<string> {
  const { id } = await tx.person.findFirstOrThrow({ where: { email } })
  const sessionId = await startSession(tx, id, 'mail-link', new Date(), null)
  return (await sealedCookie(sessionId)).split(';')[0] ?? ''
}
