import { describe, expect, test } from 'vitest'
import { groupRoutes } from '#features/groups/api.ts'
import { loadGroupHome } from '#features/home/loaders.ts'
import { invitationRoutes } from '#features/invitations/api.ts'
import { loadInvitation } from '#features/invitations/loaders.ts'
import { loadPlan } from '#features/meetings/loaders.ts'
import { partyRoutes } from '#features/parties/api.ts'
import { apiOf } from '#lib/api/app.ts'
import { redeemSignInLink } from '#lib/auth/sign-in-links.ts'
import { hashToken } from '#lib/auth/token.ts'
import { backgroundDone } from '#lib/background.ts'
import { clock } from '#lib/clock.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import { keptLetters } from '#lib/mail/mailbox.ts'
import { formatTime } from '#lib/words/format.ts'
import { firstLanguage } from '#messages/languages.ts'
import { knowsOf } from '#store/access/target.ts'
import { readAddresses } from '#store/party/addresses.ts'
import { recordedKinds } from '#tests/setup/meetings.ts'
import { groupOf, partyOf, request, signedIn } from '#tests/setup/people.ts'
import { partySeen } from '#tests/setup/seen.ts'
import '#tests/setup/outbox.ts'

const api = apiOf([groupRoutes, invitationRoutes, partyRoutes], knowsOf)
const write = { write: true }

async function send(viewer: Viewer | null, method: string, path: string, body?: unknown, headers = {}) {
  const response = await api.fetch(await request(viewer, method, path, body, headers))
  await backgroundDone()
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
}

/** A river council: Olga organizes; the Upper Town with head, deputy, delegate and observer; the Lower Town without anybody. */
async function council() {
  const [olga, hana, dov, lea, obi, out] = await Promise.all(
    ['Olga', 'Hana', 'Dov', 'Lea', 'Obi', 'Out'].map((name) => signedIn(name)),
  )
  if (!olga || !hana || !dov || !lea || !obi || !out) throw new Error('somebody is missing')
  const groupId = await groupOf(olga)
  const upper = await partyOf(groupId, 'Upper', [
    [hana, 'head'],
    [dov, 'deputy'],
    [lea, 'delegate'],
    [obi, 'observer'],
  ])
  const lower = await partyOf(groupId, 'Lower')
  return { olga, hana, dov, lea, obi, out, groupId, upper, lower }
}

const tokenIn = (link: string): string => link.split('/').at(-1) ?? ''
const accept = (viewer: Viewer | null, token: string, name?: string) =>
  send(viewer, 'POST', '/invitations/acceptances', { token, ...(name === undefined ? {} : { name }) })

function mailedToken(address: string): string {
  const letter = keptLetters().find(({ to }) => to.address === address)
  return tokenIn(/http\S+invitations\/\S+/.exec(letter?.text ?? '')?.[0] ?? '')
}

/** Somebody who opens the link of their newest mail. */
async function throughMail(address: string): Promise<Viewer> {
  const letter = keptLetters().find(({ to, text }) => to.address === address && text.includes('/verify?'))
  const link = /http\S+\/verify\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  const sessionId = await redeemSignInLink(new URL(link).searchParams.get('token') ?? '')
  const { personId } = await asSystem('test', (tx) => tx.session.findUniqueOrThrow({ where: { id: sessionId ?? '' } }))
  return provenViewer({ personId, sessionId: sessionId ?? '', method: 'mail-link' })
}

const personOf = (email: string) => asSystem('test', (tx) => tx.person.findUnique({ where: { email } }))

const roleOf = async (viewer: Viewer, partyId: string): Promise<string | null> =>
  (await send(viewer, 'GET', `/parties/${partyId}`)).body?.role ?? null

const emailOf = async ({ personId }: Viewer): Promise<string> =>
  (await asSystem('test', (tx) => tx.person.findUniqueOrThrow({ where: { id: personId } }))).email

describe('Given an organizer', () => {
  test('when they make parties, then each is there once by name and short name', async () => {
    const { olga, hana, groupId, upper } = await council()
    const party = { name: 'Mill Quarter', shortName: 'Mill', timeZone: 'Asia/Kathmandu' }
    const make = (viewer: Viewer, body: unknown) => send(viewer, 'POST', `/groups/${groupId}/parties`, body)
    expect((await make(olga, party)).status).toBe(201)
    expect((await make(olga, { ...party, shortName: 'M' })).body).toMatchObject({
      refused: 'party-name-taken',
      field: 'name',
    })
    expect((await make(olga, { ...party, name: 'M' })).body).toMatchObject({ field: 'shortName' })
    expect((await make(hana, { ...party, name: 'M', shortName: 'M' })).status).toBe(403)
    expect((await make(olga, { ...party, groupId: upper })).status).toBe(400)
    const twice = await Promise.all([1, 2].map(() => make(olga, { ...party, name: 'New', shortName: 'New' })))
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  test('when they sit for a party without head, then they are its head; for one that has a head, it is refused', async () => {
    const { olga, hana, upper, lower } = await council()
    expect((await send(hana, 'POST', `/parties/${lower}/headship`)).status).toBe(403)
    expect((await send(olga, 'POST', `/parties/${lower}/headship`)).status).toBe(204)
    expect(await roleOf(olga, lower)).toBe('head')
    expect((await send(olga, 'POST', `/parties/${upper}/headship`)).body.refused).toBe('party-has-had-a-head')
  })

  test('when they invite into a party that has a head, or change its people, then it is refused (rule 14)', async () => {
    const { olga, hana, lea, upper, lower } = await council()
    const invite = (partyId: string, role: string) => send(olga, 'POST', `/parties/${partyId}/invitations`, { role })
    const mine = { name: 'Mine', shortName: 'Mine', timeZone: 'UTC' }
    expect((await invite(upper, 'head')).body.refused).toBe('party-has-had-a-head')
    expect((await invite(lower, 'deputy')).status).toBe(403)
    expect((await send(olga, 'DELETE', `/parties/${upper}/members/${lea.personId}`)).status).toBe(403)
    expect(
      (await send(olga, 'PUT', `/parties/${upper}/members/${hana.personId}/role`, { role: 'observer', seen: 'head' }))
        .status,
    ).toBe(403)
    expect((await send(olga, 'PUT', `/parties/${upper}`, { ...mine, seen: await partySeen(upper) })).status).toBe(403)
  })
})

describe('Given a party with a head', () => {
  test('then each member sees what is theirs, and who is not in the group sees nothing', async () => {
    const { olga, hana, dov, lea, out, upper, groupId } = await council()
    const view = async (viewer: Viewer) => (await send(viewer, 'GET', `/parties/${upper}`)).body
    expect((await view(hana)).members.map((m: { email: string | null }) => m.email !== null)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect((await view(lea)).members.map((m: { email: string | null }) => m.email)).toEqual([null, null, null, null])
    expect((await view(olga)).members).toHaveLength(4)
    expect(JSON.stringify(await view(olga))).not.toContain('@')
    expect((await view(hana)).can).toEqual({
      invite: ['head', 'deputy', 'delegate', 'observer'],
      sit: false,
      replace: false,
      describe: true,
      leaveGroup: true,
    })
    expect((await view(dov)).can.invite).toEqual(['delegate', 'observer'])
    const other = await signedIn('Nils')
    await partyOf(groupId, 'Mill', [[other, 'head']])
    expect((await view(other)).members.map((m: { role: string }) => m.role)).toEqual(['head', 'deputy'])
    const hidden = await send(out, 'GET', `/parties/${upper}`)
    const missing = await send(out, 'GET', '/parties/0190a000-0000-7000-8000-000000000001')
    expect([hidden.status, hidden.body]).toEqual([missing.status, missing.body])
    expect((await send(out, 'GET', `/groups/${groupId}/parties`)).status).toBe(404)
  })

  test('when the last head leaves, is demoted or removed, then it is refused; with a second head it is not', async () => {
    const { hana, dov, upper } = await council()
    const own = `/parties/${upper}/members/${hana.personId}`
    expect((await send(hana, 'DELETE', own)).body.refused).toBe('last-head')
    expect((await send(hana, 'PUT', `${own}/role`, { role: 'deputy', seen: 'head' })).body.refused).toBe('last-head')
    expect(
      (await send(hana, 'PUT', `/parties/${upper}/members/${dov.personId}/role`, { role: 'head', seen: 'deputy' }))
        .status,
    ).toBe(204)
    const both = await Promise.all(
      [hana, dov].map((head) => send(head, 'DELETE', `/parties/${upper}/members/${head.personId}`)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
  })

  test('when somebody is removed, then their rights end with the next request, and their offices there', async () => {
    const { hana, lea, groupId, upper } = await council()
    const meetingId = await asSystem(
      'test',
      async (tx) => {
        const meeting = await tx.meeting.create({
          data: { groupId, kind: 'study', title: 'R', timeZone: 'UTC', createdById: hana.personId },
        })
        await tx.meetingParty.create({ data: { groupId, meetingId: meeting.id, partyId: upper } })
        await tx.meetingOffice.create({
          data: {
            groupId,
            meetingId: meeting.id,
            personId: lea.personId,
            office: 'rapporteur',
            appointedById: hana.personId,
          },
        })
        return meeting.id
      },
      write,
    )
    expect((await send(hana, 'DELETE', `/parties/${upper}/members/${lea.personId}`)).status).toBe(204)
    expect((await send(lea, 'GET', `/parties/${upper}`)).status).toBe(404)
    expect((await send(lea, 'GET', `/groups/${groupId}`)).status).toBe(404)
    const office = await asSystem('test', (tx) => tx.meetingOffice.findFirst({ where: { meetingId } }))
    expect(office?.endedAt).not.toBeNull()
    const entries = await asSystem('test', (tx) => tx.recordEntry.findMany({ where: { meetingId } }))
    expect(entries.map(({ payload }) => JSON.parse(payload ?? ''))).toMatchObject([
      {
        kind: 'office-ended',
        by: { person: { name: 'Hana' }, party: { name: 'Upper' } },
        office: 'rapporteur',
        person: { name: 'Lea' },
      },
    ])
    expect((await send(hana, 'DELETE', `/parties/${upper}/members/${lea.personId}`)).body.refused).toBe('not-a-member')
  })

  test('when a deputy makes deputies or touches heads, then it is refused', async () => {
    const { dov, hana, lea, upper } = await council()
    const seen = new Map([
      [hana, 'head'],
      [dov, 'deputy'],
      [lea, 'delegate'],
    ])
    const role = (viewer: Viewer, whom: Viewer, to: string) =>
      send(viewer, 'PUT', `/parties/${upper}/members/${whom.personId}/role`, { role: to, seen: seen.get(whom) })
    expect((await role(dov, lea, 'deputy')).body.refused).toBe('only-heads-make-heads')
    expect((await role(dov, hana, 'observer')).body.refused).toBe('only-heads-make-heads')
    expect((await role(dov, lea, 'observer')).status).toBe(204)
    expect((await role(lea, dov, 'observer')).status).toBe(403)
  })

  test('when the head takes it out of the group, then that is recorded, and nobody acts on it again', async () => {
    const { olga, hana, dov, groupId, upper } = await council()
    await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'delegate' })
    const leave = (viewer: Viewer) => send(viewer, 'POST', `/parties/${upper}/departure`)
    expect((await leave(dov)).status).toBe(403)
    expect((await leave(hana)).status).toBe(204)
    expect((await leave(hana)).body.refused).toBe('party-has-left')
    const invite = await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'delegate' })
    expect(invite.body.refused).toBe('party-has-left')
    const [last] = (await send(olga, 'GET', `/groups/${groupId}/history`)).body
    expect(last).toMatchObject({ kind: 'party-left', detail: 'Upper' })
  })

  test('when it has left the group, then its people can be removed and go, its last head too, and are out of the group', async () => {
    const { olga, hana, dov, lea, obi, groupId, upper } = await council()
    expect((await send(hana, 'POST', `/parties/${upper}/departure`)).status).toBe(204)
    const remove = (viewer: Viewer, { personId }: Viewer) =>
      send(viewer, 'DELETE', `/parties/${upper}/members/${personId}`)
    expect((await send(hana, 'GET', `/parties/${upper}`)).body.members).toMatchObject(
      [hana, dov, lea, obi].map(() => ({ can: { remove: true } })),
    )
    expect((await remove(olga, lea)).status).toBe(403)
    expect((await remove(hana, lea)).status).toBe(204)
    expect((await remove(dov, obi)).status).toBe(204)
    expect(
      (await send(hana, 'PUT', `/parties/${upper}/members/${dov.personId}/role`, { role: 'head', seen: 'deputy' }))
        .status,
    ).toBe(204)
    for (const head of [hana, dov]) expect((await remove(head, head)).status).toBe(204)
    for (const gone of [hana, dov, lea, obi]) expect((await send(gone, 'GET', `/groups/${groupId}`)).status).toBe(404)
    expect((await send(olga, 'GET', `/parties/${upper}`)).body).toMatchObject({
      members: [],
      leftAt: expect.any(String),
    })
    const [last] = (await send(olga, 'GET', `/groups/${groupId}/history`)).body
    expect(last).toMatchObject({ kind: 'member-removed', subject: 'Dov', role: 'head' })
  })

  test('when it leaves the group, then it is out of every meeting that is not over, and their records say so (rule 15)', async () => {
    const { olga, hana, groupId, upper, lower } = await council()
    const third = await partyOf(groupId, 'Mill')
    const meet = (kind: string, state: string, parties: readonly string[]) =>
      asSystem(
        'test',
        async (tx) => {
          const { id } = await tx.meeting.create({
            data: { groupId, kind, state, title: kind, timeZone: 'UTC', createdById: olga.personId },
          })
          for (const partyId of parties) await tx.meetingParty.create({ data: { groupId, meetingId: id, partyId } })
          return id
        },
        write,
      )
    const dated = { startsAt: new Date(Date.now() + 86_400_000), durationMinutes: 60 }
    const bilateral = await meet('bilateral', 'draft', [upper, lower])
    const multilateral = await meet('multilateral', 'draft', [upper, lower, third])
    const unseen = await meet('multilateral', 'draft', [upper, lower, third])
    const over = await meet('bilateral', 'cancelled', [upper, lower])
    await asSystem(
      'test',
      (tx) =>
        tx.meeting.updateMany({
          where: { id: { in: [bilateral, multilateral] } },
          data: { state: 'scheduled', ...dated },
        }),
      write,
    )
    const at = new Date(Date.now() + 3_600_000)
    expect((await clock.at(at, () => send(hana, 'POST', `/parties/${upper}/departure`))).status).toBe(204)
    const left = async (meetingId: string) =>
      (await asSystem('test', (tx) => tx.meetingParty.findFirst({ where: { meetingId, partyId: upper } })))?.leftAt
    expect(await Promise.all([bilateral, multilateral, unseen, over].map(left))).toEqual([at, at, undefined, null])
    const told = (meetingId: string) =>
      asSystem('test', (tx) =>
        tx.recordEntry.findMany({ where: { meetingId }, orderBy: { sequence: 'asc' }, select: { kind: true } }),
      )
    expect(await told(multilateral)).toEqual([{ kind: 'party-left' }])
    expect(await told(bilateral)).toEqual([{ kind: 'party-left' }, { kind: 'cancelled' }])
    expect(await told(unseen)).toEqual([])
  })

  test('when its head sat for another party before, then they know of the meeting, and its record tells the leaving', async () => {
    const { olga, hana, out, groupId, upper } = await council()
    const mill = await partyOf(groupId, 'Mill', [[out, 'head']])
    const data = { groupId, kind: 'bilateral', title: 'The weir', timeZone: 'UTC', createdById: olga.personId }
    const meet = (state: string) =>
      asSystem(
        'test',
        async (tx) => {
          const { id: meetingId } = await tx.meeting.create({
            data: { ...data, state, startsAt: new Date(), durationMinutes: 60, openedAt: new Date() },
          })
          await tx.meetingParty.createMany({
            data: [upper, mill].map((partyId) => ({ groupId, meetingId, partyId })),
          })
          await tx.seat.create({ data: { groupId, meetingId, personId: out.personId, partyId: upper } })
          return meetingId
        },
        write,
      )
    const [open, draft] = [await meet('open'), await meet('draft')]
    expect(await loadPlan(out, open)).toMatchObject({ sight: 'logistics', choosesBetween: [] })
    expect(await recordedKinds(open)).toEqual([])
    // Organizing, they know of the draft as well; it stays a draft, without the party.
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId, personId: out.personId } }), write)
    expect((await send(out, 'POST', `/parties/${mill}/departure`)).status).toBe(204)
    expect(await recordedKinds(open)).toEqual(['party-left'])
    expect((await loadPlan(hana, open))?.parties.map(({ left }) => left)).toEqual([false, true])
    expect(await loadPlan(olga, draft)).toMatchObject({ state: 'draft', parties: [{ id: upper }] })
  })
})

describe('Given an invitation by mail', () => {
  test('then the mail alone carries the secret: neither the inviter, nor the database, nor a repeated request shows it', async () => {
    const { hana, upper } = await council()
    const key = { 'idempotency-key': 'once' }
    const path = `/parties/${upper}/invitations`
    const made = await send(hana, 'POST', path, { role: 'delegate', email: 'New@upper.invalid' }, key)
    expect(made.body).toMatchObject({ link: null })
    const token = mailedToken('new@upper.invalid')
    expect(token).toHaveLength(43)
    expect((await send(hana, 'POST', path, { role: 'delegate', email: 'New@upper.invalid' }, key)).body.refused).toBe(
      'shown-once',
    )
    const stored = await asSystem('test', async (tx) =>
      JSON.stringify([
        await tx.invitation.findMany(),
        await tx.idempotencyKey.findMany(),
        await tx.groupEvent.findMany(),
      ]),
    )
    expect(stored).toContain(hashToken(token))
    expect(stored).not.toContain(token)
  })

  test('when somebody new accepts it, then they are made, proven, let in and signed in, by the method invitation', async () => {
    const { hana, upper } = await council()
    await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'deputy', email: 'ines@upper.invalid' })
    const token = mailedToken('ines@upper.invalid')
    expect((await accept(null, token)).body.refused).toBe('name-missing')
    const accepted = await accept(null, token, 'Ines')
    expect(accepted.body).toEqual({ state: 'accepted', groupId: expect.any(String), partyId: upper })
    expect(accepted.headers.get('set-cookie')).toMatch(
      /^concordance\.session=\S+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    )
    const ines = await asSystem('test', (tx) =>
      tx.person.findUniqueOrThrow({
        where: { email: 'ines@upper.invalid' },
        include: { sessions: true, memberships: true },
      }),
    )
    expect(ines).toMatchObject({
      name: 'Ines',
      sessions: [{ method: 'invitation' }],
      memberships: [{ role: 'deputy' }],
    })
    expect(ines.emailProvenAt).not.toBeNull()
    expect((await accept(null, token, 'Ines')).body.refused).toBe('invitation-over')
  })

  test('when the address has an account, then its owner signs in first and then accepts', async () => {
    const { hana, out, upper } = await council()
    const email = await emailOf(out)
    await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'observer', email })
    expect((await accept(null, mailedToken(email), 'Somebody')).body.refused).toBe('sign-in-first')
    expect((await accept(out, mailedToken(email))).body.state).toBe('accepted')
    expect(await roleOf(out, upper)).toBe('observer')
  })

  test.each(['head', 'deputy', 'delegate', 'observer'] as const)(
    'when somebody waits to be let in as a %s, then those know it, and those are asked, who may let them in',
    async (role) => {
      const { hana, dov, lea, obi, olga, out, upper, groupId } = await council()
      const email = `${role}@upper.invalid`
      const made = await send(hana, 'POST', `/parties/${upper}/invitations`, { role, email })
      expect((await accept(out, mailedToken(email))).body).toEqual({ state: 'claimed' })
      for (const one of [obi, lea, olga, dov, hana]) {
        const asked = (await loadGroupHome(one, groupId))?.asks.some(({ kind }) => kind === 'invitation') ?? false
        const known = await asViewer(one, (tx) => readAddresses(tx, [out.personId]))
        const knows = await asViewer(one, (tx) => knowsOf(tx, one, `/invitations/${made.body.id}`))
        const { status } = await send(one, 'POST', `/invitations/${made.body.id}/confirmation`)
        const mayConfirm = status === 204
        expect({ asked, known: known.has(out.personId), knows }).toEqual({
          asked: mayConfirm,
          known: mayConfirm,
          knows: mayConfirm,
        })
        if (mayConfirm) return
      }
      throw new Error('nobody let them in')
    },
  )

  test('when it lets nobody in who names themselves with it, then they are not named', async () => {
    const { hana, lea, upper } = await council()
    await asSystem('test', (tx) => tx.person.update({ where: { id: lea.personId }, data: { name: '' } }), write)
    const email = await emailOf(lea)
    await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'observer', email })
    expect((await accept(lea, mailedToken(email), 'Lea')).body.refused).toBe('already-a-member')
    const { name } = await asSystem('test', (tx) => tx.person.findUniqueOrThrow({ where: { id: lea.personId } }))
    expect(name).toBe('')
  })

  test('when another address redeems it, then it waits for the inviter, and lets in only when that confirms', async () => {
    const { hana, lea, out, groupId, upper } = await council()
    const made = await send(hana, 'POST', `/parties/${upper}/invitations`, {
      role: 'delegate',
      email: 'work@upper.invalid',
    })
    const token = mailedToken('work@upper.invalid')
    expect((await send(null, 'POST', '/invitations/declines', { token })).status).toBe(204)
    expect((await accept(out, token)).body).toEqual({ state: 'claimed' })
    // Whoever confirms it is asked, and reads that the one it was sent to had said no.
    const asks = (await loadGroupHome(hana, groupId))?.asks
    expect(asks?.some(({ kind }) => kind === 'invitation')).toBe(true)
    expect((await send(hana, 'GET', `/parties/${upper}`)).body.invitations).toMatchObject([
      { declinedAt: expect.any(String), claimedBy: { name: 'Out' } },
    ])
    expect(await roleOf(out, upper)).toBeNull()
    expect((await accept(null, token, 'Thief')).body.refused).toBe('invitation-over')
    expect(keptLetters()[0]).toMatchObject({ to: { name: 'Hana' } })
    const confirm = (viewer: Viewer) => send(viewer, 'POST', `/invitations/${made.body.id}/confirmation`)
    expect((await confirm(out)).status).toBe(404)
    expect((await confirm(lea)).status).toBe(404)
    expect((await confirm(hana)).status).toBe(204)
    expect(await roleOf(out, upper)).toBe('delegate')
    expect((await confirm(hana)).status).toBe(404)
  })
})

describe('Given an invitation by a link that is handed over', () => {
  const linkFor = async (viewer: Viewer, partyId: string, role = 'delegate') => {
    const made = await send(viewer, 'POST', `/parties/${partyId}/invitations`, { role })
    return { id: String(made.body.id), token: tokenIn(made.body.link) }
  }

  test('when fifty signed-in people open it at once, then one comes in', async () => {
    const { hana, upper } = await council()
    const { token } = await linkFor(hana, upper)
    const people = await Promise.all(Array.from({ length: 50 }, (_, index) => signedIn(`P${index}`)))
    const answers = await Promise.all(people.map((person) => accept(person, token)))
    expect(answers.filter(({ body }) => body.state === 'accepted')).toHaveLength(1)
    expect(answers.filter(({ body }) => body.refused === 'invitation-over')).toHaveLength(49)
    const members = await asSystem('test', (tx) => tx.partyMember.count({ where: { partyId: upper, removedAt: null } }))
    expect(members).toBe(5)
  })

  test('when nobody is signed in, then known and unknown addresses get the same answer and a link that leads back', async () => {
    const { hana, out, upper } = await council()
    const { token } = await linkFor(hana, upper)
    const introduce = (email: string, from: string) =>
      send(null, 'POST', '/invitations/introductions', { token, email }, { 'x-forwarded-for': from })
    const known = await emailOf(out)
    const answers = [await introduce(known, '10.9.0.1'), await introduce('nia@mill.invalid', '10.9.0.2')]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [204, undefined],
      [204, undefined],
    ])
    for (const address of [known, 'nia@mill.invalid'])
      expect(keptLetters().find(({ to }) => to.address === address)?.text).toContain(
        `&to=${encodeURIComponent(`/invitations/${token}`)}`,
      )
    // Whoever has the link makes an account for nobody else, and gives nobody a name.
    expect(await personOf('nia@mill.invalid')).toBeNull()
    expect((await personOf(known))?.name).toBe('Out')
    expect((await accept(null, token, 'Nia')).body.refused).toBe('sign-in-first')
    expect((await send(null, 'POST', '/invitations/introductions', { token, name: 'Nia', email: known })).status).toBe(
      400,
    )
  })

  test('when whoever reads the mail signs in, then the account is theirs and nameless, and they name themselves to come in', async () => {
    const { hana, lea, upper } = await council()
    const { token } = await linkFor(hana, upper)
    await send(null, 'POST', '/invitations/introductions', { token, email: 'nia@mill.invalid' })
    // Meanwhile somebody calls them otherwise in an invitation of their own.
    await send(hana, 'POST', `/parties/${upper}/invitations`, {
      role: 'observer',
      email: 'nia@mill.invalid',
      name: 'Not Nia',
    })
    const nia = await throughMail('nia@mill.invalid')
    expect(await personOf('nia@mill.invalid')).toMatchObject({ name: '', emailProvenAt: expect.any(Date) })
    expect(await loadInvitation(nia, token)).toMatchObject({ next: 'accept', asksName: true })
    expect((await accept(nia, token)).body.refused).toBe('name-missing')
    expect((await send(nia, 'GET', '/groups')).body).toEqual([])
    expect((await accept(nia, token, 'Nia Holm')).body.state).toBe('accepted')
    const members = (await send(lea, 'GET', `/parties/${upper}`)).body.members
    expect(members.map(({ name }: { name: string }) => name)).toContain('Nia Holm')
    // A later invitation under another name changes nothing, nor does a name that is said with it.
    const again = await send(hana, 'POST', `/parties/${upper}/invitations`, {
      role: 'deputy',
      email: 'nia@mill.invalid',
      name: 'Mallory',
    })
    expect(again.status).toBe(201)
    await accept(nia, mailedToken('nia@mill.invalid'), 'Mallory')
    expect((await personOf('nia@mill.invalid'))?.name).toBe('Nia Holm')
  })

  test('when it is sent once more, then the one before is dead, one is open, and the history says it in one line', async () => {
    const { hana, dov, lea, groupId, upper } = await council()
    const made = await linkFor(hana, upper, 'deputy')
    const renew = (viewer: Viewer, id: string) => send(viewer, 'POST', `/invitations/${id}/renewal`)
    for (const other of [lea, dov]) expect((await renew(other, made.id)).status).toBe(404)
    const historyBefore = (await send(hana, 'GET', `/groups/${groupId}/history`)).body.length
    const { status, body } = await renew(hana, made.id)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      id: expect.not.stringContaining(made.id),
      link: expect.stringMatching(/\/invitations\/[\w-]{43}$/),
    })
    const out = await signedIn('Out')
    expect((await accept(out, made.token)).body.refused).toBe('invitation-over')
    const history = (await send(hana, 'GET', `/groups/${groupId}/history`)).body
    expect(history).toHaveLength(historyBefore + 1)
    expect(history[0]).toMatchObject({ kind: 'invitation-renewed', actor: 'Hana' })
    expect((await send(hana, 'GET', `/parties/${upper}`)).body.invitations).toMatchObject([
      { id: body.id, role: 'deputy' },
    ])
    expect((await renew(hana, made.id)).status).toBe(404)
    expect((await accept(out, body.link.split('/').at(-1))).body.state).toBe('accepted')
  })

  test('when it went by mail and is sent once more, many times at once, then one mail goes, whose link is the only one', async () => {
    const { hana, upper } = await council()
    const email = 'ros@mill.invalid'
    const { body } = await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'delegate', email })
    const before = mailedToken(email)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(hana, 'POST', `/invitations/${body.id}/renewal`)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404, 404, 404])
    expect(answers.find(({ status }) => status === 201)?.body.link).toBeNull()
    expect((await send(hana, 'GET', `/parties/${upper}`)).body.invitations).toHaveLength(1)
    const now = mailedToken(email)
    expect(now).not.toBe(before)
    expect((await accept(null, before, 'Ros')).body.refused).toBe('invitation-over')
    expect((await accept(null, now, 'Ros')).body.state).toBe('accepted')
  })

  test('when it was sent to one address three times in a day, then that address is left in peace until tomorrow', async () => {
    const { hana, upper } = await council()
    const email = 'victim@mill.invalid'
    const made = await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'delegate', email })
    let { id } = made.body
    for (let n = 0; n < 2; n++) {
      const again = await send(hana, 'POST', `/invitations/${id}/renewal`)
      expect(again.status).toBe(201)
      id = again.body.id
    }
    const refused = { refused: 'address-invited-often', address: email }
    expect((await send(hana, 'POST', `/invitations/${id}/renewal`)).body).toMatchObject(refused)
    const guest = { partyId: upper, role: 'observer', email }
    await send(hana, 'DELETE', `/invitations/${id}`)
    expect((await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'observer', email })).body).toMatchObject(
      refused,
    )
    const { groupId } = await asSystem('test', (tx) => tx.party.findUniqueOrThrow({ where: { id: upper } }))
    expect((await send(hana, 'POST', `/groups/${groupId}/invitations`, { guests: [guest] })).body).toMatchObject(
      refused,
    )
  })

  test('when whoever holds it says no, then the inviter reads it and is told once, and it can still be accepted', async () => {
    const { hana, lea, groupId, upper } = await council()
    const email = 'una@mill.invalid'
    const decline = (viewer: Viewer | null, token: string) => send(viewer, 'POST', '/invitations/declines', { token })
    const { body } = await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'delegate', email, name: 'Una' })
    const token = mailedToken(email)
    // Nobody says it for another.
    expect((await decline(lea, token)).body.refused).toBe('not-entitled')
    for (let n = 0; n < 2; n++) expect((await decline(null, token)).status).toBe(204)
    expect(await loadInvitation(null, token)).toMatchObject({ state: 'open', declined: true, mayDecline: false })
    const pending = async () => (await send(hana, 'GET', `/parties/${upper}`)).body.invitations
    expect(await pending()).toMatchObject([{ id: body.id, declinedAt: expect.any(String) }])
    const history = (await send(lea, 'GET', `/groups/${groupId}/history`)).body
    // Who said no the history tells nobody.
    expect(history.filter(({ kind }: { kind: string }) => kind === 'invitation-declined')).toMatchObject([
      { actor: '' },
    ])
    await backgroundDone()
    const told = keptLetters().filter(({ text }) => text.includes('Una declined the invitation'))
    expect(told.map(({ to }) => to.address)).toEqual([await emailOf(hana)])
    expect(await personOf(email)).toBeNull()
    expect((await accept(null, token, 'Una')).body.state).toBe('accepted')
    expect((await decline(null, token)).body.refused).toBe('invitation-over')
    expect(await pending()).toEqual([])
  })

  test('when it has an account, is handed over, or both answers come at once, then saying no opens no more than accepting', async () => {
    const { hana, lea, out, upper } = await council()
    const decline = (viewer: Viewer | null, token: string) => send(viewer, 'POST', '/invitations/declines', { token })
    const email = await emailOf(out)
    await send(hana, 'POST', `/parties/${upper}/invitations`, { role: 'delegate', email })
    const token = mailedToken(email)
    expect((await decline(null, token)).body.refused).toBe('sign-in-first')
    expect((await decline(out, token)).status).toBe(204)
    // Whoever said no can be invited anew, in one of several too.
    const { token: handed } = await linkFor(hana, upper)
    expect((await decline(null, handed)).status).toBe(204)
    // To somebody who could not have said it, it is not told.
    expect(await loadInvitation(out, token)).toMatchObject({ declined: true })
    expect(await loadInvitation(lea, token)).toMatchObject({ next: 'claim', declined: false })
    const [accepted, declined] = await Promise.all([accept(out, handed), decline(out, token)])
    expect(accepted.body.state).toBe('accepted')
    expect(declined.status).toBe(204)
  })

  test('when it is withdrawn or its time has passed, then it lets nobody in; who may not look after it finds nothing', async () => {
    const { hana, dov, lea, out, upper } = await council()
    const deputies = await linkFor(hana, upper, 'deputy')
    const revoke = (viewer: Viewer, id: string) => send(viewer, 'DELETE', `/invitations/${id}`)
    expect((await revoke(lea, deputies.id)).status).toBe(404)
    expect((await revoke(dov, deputies.id)).status).toBe(404)
    expect((await revoke(hana, deputies.id)).status).toBe(204)
    expect((await accept(out, deputies.token)).body.refused).toBe('invitation-over')
    const late = await linkFor(dov, upper)
    await asSystem(
      'test',
      (tx) => tx.invitation.update({ where: { id: late.id }, data: { expiresAt: new Date(0) } }),
      write,
    )
    expect((await accept(out, late.token)).body.refused).toBe('invitation-over')
  })

  test('when its inviter lost the right meanwhile, then it lets nobody in', async () => {
    const { hana, dov, out, upper } = await council()
    const { token } = await linkFor(dov, upper)
    await send(hana, 'DELETE', `/parties/${upper}/members/${dov.personId}`)
    expect((await accept(out, token)).body.refused).toBe('invitation-over')
    expect(await roleOf(out, upper)).toBeNull()
  })

  test.each([{ token: { not: '' } }, { token: '' }, { token: 'x'.repeat(43), role: 'head' }, {}])(
    'when what is sent is no acceptance (%j), then it is refused with 400',
    async (body) => {
      expect((await send(null, 'POST', '/invitations/acceptances', body)).status).toBe(400)
    },
  )
})

describe('Given a party whose head is lost', () => {
  const announce = (viewer: Viewer, partyId: string) =>
    send(viewer, 'POST', `/parties/${partyId}/replacement`, { email: 'tia@mill.invalid' })
  const reach = (id: string) =>
    asSystem(
      'test',
      (tx) => tx.invitation.update({ where: { id }, data: { effectiveAt: new Date(Date.now() - 1) } }),
      write,
    )

  test('when a new head is announced, then the party is told, and nobody can take over before the time', async () => {
    const { olga, hana, lea, upper, lower } = await council()
    expect((await announce(hana, upper)).status).toBe(403)
    expect((await announce(olga, lower)).body.refused).toBe('party-never-had-a-head')
    const before = keptLetters().length
    expect((await announce(olga, upper)).status).toBe(201)
    expect(keptLetters().length - before).toBe(5)
    expect((await announce(olga, upper)).body.refused).toBe('replacement-pending')
    expect((await send(lea, 'GET', `/parties/${upper}`)).body.replacement).toMatchObject({ can: { stop: false } })
    const early = await accept(null, mailedToken('tia@mill.invalid'), 'Tia')
    expect(early.body).toMatchObject({ refused: 'replacement-not-effective-yet', effectiveAt: expect.any(String) })
    expect(early.body.title).toContain(formatTime(new Date(early.body.effectiveAt), 'Europe/Lisbon', firstLanguage))
    expect(await asSystem('test', (tx) => tx.person.count({ where: { email: 'tia@mill.invalid' } }))).toBe(0)
  })

  test('when the party stops it, then the invitation is dead', async () => {
    const { olga, dov, lea, upper } = await council()
    const made = await announce(olga, upper)
    expect((await send(lea, 'DELETE', `/parties/${upper}/replacement`)).status).toBe(403)
    expect((await send(olga, 'DELETE', `/parties/${upper}/replacement`)).status).toBe(403)
    expect((await send(dov, 'DELETE', `/parties/${upper}/replacement`)).status).toBe(204)
    expect((await send(dov, 'DELETE', `/parties/${upper}/replacement`)).body.refused).toBe('no-replacement-pending')
    await reach(made.body.id)
    expect((await accept(null, mailedToken('tia@mill.invalid'), 'Tia')).body.refused).toBe('invitation-over')
  })

  test('when its time has come, then the new head sees nothing older, and the former head becomes a delegate', async () => {
    const { olga, hana, lea, groupId, upper } = await council()
    await send(hana, 'PUT', `/parties/${upper}/members/${lea.personId}/role`, { role: 'observer', seen: 'delegate' })
    const tam = await signedIn('Tam')
    const email = await emailOf(tam)
    const made = await send(olga, 'POST', `/parties/${upper}/replacement`, { email })
    await reach(made.body.id)
    expect((await accept(tam, mailedToken(email))).body.state).toBe('accepted')
    expect([await roleOf(tam, upper), await roleOf(hana, upper)]).toEqual(['head', 'delegate'])
    const seen = async (viewer: Viewer) =>
      (await send(viewer, 'GET', `/groups/${groupId}/history`)).body.map(({ kind }: { kind: string }) => kind)
    expect(await seen(hana)).toEqual(['head-replaced', 'replacement-announced', 'role-changed'])
    expect(await seen(tam)).toEqual(['head-replaced'])
  })

  test('when an organizer names themselves, then it still waits, is announced, and opens nothing older (attack 49)', async () => {
    const { olga, upper } = await council()
    const made = await send(olga, 'POST', `/parties/${upper}/replacement`, {})
    const token = tokenIn(made.body.link)
    expect((await accept(olga, token)).body.refused).toBe('replacement-not-effective-yet')
    await reach(made.body.id)
    expect((await accept(olga, token)).body.state).toBe('accepted')
    const own = await asSystem('test', (tx) =>
      tx.partyMember.findFirstOrThrow({ where: { partyId: upper, personId: olga.personId } }),
    )
    expect(own.seesFrom?.getTime()).toBeGreaterThan(Date.now() - 60_000)
  })
})
