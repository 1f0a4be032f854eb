/** Whom the deletion of a group makes tell by mail. */
import { asRecipient } from '#lib/auth/recipient.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Mail } from '#lib/mail/mail.ts'
import { deliverMail } from '#lib/mail/send-mail.ts'
import { settings } from '#lib/settings.ts'
import { languageFor } from '#lib/words/offered.ts'
import { proveGroup } from '#store/access/group.ts'
import { type Followed, processorOf } from '#store/outbox.ts'
import { readAddresses } from '#store/party/addresses.ts'

type Deletion = Followed<'deletion-announced' | 'deletion-called-off' | 'deletion-stopped'>

/** Most people who are told. */
const most = 1000

/**
 * Mail to the organizers and to those who speak for the parties, also for one that left: that the group will be deleted, and where
 * each party takes along what it agreed; and that it will not be.
 */
export const deletionMail = processorOf(
  'deletion-mail',
  ['deletion-announced', 'deletion-called-off', 'deletion-stopped'],
  async (deletion) => {
    const people = await asSystem('outbox', (tx) => concerned(tx, deletion.groupId))
    return people.map(({ id: recipientId }) => ({
      recipientId,
      deliver: async (deliveryId) => {
        const mail = await asRecipient(recipientId, (tx, viewer) => letterTo(tx, viewer, deletion))
        if (mail !== null) await deliverMail(mail, deliveryId)
      },
    }))
  },
)

function concerned(tx: Tx, groupId: string) {
  return tx.person.findMany({
    where: {
      OR: [
        { organizes: { some: { groupId, removedAt: null } } },
        { memberships: { some: { groupId, removedAt: null, role: { in: ['head', 'deputy'] } } } },
      ],
    },
    orderBy: { id: 'asc' },
    take: most,
    select: { id: true },
  })
}

/** What one of them is told; null: they have nothing to do with the group by now, or nothing is announced any more. */
async function letterTo(tx: Tx, viewer: Viewer, { event, groupId, ids }: Deletion): Promise<Mail | null> {
  const scope = await proveGroup(tx, viewer, groupId)
  const line = await tx.groupEvent.findUnique({ where: { id: ids.lineId }, select: { actorId: true, detail: true } })
  if (scope === null || line === null) return null
  const select = { name: true, timeZone: true, language: true, deletesAt: true }
  const group = await tx.group.findUniqueOrThrow({ where: { id: groupId }, select })
  const people = await tx.person.findMany({
    where: { id: { in: [viewer.personId, ...(line.actorId === null ? [] : [line.actorId])] } },
    select: { id: true, name: true, language: true },
  })
  const address = (await readAddresses(tx, [viewer.personId])).get(viewer.personId) ?? ''
  const named = (id: string | null) => people.find((person) => person.id === id) ?? { name: '', language: null }
  const { name, language } = named(viewer.personId)
  const who = named(line.actorId).name
  const to = { name, address, language: languageFor(language ?? group.language) }
  const link = `${settings().baseUrl}/groups/${groupId}`
  switch (event) {
    case 'deletion-announced': {
      if (group.deletesAt === null) return null
      const deletes = { instant: group.deletesAt, timeZone: group.timeZone }
      return { to, kind: event, facts: { organizer: who, group: group.name, deletes, link: `${link}/deletion` } }
    }
    case 'deletion-called-off':
    case 'deletion-stopped':
      return { to, kind: event, facts: { who, group: group.name, party: line.detail, link } }
    default:
      return event satisfies never
  }
}
