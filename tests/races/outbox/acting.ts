/**
 * A process that acts and tells what its acts leave, as a server does, until somebody kills it. Started by the race with one of:
 *
 * - `prepare N`: makes N groups, and says them;
 * - `act TAG GROUP`: invites by mail and announces and ends deletions in one of them, without a pause; says each act that was done;
 * - `drain`: acts no more, and ends when nothing waits to be told;
 * - `report`: says every invitation that is stored.
 *
 * What it says are lines of JSON.
 */
import { isRefusal } from '#domain/refusal.ts'
import { announceDeletion, endDeletion } from '#features/groups/commands/delete-group.ts'
import { deletionMail } from '#features/groups/processors.ts'
import { inviteToParty } from '#features/invitations/commands/invite.ts'
import { invitationMail } from '#features/invitations/processors.ts'
import { clock } from '#lib/clock.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import { startOutbox } from '#lib/outbox/outbox.ts'
import { shutDown } from '#lib/shutdown.ts'
import type { RaceGroup, Said } from './said.ts'

const [mode = '', ...rest] = process.argv.slice(2)
const day = 86_400_000

const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`)
const as = (personId: string): Viewer => provenViewer({ personId, sessionId: personId, method: 'mail-link' })

switch (mode) {
  case 'prepare':
    for (let n = 0; n < Number(rest[0]); n++) say({ kind: 'group', group: await prepare(n) })
    await shutDown()
    break
  case 'act':
    startOutbox([invitationMail, deletionMail])
    say({ kind: 'began' })
    await act(rest[0] ?? '', JSON.parse(rest[1] ?? ''))
    break
  case 'drain':
    startOutbox([invitationMail, deletionMail])
    while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 200))
    say({ kind: 'drained', parked: await parked() })
    await shutDown()
    break
  case 'report': {
    const rows = await asSystem('test', (tx) =>
      tx.invitation.findMany({ where: { email: { not: null } }, select: { email: true, tokenHash: true } }),
    )
    for (const { email, tokenHash } of rows) say({ kind: 'invitation', email: email ?? '', tokenHash })
    await shutDown()
    break
  }
  default:
    throw new Error(`Nobody knows how to ${mode}.`)
}

function waiting(): Promise<number> {
  return asSystem('test', (tx) => tx.outboxMessage.count({ where: { parkedAt: null } }))
}

function parked(): Promise<number> {
  return asSystem('test', (tx) => tx.outboxMessage.count({ where: { parkedAt: { not: null } } }))
}

/** A group with an organizer and three parties, each with a head. */
function prepare(n: number): Promise<RaceGroup> {
  return asSystem(
    'test',
    async (tx) => {
      const person = async (name: string) => {
        const email = `${name.toLowerCase()}.${n}@river.example`
        const { id } = await tx.person.create({
          data: { name, email, emailProvenAt: new Date() },
          select: { id: true },
        })
        return { id, email }
      }
      const group = await tx.group.create({ data: { name: `River ${n}`, timeZone: 'Europe/Lisbon' } })
      const groupId = group.id
      const organizer = await person('Olga')
      await tx.organizer.create({ data: { groupId, personId: organizer.id } })
      const parties: RaceGroup['parties'][number][] = []
      for (const name of ['Weir', 'Mill', 'Ferry']) {
        const party = await tx.party.create({ data: { groupId, name, shortName: name, timeZone: 'Europe/Lisbon' } })
        const head = await person(`Head-${name}`)
        await tx.partyMember.create({ data: { groupId, partyId: party.id, personId: head.id, role: 'head' } })
        parties.push({ partyId: party.id, head })
      }
      return { groupId, organizer, parties }
    },
    { write: true },
  )
}

async function act(tag: string, { groupId, organizer, parties }: RaceGroup): Promise<void> {
  const invites = parties.map(async ({ partyId, head }, index) => {
    for (let n = 1; ; n++) {
      const email = `${tag}.${index}.${n}@guest.example`
      say({ kind: 'inviting', email })
      const made = await inviteToParty(as(head.id), partyId, { role: 'delegate', email, name: 'Guest' })
      // One head invites so many people a day.
      if (isRefusal(made)) return
      say({ kind: 'invited', email })
    }
  })
  const ends = async () => {
    for (let n = 1; ; n++) {
      const at = (days: number) => new Date(Date.now() + (2 * n + days) * day)
      const announced = await clock.at(at(0), () => announceDeletion(as(organizer.id), groupId))
      if (isRefusal(announced)) throw new Error(announced.refused)
      say({ kind: 'ending', groupId })
      const ended = await clock.at(at(0.5), async () => (await endDeletion(as(organizer.id), groupId)) ?? null)
      if (isRefusal(ended)) throw new Error(ended.refused)
      say({ kind: 'ended', groupId })
    }
  }
  await Promise.all([...invites, ends()])
}
