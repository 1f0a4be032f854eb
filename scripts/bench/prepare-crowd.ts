/** A study circle that is as large as one may be, with a version that all of its people are asked to answer. */
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { put } from '#tests/features/conclusions-given.ts'
import { type Held, heldMeeting } from '#tests/setup/meetings.ts'
import { signedIn } from '#tests/setup/people.ts'
import type { Prepared } from './prepared.ts'

/** Makes one in which so many people are asked; each is signed in. */
export async function gatherCrowd(size: number): Promise<Prepared['crowd']> {
  const held = await heldMeeting(1)
  await seat(held, size)
  const conclusionId = await put(held)
  const { groupId, meetingId } = held
  const asked = await asSystem('test', async (tx) => {
    const deciders = await tx.decider.findMany({
      where: { version: { conclusionId }, personId: { not: null } },
      select: { id: true, personId: true },
    })
    const sessions = await tx.session.findMany({ select: { id: true, personId: true } })
    const sessionOf = new Map(sessions.map(({ id, personId }) => [personId, id]))
    return deciders.map(({ id, personId }) => ({
      id,
      personId: personId ?? '',
      session: sessionOf.get(personId ?? ''),
    }))
  })
  if (asked.length !== size) throw new Error(`${asked.length} people are asked, and not ${size}.`)
  const people = asked.map(async ({ id: deciderId, personId, session }) => {
    if (session === undefined) throw new Error('Whoever is asked is signed in.')
    return { deciderId, personId, cookie: (await sealedCookie(session)).split(';')[0] ?? '' }
  })
  return { groupId, meetingId, conclusionId, version: 1, people: await Promise.all(people) }
}

/** Lets others join the party until so many sit in its meeting. */
async function seat({ groupId, meetingId, sides }: Held, size: number): Promise<void> {
  const [side] = sides
  if (side === undefined) throw new Error('A study session has one party.')
  const { partyId } = side
  const there = await asSystem('test', (tx) => tx.seat.count({ where: { meetingId } }))
  const others: Viewer[] = []
  for (let n = there; n < size; n++) others.push(await signedIn(`Reader ${n}`))
  const write = { write: true }
  await asSystem(
    'test',
    async (tx) => {
      const people = others.map(({ personId }) => ({ groupId, partyId, personId }))
      await tx.partyMember.createMany({ data: people.map((person) => ({ ...person, role: 'delegate' })) })
      await tx.seat.createMany({ data: people.map((person) => ({ ...person, meetingId })) })
    },
    write,
  )
}
