/** How the group, its people and its text come about. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PartyRole } from '#domain/party/membership.ts'
import { createGroup } from '#features/groups/commands/create-group.ts'
import { acceptInvitation } from '#features/invitations/commands/accept.ts'
import type { NewInvitation } from '#features/invitations/commands/invite.ts'
import { inviteOrganizer, inviteToParty } from '#features/invitations/commands/invite.ts'
import { createParty } from '#features/parties/commands/create-party.ts'
import { importText } from '#features/texts/commands/import-text.ts'
import { publishText } from '#features/texts/commands/publish.ts'
import { findOrMakeAdmin } from '#lib/auth/start-up-link.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import type { Party, PersonKey, Scenario } from '../scenario/types.ts'
import { morningOf } from './timeline.ts'
import { done, type Edition, type World } from './world.ts'

const write = { write: true }

/** Minutes from one founding act to the next. */
const PACE = 7

/** The group with its organizers, parties, people and published text. */
export async function found(scenario: Scenario, now: Date): Promise<World> {
  const begun = morningOf(scenario.founded, scenario.group.zone, now)
  let acts = 0
  const next = <T>(work: () => Promise<T>) => clock.at(new Date(begun.getTime() + acts++ * PACE * 60_000), work)

  const admin = await administrator()
  const people = await introduce(scenario, begun)
  const organizer = people[scenario.organizer]
  const { name, purpose, kind, zone: timeZone } = scenario.group
  const group = done('make its group', await next(() => createGroup(admin, { name, purpose, kind, timeZone })))
  await asSystem('demo', (tx) => tx.group.update({ where: { id: group.id }, data: { isDemo: true } }), write)
  await next(() => join(organizer, inviteOrganizer(admin, group.id, {})))
  for (const key of scenario.coOrganizers) await next(() => join(people[key], inviteOrganizer(organizer, group.id, {})))
  await next(() => letIn(admin, group.id))

  const partyIds = new Map<Party['key'], string>()
  for (const party of scenario.parties) {
    const { key, name, shortName, zone } = party
    const made = await next(() => createParty(organizer, group.id, { name, shortName, timeZone: zone }))
    const { id } = done(`make the party ${name}`, made)
    partyIds.set(key, id)
    await next(() => join(people[party.head], inviteToParty(organizer, id, { role: 'head' })))
    for (const [person, role] of othersOf(party))
      await next(() => join(people[person], inviteToParty(people[party.head], id, { role })))
  }
  const edition = await next(() => publish(scenario, organizer, group.id))
  return { scenario, now, groupId: group.id, people, partyIds, edition, meetings: new Map() }
}

/**
 * Whoever started the instance finds themselves in a living group. No invitation brings them: that is accepted under a name, and they
 * say theirs when they sign in for the first time.
 */
async function letIn({ personId }: Viewer, groupId: string): Promise<void> {
  const data = { groupId, personId, since: clock.now() }
  await asSystem('demo', (tx) => tx.organizer.create({ data, select: { id: true } }), write)
}

function othersOf({ deputies, delegates, observers }: Party): readonly (readonly [PersonKey, PartyRole])[] {
  const as = (people: readonly PersonKey[], role: PartyRole) => people.map((person) => [person, role] as const)
  return [...as(deputies, 'deputy'), ...as(delegates, 'delegate'), ...as(observers, 'observer')]
}

async function administrator(): Promise<Viewer> {
  return asSystem('demo', async (tx) => asIfSignedIn((await findOrMakeAdmin(tx)).id), write)
}

/**
 * The people's accounts, as if each had signed in by mail, marked as invented. Who is left of an earlier demo is found again; somebody
 * else who has one of the addresses stays whoever they are.
 */
async function introduce({ people }: Scenario, createdAt: Date): Promise<World['people']> {
  const data = Object.values(people).map(({ name, email, zone }) => ({
    name,
    email,
    timeZone: zone,
    createdAt,
    emailProvenAt: createdAt,
    isInvented: true,
  }))
  const make = async (tx: Tx) => {
    await tx.person.createMany({ data, skipDuplicates: true })
    return tx.person.findMany({
      where: { email: { in: data.map(({ email }) => email) } },
      select: { id: true, email: true },
    })
  }
  const ids = new Map((await asSystem('demo', make, write)).map(({ id, email }) => [email, id]))
  const viewers = Object.entries(people).map(([key, { email }]) => [key, asIfSignedIn(ids.get(email) ?? '')])
  return Object.fromEntries(viewers) as World['people']
}

function asIfSignedIn(personId: string): Viewer {
  return provenViewer({ personId, sessionId: '', method: 'mail-link' })
}

/** Accepts an invitation that was handed over: no mail is sent. */
async function join(guest: Viewer, invitation: ReturnType<typeof inviteToParty>): Promise<void> {
  const { link }: NewInvitation = done('invite', await invitation)
  const token = link?.split('/').at(-1) ?? ''
  done('accept an invitation', await acceptInvitation(guest, { token }))
}

async function publish({ text }: Scenario, organizer: Viewer, groupId: string): Promise<Edition> {
  const bytes = await readFile(path.join(import.meta.dirname, '..', text.file))
  const imported = await importText(organizer, groupId, { bytes, fileName: text.file })
  const { textId } = done('import its text', imported)
  done('publish its text', await publishText(organizer, textId, 0))
  return asSystem('demo', async (tx) => {
    const { id } = await tx.edition.findFirstOrThrow({ where: { textId }, select: { id: true } })
    const rows = await tx.passage.findMany({
      where: { editionId: id },
      orderBy: { ordinal: 'asc' },
      select: { text: true },
    })
    return { id, passages: rows.map((row) => row.text) }
  })
}
