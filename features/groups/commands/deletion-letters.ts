import type { Tx } from '#lib/db/prisma.ts'
import type { Mail } from '#lib/mail/mail.ts'
import { settings } from '#lib/settings.ts'
import { languageFor } from '#lib/words/offered.ts'

/** Most people who are told. */
const most = 1000

/**
 * Tells the organizers and those who speak for the parties, also for one that left, that the group will be deleted, and where
 * each party takes along what it agreed.
 */
export async function announcements(tx: Tx, byId: string, groupId: string, deletesAt: Date): Promise<Mail[]> {
  const { group, timeZone, people } = await concerned(tx, groupId)
  const facts = {
    organizer: people.find(({ id }) => id === byId)?.name ?? '',
    group,
    deletes: { instant: deletesAt, timeZone },
    link: `${settings().baseUrl}/groups/${groupId}/deletion`,
  }
  return people.map(({ to }) => ({ to, kind: 'deletion-announced', facts }))
}

/** Tells them that it will not be. `party`: the name of the party whose head stopped it; empty: an organizer called it off. */
export async function endings(tx: Tx, byId: string, groupId: string, party: string): Promise<Mail[]> {
  const { group, people } = await concerned(tx, groupId)
  const facts = {
    who: people.find(({ id }) => id === byId)?.name ?? '',
    group,
    party,
    link: `${settings().baseUrl}/groups/${groupId}`,
  }
  const kind = party === '' ? 'deletion-called-off' : 'deletion-stopped'
  return people.map(({ to }) => ({ to, kind, facts }))
}

async function concerned(tx: Tx, groupId: string) {
  const {
    name: group,
    timeZone,
    language: ofGroup,
  } = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    select: { name: true, timeZone: true, language: true },
  })
  const people = await tx.person.findMany({
    where: {
      OR: [
        { organizes: { some: { groupId, removedAt: null } } },
        { memberships: { some: { groupId, removedAt: null, role: { in: ['head', 'deputy'] } } } },
      ],
    },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true, name: true, email: true, language: true },
  })
  const told = people.map(({ id, name, email, language }) => ({
    id,
    name,
    to: { name, address: email, language: languageFor(language ?? ofGroup) },
  }))
  return { group, timeZone, people: told }
}
