import { describe, expect, test } from 'vitest'
import { groupRoutes } from '#features/groups/api.ts'
import { deleteDueGroups } from '#features/groups/commands/delete-due-groups.ts'
import { loadDeletion } from '#features/groups/loaders.ts'
import { loadHome } from '#features/home/loaders.ts'
import { invitationRoutes } from '#features/invitations/api.ts'
import { apiOf } from '#lib/api/app.ts'
import { backgroundDone } from '#lib/background.ts'
import { clock } from '#lib/clock.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { keptLetters } from '#lib/mail/mailbox.ts'
import { formatTime } from '#lib/words/format.ts'
import { firstLanguage } from '#messages/languages.ts'
import { knowsOf } from '#store/access/target.ts'
import { groupOf, partyOf, request, signedIn } from '#tests/setup/people.ts'
import { settingsSeen } from '#tests/setup/seen.ts'
import '#tests/setup/outbox.ts'

const api = apiOf([groupRoutes, invitationRoutes], knowsOf)

async function send(viewer: Viewer | null, method: string, path: string, body?: unknown) {
  const response = await api.fetch(await request(viewer, method, path, body))
  await backgroundDone()
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

const admin = () => signedIn('Ada', { isInstanceAdmin: true })
const council = { name: 'River council', purpose: 'Sharing the water', timeZone: 'Europe/Lisbon' }

describe('Given the instance admin', () => {
  test('when they make a group, then they are no part of it and see it by name and numbers alone', async () => {
    const ada = await admin()
    const made = await send(ada, 'POST', '/groups', council)
    expect(made.status).toBe(201)
    expect((await send(ada, 'GET', '/groups')).body).toEqual([])
    expect((await send(ada, 'GET', `/groups/${made.body.id}`)).status).toBe(404)
    expect((await send(ada, 'GET', `/groups/${made.body.id}/settings`)).status).toBe(404)
    const all = (await send(ada, 'GET', '/instance/groups')).body
    expect(all.find((group: { id: string }) => group.id === made.body.id)).toEqual({
      id: made.body.id,
      name: 'River council',
      partyCount: 0,
      organizerCount: 0,
      invitations: [],
      can: { inviteOrganizer: true },
    })
  })

  test('when they have invited an organizer, then they see whom and can withdraw it, until there is one', async () => {
    const [ada, olga] = [await admin(), await signedIn('Olga')]
    const { id } = (await send(ada, 'POST', '/groups', council)).body
    const invite = (guest: object) => send(ada, 'POST', `/groups/${id}/organizer-invitations`, guest)
    const open = async () => {
      const all = (await send(ada, 'GET', '/instance/groups')).body
      return all.find((group: { id: string }) => group.id === id).invitations
    }
    const { link } = (await invite({})).body
    const mailed = (await invite({ email: 'olga@river.invalid', name: 'Olga' })).body
    expect(await open()).toMatchObject([
      { email: 'olga@river.invalid', name: 'Olga', claimedBy: null },
      { email: null },
    ])
    // Whoever opens it under another address waits for the admin, who is told where to confirm it.
    const [letter] = keptLetters().filter(({ text }) => text.includes('/invitations/'))
    const token = letter?.text.match(/invitations\/(\S+)/)?.[1]
    expect((await send(olga, 'POST', '/invitations/acceptances', { token })).body).toMatchObject({ state: 'claimed' })
    expect(await open()).toMatchObject([{ claimedBy: { name: 'Olga' } }, {}])
    expect(keptLetters().some(({ text }) => /http\S+\/groups\n/.test(`${text}\n`))).toBe(true)
    expect((await send(ada, 'DELETE', `/invitations/${mailed.id}`)).status).toBe(204)
    expect(await open()).toHaveLength(1)
    const another = (await invite({})).body
    expect((await send(ada, 'POST', `/invitations/${another.id}/renewal`)).status).toBe(201)
    expect(await open()).toMatchObject([{ declinedAt: null }, {}])
    await send(olga, 'POST', '/invitations/acceptances', { token: String(link).split('/').at(-1) })
    expect(await open()).toEqual([])
  })

  test('when a group has an organizer, then the rows of those who are asked to organize it are closed to the admin (022)', async () => {
    const [ada, olga] = [await admin(), await signedIn('Olga')]
    const { id: groupId } = (await send(ada, 'POST', '/groups', council)).body
    const asked = {
      groupId,
      role: 'organizer',
      invitedById: ada.personId,
      expiresAt: new Date(Date.now() + 86_400_000),
    }
    const rows = [1, 2].map((n) => ({
      ...asked,
      name: 'Ona',
      email: `ona-${n}@river.invalid`,
      tokenHash: `${groupId} ${n}`,
    }))
    await asSystem('test', (tx) => tx.invitation.createMany({ data: rows }), { write: true })
    const seen = () => asViewer(ada, (tx) => tx.invitation.count({ where: { groupId } }))
    expect(await seen()).toBe(2)
    const organizes = { groupId, personId: olga.personId }
    await asSystem('test', (tx) => tx.organizer.create({ data: organizes }), { write: true })
    expect(await seen()).toBe(0)
  })

  test('when a group has an organizer, then the admin cannot invite another, and so cannot let themselves in', async () => {
    const ada = await admin()
    const groupId = await groupOf(await signedIn('Olga'))
    expect(await send(ada, 'POST', `/groups/${groupId}/organizer-invitations`, {})).toMatchObject({
      status: 403,
      body: { refused: 'not-entitled' },
    })
  })

  test('when a link was made before the first organizer came, then it lets nobody in afterwards', async () => {
    const [ada, olga] = [await admin(), await signedIn('Olga')]
    const { id } = (await send(ada, 'POST', '/groups', council)).body
    const link = async () => String((await send(ada, 'POST', `/groups/${id}/organizer-invitations`, {})).body.link)
    const [first, second] = [await link(), await link()]
    const open = (viewer: Viewer, url: string) =>
      send(viewer, 'POST', '/invitations/acceptances', { token: url.split('/').at(-1) })
    expect((await open(olga, first)).body).toMatchObject({ state: 'accepted', groupId: id, partyId: null })
    expect((await open(ada, second)).body).toMatchObject({ refused: 'not-entitled' })
    expect((await send(ada, 'GET', `/groups/${id}`)).status).toBe(404)
  })

  test('when somebody else makes a group or lists them all, then it is refused', async () => {
    const olga = await signedIn('Olga')
    expect((await send(olga, 'POST', '/groups', council)).status).toBe(403)
    expect((await send(olga, 'GET', '/instance/groups')).status).toBe(403)
    expect((await send(null, 'POST', '/groups', council)).status).toBe(401)
  })

  test.each([
    { ...council, name: '' },
    { ...council, name: 'x'.repeat(121) },
    { ...council, timeZone: 'Moon/Base' },
    { ...council, isDemo: true },
    { ...council, deletesAt: null },
  ])('when the input does not fit (%#), then it is refused with 400 and words for each field', async (body) => {
    const refused = await send(await admin(), 'POST', '/groups', body)
    expect(refused.status).toBe(400)
    expect(refused.body.fields[0].message).toMatch(/^[A-Z].*\.$/)
  })
})

describe('Given an organizer', () => {
  const words = { ...council, name: 'River and lake council', replacementDelayHours: 48 }

  test('when they change the settings, then that is kept and told; others are refused', async () => {
    const [olga, hana, outsider] = [await signedIn('Olga'), await signedIn('Hana'), await signedIn('Out')]
    const groupId = await groupOf(olga)
    await partyOf(groupId, 'Upper', [[hana, 'head']])
    const settings = { ...words, seen: await settingsSeen(groupId) }
    expect((await send(olga, 'PUT', `/groups/${groupId}/settings`, settings)).status).toBe(200)
    expect((await send(olga, 'GET', `/groups/${groupId}/settings`)).body).toMatchObject(words)
    expect((await send(hana, 'PUT', `/groups/${groupId}/settings`, settings)).status).toBe(403)
    expect((await send(hana, 'GET', `/groups/${groupId}/settings`)).status).toBe(404)
    expect((await send(outsider, 'PUT', `/groups/${groupId}/settings`, settings)).status).toBe(404)
    expect((await send(hana, 'GET', `/groups/${groupId}/history`)).body[0]).toMatchObject({
      kind: 'settings-changed',
      actor: 'Olga',
    })
    const stale = { ...settings, name: 'Lake council', purpose: 'Lakes' }
    expect((await send(olga, 'PUT', `/groups/${groupId}/settings`, stale)).body).toMatchObject({
      refused: 'changed-meanwhile',
      now: { name: words.name },
    })
    expect((await send(olga, 'GET', `/groups/${groupId}/settings`)).body).toMatchObject(words)
    const short = { ...settings, replacementDelayHours: 1 }
    expect((await send(olga, 'PUT', `/groups/${groupId}/settings`, short)).status).toBe(400)
  })

  test('when the last organizer leaves, then it is refused; of two that remove each other at once, one stays', async () => {
    const [olga, otto] = [await signedIn('Olga'), await signedIn('Otto')]
    const groupId = await groupOf(olga)
    const remove = (by: Viewer, whom: Viewer) => send(by, 'DELETE', `/groups/${groupId}/organizers/${whom.personId}`)
    expect((await remove(olga, olga)).body).toMatchObject({ refused: 'last-organizer' })
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: otto.personId } }), { write: true })
    await Promise.all([remove(olga, otto), remove(otto, olga)])
    const left = await asSystem('test', (tx) => tx.organizer.count({ where: { groupId, removedAt: null } }))
    expect(left).toBe(1)
  })

  test('when an organizer is removed, then the group is gone for them with the next request', async () => {
    const [olga, otto] = [await signedIn('Olga'), await signedIn('Otto')]
    const groupId = await groupOf(olga)
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: otto.personId } }), { write: true })
    expect((await send(otto, 'GET', `/groups/${groupId}`)).status).toBe(200)
    expect((await send(olga, 'DELETE', `/groups/${groupId}/organizers/${otto.personId}`)).status).toBe(204)
    const [hidden, missing] = [
      await send(otto, 'GET', `/groups/${groupId}`),
      await send(otto, 'GET', `/groups/${groupId.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`),
    ]
    expect(hidden.status).toBe(404)
    expect(hidden).toEqual(missing)
  })

  test('when an organizer is removed, then the offices that need no party’s trust end; whoever is of a party keeps theirs', async () => {
    const [olga, otto] = [await signedIn('Olga'), await signedIn('Otto')]
    const groupId = await groupOf(olga)
    const hold = (kind: string, activeFrom: Date | null) =>
      asSystem(
        'test',
        async (tx) => {
          const by = olga.personId
          const meeting = await tx.meeting.create({
            data: { groupId, kind, state: 'open', title: kind, timeZone: 'UTC', createdById: by },
          })
          const held = { meetingId: meeting.id, personId: otto.personId, office: 'facilitator', appointedById: by }
          const { id } = await tx.meetingOffice.create({ data: { groupId, ...held, activeFrom } })
          return id
        },
        { write: true },
      )
    const organize = () =>
      asSystem(
        'test',
        (tx) => {
          const of = { groupId, personId: otto.personId }
          return tx.organizer.upsert({ where: { groupId_personId: of }, create: of, update: { removedAt: null } })
        },
        { write: true },
      )
    const given = await hold('multilateral', new Date())
    const waiting = await hold('bilateral', null)
    const trusted = await hold('bilateral', new Date())
    const party = await partyOf(groupId, 'Mill', [[otto, 'delegate']])
    const held = async () => {
      const rows = await asSystem('test', (tx) => tx.meetingOffice.findMany({ where: { groupId, endedAt: null } }))
      return rows.map(({ id }) => id).sort()
    }
    const remove = async () => (await send(olga, 'DELETE', `/groups/${groupId}/organizers/${otto.personId}`)).status
    await organize()
    expect(await remove()).toBe(204)
    expect(await held()).toEqual([given, waiting, trusted].sort())
    await organize()
    const gone = { where: { partyId: party }, data: { removedAt: new Date() } }
    await asSystem('test', (tx) => tx.partyMember.updateMany(gone), { write: true })
    expect(await remove()).toBe(204)
    expect(await held()).toEqual([trusted])
    const told = await asSystem('test', (tx) => tx.recordEntry.findMany({ where: { groupId } }))
    expect(told.map(({ payload }) => JSON.parse(payload ?? ''))).toMatchObject(
      Array.from({ length: 2 }, () => ({
        kind: 'office-ended',
        by: { person: { name: 'Olga' }, party: null },
        office: 'facilitator',
        person: { name: 'Otto' },
      })),
    )
  })
})

describe('Given the deletion of a group', () => {
  const write = { write: true }

  const hour = 3_600_000
  const day = 24 * hour

  /** The job looks after so many hours, in which it has looked as often as it does while the instance runs. Whether the group goes. */
  async function goes(groupId: string, from: Date, hours: number): Promise<boolean> {
    const now = new Date(from.getTime() + hours * hour)
    const deletionSeenAt = new Date(now.getTime() - hour / 6)
    await asSystem(
      'test',
      (tx) => tx.group.updateMany({ where: { id: groupId, deletesAt: { not: null } }, data: { deletionSeenAt } }),
      write,
    )
    return (await deleteDueGroups(now)).includes(groupId)
  }

  async function announced() {
    const [olga, hana, dov, obi] = await Promise.all(['Olga', 'Hana', 'Dov', 'Obi'].map((name) => signedIn(name)))
    if (!olga || !hana || !dov || !obi) throw new Error('somebody is missing')
    const groupId = await groupOf(olga)
    const upper = await partyOf(groupId, 'Upper', [
      [hana, 'head'],
      [dov, 'deputy'],
      [obi, 'observer'],
    ])
    const at = new Date()
    const deletion = (viewer: Viewer, method: string) => send(viewer, method, `/groups/${groupId}/deletion`)
    const answer = await clock.at(at, () => deletion(olga, 'POST'))
    return { olga, hana, dov, obi, groupId, upper, at, deletion, deletesAt: String(answer.body.deletesAt) }
  }

  test('when it is announced, then its people are told, it can be called off, and nothing goes before its time', async () => {
    const { olga, hana, dov, obi, groupId, upper, at, deletion, deletesAt } = await announced()
    expect(Date.parse(deletesAt) - at.getTime()).toBe(7 * day)
    const told = keptLetters().filter(({ text }) => text.includes(`/groups/${groupId}/deletion`))
    expect(told.map(({ to }) => to.name).sort()).toEqual(['Dov', 'Hana', 'Olga'])
    expect((await deletion(olga, 'POST')).body.refused).toBe('deletion-announced-already')
    for (const other of [dov, obi]) expect((await deletion(other, 'DELETE')).status).toBe(403)
    expect((await send(hana, 'GET', `/groups/${groupId}`)).body.deletesAt).toBe(deletesAt)
    for (const speaker of [hana, dov]) {
      expect((await loadHome(speaker)).asks).toMatchObject([{ kind: 'deletion', groupId, at: deletesAt }])
      expect((await loadDeletion(speaker, groupId))?.parties).toEqual([{ id: upper, name: 'Upper' }])
    }
    expect((await loadHome(obi)).asks).toEqual([])
    expect(await loadDeletion(hana, groupId)).toMatchObject({
      announcedBy: 'Olga',
      can: { callOff: false, stop: true },
    })
    expect(await loadDeletion(dov, groupId)).toMatchObject({ can: { callOff: false, stop: false } })
    expect(await loadDeletion(await signedIn('Out'), groupId)).toBeNull()
    expect((await deletion(olga, 'DELETE')).status).toBe(204)
    expect((await deletion(olga, 'DELETE')).body.refused).toBe('no-deletion-announced')
    expect(await goes(groupId, at, 9 * 24)).toBe(false)
  })

  test('when the head of a party stops it, then it is off, everybody reads who did, and it can be asked again a day later', async () => {
    const { olga, hana, groupId, at, deletion } = await announced()
    const stopped = new Date(at.getTime() + 6 * day)
    expect((await clock.at(stopped, () => deletion(hana, 'DELETE'))).status).toBe(204)
    expect((await send(olga, 'GET', `/groups/${groupId}`)).body.deletesAt).toBeNull()
    const [line] = (await send(olga, 'GET', `/groups/${groupId}/history`)).body
    expect(line).toMatchObject({ kind: 'deletion-stopped', actor: 'Hana', detail: 'Upper' })
    const told = keptLetters().filter(({ text }) => text.includes('has stopped the deletion'))
    expect(told.map(({ to }) => to.name).sort()).toEqual(['Dov', 'Hana', 'Olga'])
    const again = (hours: number) => clock.at(new Date(stopped.getTime() + hours * hour), () => deletion(olga, 'POST'))
    const from = new Date(stopped.getTime() + day)
    const read = async (at: Date) => (await clock.at(at, () => send(olga, 'GET', `/groups/${groupId}/settings`))).body
    expect(await read(stopped)).toMatchObject({ deletesAt: null, announceableFrom: from.toISOString() })
    expect(await read(from)).toMatchObject({ deletesAt: null, announceableFrom: null })
    const early = (await again(23)).body
    expect(early.refused).toBe('deletion-ended-lately')
    expect(early.title).toContain(formatTime(from, 'Europe/Lisbon', firstLanguage))
    await asSystem(
      'test',
      (tx) => tx.person.update({ where: { id: olga.personId }, data: { timeZone: 'Asia/Kathmandu' } }),
      write,
    )
    expect((await again(23)).body.title).toContain(formatTime(from, 'Asia/Kathmandu', firstLanguage))
    expect((await again(24)).status).toBe(200)
  })

  test('when a party has left the group, then it takes along what it agreed and stops nothing', async () => {
    const { hana, groupId, upper, deletion } = await announced()
    await asSystem('test', (tx) => tx.party.update({ where: { id: upper }, data: { leftAt: new Date() } }), write)
    expect((await deletion(hana, 'DELETE')).status).toBe(403)
    expect(await loadDeletion(hana, groupId)).toMatchObject({ parties: [{ id: upper }], can: { stop: false } })
  })

  test('when whoever announced it does not organize the group any more, then it is void', async () => {
    const { olga, groupId, at } = await announced()
    const petr = await signedIn('Petr')
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: petr.personId } }), write)
    expect((await send(petr, 'DELETE', `/groups/${groupId}/organizers/${olga.personId}`)).status).toBe(204)
    expect((await send(petr, 'GET', `/groups/${groupId}`)).body.deletesAt).toBeNull()
    const kinds = (await send(petr, 'GET', `/groups/${groupId}/history`)).body.map(({ kind }: { kind: string }) => kind)
    expect(kinds.slice(0, 2).sort()).toEqual(['deletion-voided', 'organizer-removed'])
    expect(await goes(groupId, at, 8 * 24)).toBe(false)
    // Also if nothing had told the group of it: whoever announced it is judged when it takes effect.
    const other = await announced()
    await asSystem(
      'test',
      (tx) => tx.organizer.updateMany({ where: { groupId: other.groupId }, data: { removedAt: new Date() } }),
      write,
    )
    expect(await goes(other.groupId, other.at, 8 * 24)).toBe(false)
    expect((await send(other.hana, 'GET', `/groups/${other.groupId}`)).body.deletesAt).toBeNull()
  })

  test('when the instance was not running for a while, then the delay goes on after it', async () => {
    const { hana, groupId, at, deletesAt } = await announced()
    expect(await goes(groupId, at, 24)).toBe(false)
    const away = 10 * day
    const back = new Date(at.getTime() + day + away)
    expect(await deleteDueGroups(back)).not.toContain(groupId)
    const moved = new Date(Date.parse(deletesAt) + away).toISOString()
    expect((await send(hana, 'GET', `/groups/${groupId}`)).body.deletesAt).toBe(moved)
    const [line] = (await send(hana, 'GET', `/groups/${groupId}/history`)).body
    expect(line).toMatchObject({ kind: 'deletion-postponed', effectiveAt: moved })
    expect(await goes(groupId, back, 6 * 24 - 1)).toBe(false)
    expect(await goes(groupId, back, 6 * 24)).toBe(true)
  })

  test('when its time has come, then everything in it goes, adopted conclusions too, and nothing of another group', async () => {
    const { hana, groupId, upper, at } = await announced()
    const other = await groupOf(await signedIn('Olga'), { name: 'Library network' })
    await partyOf(other, 'Upper', [[hana, 'head']])
    await asSystem('test', (tx) => fill(tx, groupId, upper, hana.personId), write)
    expect(await goes(groupId, at, 7 * 24)).toBe(true)
    expect((await send(hana, 'GET', `/groups/${groupId}`)).status).toBe(404)
    expect((await send(hana, 'GET', `/groups/${other}`)).status).toBe(200)
    const left = await asSystem('test', async (tx) => [
      await tx.passage.count({ where: { groupId } }),
      await tx.conclusion.count({ where: { groupId } }),
      await tx.partyMember.count({ where: { groupId } }),
    ])
    expect(left).toEqual([0, 0, 0])
  })
})

type Fill = Parameters<Parameters<typeof asSystem>[1]>[0]

/** A published passage and an adopted conclusion: what nothing but the deletion of the group may reach. */
async function fill(tx: Fill, groupId: string, partyId: string, personId: string): Promise<void> {
  const text = await tx.text.create({ data: { groupId, title: 'Water', createdById: personId } })
  const edition = await tx.edition.create({
    data: { groupId, textId: text.id, number: 1, state: 'draft', createdById: personId },
  })
  await tx.passage.create({
    data: {
      groupId,
      editionId: edition.id,
      position: 1,
      ordinal: 1,
      kind: 'paragraph',
      text: 'The river',
      reference: '¶1',
    },
  })
  await tx.edition.update({ where: { id: edition.id }, data: { state: 'published' } })
  const meeting = await tx.meeting.create({
    data: { groupId, kind: 'study', title: 'Reading', timeZone: 'Europe/Lisbon', createdById: personId },
  })
  await tx.meetingParty.create({ data: { groupId, meetingId: meeting.id, partyId } })
  await tx.conclusion.create({
    data: {
      groupId,
      meetingId: meeting.id,
      kind: 'common-understanding',
      title: 'The river is shared',
      state: 'adopted',
      createdById: personId,
      adoptedAt: new Date(),
      adoptedVersion: 1,
      contentHash: 'a'.repeat(64),
    },
  })
}
