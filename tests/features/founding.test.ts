/** A group that is made with its parties, people and first text in one act. */
import { describe, expect, test } from 'vitest'
import { groupRoutes } from '#features/groups/api.ts'
import { partiesOnLines } from '#features/groups/components/founding-values.ts'
import { invitationRoutes } from '#features/invitations/api.ts'
import { loadInvitation } from '#features/invitations/loaders.ts'
import { loadBeginning } from '#features/meetings/loaders.ts'
import { partyRoutes } from '#features/parties/api.ts'
import { textRoutes } from '#features/texts/api.ts'
import { apiOf } from '#lib/api/app.ts'
import { backgroundDone } from '#lib/background.ts'
import { clock } from '#lib/clock.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { keptLetters } from '#lib/mail/mailbox.ts'
import { say } from '#lib/words/say.ts'
import { knowsOf } from '#store/access/target.ts'
import { partyOf, request, signedIn } from '#tests/setup/people.ts'
import { settingsSeen } from '#tests/setup/seen.ts'
import '#tests/setup/outbox.ts'

const api = apiOf([groupRoutes, invitationRoutes, partyRoutes, textRoutes], knowsOf)

async function send(viewer: Viewer | null, method: string, path: string, body?: unknown) {
  const response = await api.fetch(await request(viewer, method, path, body))
  await backgroundDone()
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

const admin = (more: { email?: string } = {}) => signedIn('Ada Vale', { isInstanceAdmin: true, ...more })
const about = { name: 'River council', timeZone: 'Europe/Lisbon', text: 'none' }
const head = (email: string) => ({ email, role: 'head' })
const count = (table: 'group' | 'party' | 'invitation') =>
  asSystem('test', async (tx) => [
    await (table === 'group' ? tx.group.count() : table === 'party' ? tx.party.count() : tx.invitation.count()),
  ])

test('Given parties that are pasted, each line says which name above it can hardly be told from', () => {
  const pasted = 'Upper Mills, Ana <ana@x.invalid>\nReed Harbour\nUpper mills\nReed Harbour\nReed'
  expect(partiesOnLines(pasted).map(({ name, like }) => [name, like])).toEqual([
    ['Upper Mills', null],
    ['Reed Harbour', null],
    ['Upper mills', 'Upper Mills'],
    ['Reed Harbour', 'Reed Harbour'],
    ['Reed', null],
  ])
})

test('Given a group with a kind and a purpose, whoever is invited reads both in the mail and behind its link', async () => {
  const ada = await admin()
  const purpose = 'To share the water\nof the valley'
  const parties = [{ name: 'Upper Mills', isOwn: false, guests: [head('rui@mills.invalid')] }]
  await send(ada, 'POST', '/foundings', { ...about, kind: 'negotiation', purpose, parties })
  const text = keptLetters().find(({ to }) => to.address === 'rui@mills.invalid')?.text ?? ''
  for (const said of [say('groups', 'kindIs.negotiation'), 'To share the water of the valley'])
    expect(text).toContain(said)
  const token = text.match(/invitations\/(\S+)/)?.[1] ?? ''
  expect(await loadInvitation(null, token)).toMatchObject({ purpose, kind: 'negotiation' })
})

describe('Given the instance admin, who says what a group is for', () => {
  test('when parties negotiate, then the group has them, its maker sits for one, and the heads are invited by mail', async () => {
    const ada = await admin()
    const parties = [
      { name: 'Upper Mills', isOwn: true, guests: [] },
      { name: 'Reed Harbour', isOwn: false, guests: [{ ...head('tomas@reed.invalid'), name: 'Tomas' }] },
      { name: 'The Fishing Villages of the Lower River', isOwn: false, guests: [] },
    ]
    const made = await send(ada, 'POST', '/foundings', { ...about, parties, text: 'handbook' })
    expect(made.status).toBe(201)
    const at = `/groups/${made.body.id}`
    expect((await send(ada, 'GET', at)).body).toMatchObject({
      name: 'River council',
      viewer: { organizer: true, parties: [{ shortName: 'Upper Mills', role: 'head' }] },
    })
    expect((await send(ada, 'GET', `${at}/parties`)).body.parties).toMatchObject([
      { name: 'Reed Harbour', heads: [], headInvited: true },
      { shortName: 'The Fishing Villages of', timeZone: 'Europe/Lisbon', headInvited: false },
      { name: 'Upper Mills', heads: ['Ada Vale'], role: 'head' },
    ])
    const [letter] = keptLetters().filter(({ to }) => to.address === 'tomas@reed.invalid')
    expect(letter?.text).toContain('Ada Vale')
    expect(letter?.text).toContain(say('invitations', 'what'))
    const { texts } = (await send(ada, 'GET', `${at}/texts`)).body
    expect(texts).toMatchObject([{ title: 'Word for Word: How Parties Meet Around a Text' }])
    const passages = await asSystem('test', (tx) =>
      tx.passage.findMany({ where: { groupId: made.body.id }, orderBy: { position: 'asc' } }),
    )
    expect(passages.map(({ ordinal }) => ordinal)).toEqual(passages.map((_, index) => index + 1))
    expect(passages[1]).toMatchObject({ kind: 'heading', text: 'Why we meet', reference: '1' })
    const history = (await send(ada, 'GET', `${at}/history`)).body
    expect(history.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['group-created', 'organizer-joined', 'party-created', 'joined', 'invited']),
    )
  })

  test('when it is a study circle, then its people come in as delegates, and its maker and whoever is named twice once', async () => {
    const ada = await admin({ email: 'ada-circle@river.invalid' })
    const people = ['ana@ford.invalid', 'ben@ford.invalid', 'ana@ford.invalid', 'ada-circle@river.invalid']
    const guests = people.map((email) => ({ email, role: 'delegate' }))
    const made = await send(ada, 'POST', '/foundings', {
      ...about,
      parties: [{ name: 'River council', isOwn: true, guests }],
    })
    const [party] = (await send(ada, 'GET', `/groups/${made.body.id}/parties`)).body.parties
    const { members, invitations } = (await send(ada, 'GET', `/parties/${party.id}`)).body
    expect(members).toMatchObject([{ name: 'Ada Vale', role: 'head' }])
    // They were made at one instant: none is newer than the other.
    const invited = invitations.map(({ role, email }: { role: string; email: string }) => `${role} ${email}`)
    expect(invited.sort()).toEqual(['delegate ana@ford.invalid', 'delegate ben@ford.invalid'])
  })

  test.each([
    [
      'two parties of one name',
      [
        ['Mills', []],
        ['mills', []],
      ],
      'party-name-too-alike',
      409,
    ],
    [
      'a delegate for a party that is not its maker’s',
      [['Mills', [{ email: 'a@b.invalid', role: 'delegate' }]]],
      'not-entitled',
      403,
    ],
  ] as const)('when it names %s, then nothing of it stays', async (_, parties, refused, status) => {
    const ada = await admin()
    const before = [await count('group'), await count('party'), await count('invitation')]
    const made = parties.map(([name, guests]) => ({ name, isOwn: false, guests }))
    const answer = await send(ada, 'POST', '/foundings', { ...about, parties: made, text: 'handbook' })
    expect(answer).toMatchObject({ status, body: { refused } })
    expect([await count('group'), await count('party'), await count('invitation')]).toEqual(before)
  })

  test('when too many would be invited, then nobody is', async () => {
    const ada = await admin()
    const before = await count('invitation')
    const of = (n: number) =>
      Array.from({ length: 100 }, (_, index) => ({ email: `p${n}-${index}@ford.invalid`, role: 'delegate' }))
    const parties = [
      { name: 'A', isOwn: true, guests: of(1) },
      { name: 'B', isOwn: true, guests: of(2) },
      { name: 'C', isOwn: true, guests: of(3) },
    ]
    expect((await send(ada, 'POST', '/foundings', { ...about, parties })).body.refused).toBe('too-many-invitations')
    expect(await count('invitation')).toEqual(before)
  })

  test('when they have not said their name, then they are asked for it; and nobody else makes a group', async () => {
    const [nameless, ines] = [
      await signedIn('', { email: 'nobody@start.invalid', isInstanceAdmin: true }),
      await signedIn('Ines'),
    ]
    expect((await send(nameless, 'POST', '/foundings', { ...about, parties: [] })).body.refused).toBe('name-missing')
    expect((await send(ines, 'POST', '/foundings', { ...about, parties: [] })).body.refused).toBe('not-entitled')
  })
})

describe('Given a group that was founded as something', () => {
  const foundedAs = async (kind: string | null) => {
    const ada = await admin({ email: `ada-${Math.random()}@river.invalid` })
    const parties = ['Mills', 'Reed', 'Weir'].map((name) => ({ name, isOwn: name === 'Mills', guests: [] }))
    const { id } = (await send(ada, 'POST', '/foundings', { ...about, kind, parties })).body as { id: string }
    return { ada, id }
  }

  test.each([
    ['study-circle', 'study'],
    ['negotiation', 'bilateral'],
    ['assembly', 'multilateral'],
    [null, null],
  ])('when it is %s, then that is kept, and a new meeting is %s at first', async (kind, usual) => {
    const { ada, id } = await foundedAs(kind)
    expect((await send(ada, 'GET', `/groups/${id}/settings`)).body.kind).toBe(kind)
    expect((await loadBeginning(ada, id))?.usual).toBe(usual)
  })

  test('when its organizer says something else, then that holds; what they do not say stays as it was', async () => {
    const { ada, id } = await foundedAs('assembly')
    const settings = { name: 'River council', purpose: '', timeZone: 'Europe/Lisbon', replacementDelayHours: 72 }
    const kindAfter = async (body: object) => {
      expect((await send(ada, 'PUT', `/groups/${id}/settings`, { ...body, seen: await settingsSeen(id) })).status).toBe(
        200,
      )
      return (await send(ada, 'GET', `/groups/${id}/settings`)).body.kind
    }
    expect(await kindAfter(settings)).toBe('assembly')
    expect(await kindAfter({ ...settings, kind: 'negotiation' })).toBe('negotiation')
    expect(await kindAfter({ ...settings, kind: null })).toBeNull()
    expect(
      (await send(ada, 'PUT', `/groups/${id}/settings`, { ...settings, kind: 'club', seen: settings })).status,
    ).toBe(400)
  })

  test('when somebody sees no draft of that kind, then what they can begin is offered', async () => {
    const { id } = await foundedAs('assembly')
    const hal = await signedIn('Hal Birch')
    await partyOf(id, 'Raft', [[hal, 'head']])
    expect(await loadBeginning(hal, id)).toMatchObject({ kinds: ['study'], usual: null })
  })
})

describe('Given a group that was just founded', () => {
  async function founded() {
    const ada = await admin({ email: `ada-${Math.random()}@river.invalid` })
    const guests = [head(`tomas-${Math.random()}@reed.invalid`)]
    const parties = [{ name: 'Reed', isOwn: false, guests }]
    const { id } = (await send(ada, 'POST', '/foundings', { ...about, parties, text: 'handbook' })).body
    const until = (await send(ada, 'GET', `/groups/${id}/settings`)).body.foundingStandsFrom as string | null
    return { ada, id, until, back: (by: Viewer = ada) => send(by, 'DELETE', `/groups/${id}/founding`) }
  }
  const why = (refused: 'came' | 'met' | 'over') => ({
    status: 409,
    body: { refused: 'founding-stands', why: refused },
  })

  test('when its founder takes the founding back, then the group and its invitations are gone, and nothing else is', async () => {
    const { ada, id, until, back } = await founded()
    const other = await founded()
    const invitations = () => asSystem('test', (tx) => tx.invitation.count({ where: { groupId: id } }))
    expect(await invitations()).toBe(1)
    expect(until).not.toBeNull()
    expect((await back()).status).toBe(204)
    expect((await send(ada, 'GET', `/groups/${id}`)).status).toBe(404)
    expect(await invitations()).toBe(0)
    expect((await back()).status).toBe(404)
    expect((await send(other.ada, 'GET', `/groups/${other.id}`)).status).toBe(200)
  })

  test('when somebody else has come, and even left again, then it stands', async () => {
    const { ada, id, back } = await founded()
    const tomas = await signedIn('Tomas Reis')
    const partyId = await partyOf(id, 'Weir', [[tomas, 'head']])
    expect(await back()).toMatchObject(why('came'))
    await asSystem('test', (tx) => tx.partyMember.updateMany({ where: { partyId }, data: { removedAt: new Date() } }), {
      write: true,
    })
    expect(await back()).toMatchObject(why('came'))
    expect((await send(ada, 'GET', `/groups/${id}/settings`)).body.foundingStandsFrom).toBeNull()
  })

  test('when a meeting was opened, then it stands; one that is planned is nobody’s yet', async () => {
    const { ada, id, back } = await founded()
    const meeting = { groupId: id, kind: 'study', title: 'First reading', durationMinutes: 30, timeZone: 'UTC' }
    const { id: meetingId } = await asSystem(
      'test',
      (tx) => tx.meeting.create({ data: { ...meeting, state: 'scheduled', createdById: ada.personId } }),
      { write: true },
    )
    expect((await send(ada, 'GET', `/groups/${id}/settings`)).body.foundingStandsFrom).not.toBeNull()
    await asSystem('test', (tx) => tx.meeting.update({ where: { id: meetingId }, data: { state: 'open' } }), {
      write: true,
    })
    expect(await back()).toMatchObject(why('met'))
  })

  test('when a day is over, then it stands; and who did not found it never takes it back', async () => {
    const { ada, id, until, back } = await founded()
    const at = new Date(until ?? 0)
    const later = () => clock.at(at, () => back())
    expect(await later()).toMatchObject(why('over'))
    const otto = await signedIn('Otto')
    expect((await back(otto)).status).toBe(404)
    await asSystem('test', (tx) => tx.organizer.create({ data: { groupId: id, personId: otto.personId } }), {
      write: true,
    })
    expect((await back(otto)).status).toBe(403)
    expect(await back(ada)).toMatchObject(why('came'))
  })
})

describe('Given a group with a party that is one’s own and two without a head', () => {
  async function founded() {
    const ada = await admin({ email: `ada-${Math.random()}@river.invalid` })
    const parties = ['Mills', 'Reed', 'Weir'].map((name) => ({ name, isOwn: name === 'Mills', guests: [] }))
    const { id } = (await send(ada, 'POST', '/foundings', { ...about, parties })).body
    const listed = (await send(ada, 'GET', `/groups/${id}/parties`)).body.parties as { id: string; name: string }[]
    const idOf = (name: string) => listed.find((party) => party.name === name)?.id ?? ''
    return {
      ada,
      id,
      idOf,
      invite: (guests: unknown, by = ada) => send(by, 'POST', `/groups/${id}/invitations`, { guests }),
    }
  }

  test('when several are invited, then each gets a letter, and who is there, invited or named twice is skipped and said', async () => {
    const { ada, idOf, invite } = await founded()
    const partyId = idOf('Mills')
    const guest = (email: string) => ({ partyId, role: 'delegate', email })
    const own = (await send(ada, 'GET', `/parties/${partyId}`)).body.members[0].email
    expect((await invite([guest('ana@mills.invalid')])).body).toEqual({ invited: ['ana@mills.invalid'], skipped: [] })
    const sent = await invite([
      guest('ben@mills.invalid'),
      guest('BEN@mills.invalid'),
      guest('ana@mills.invalid'),
      guest(own),
    ])
    expect(sent.body).toEqual({
      invited: ['ben@mills.invalid'],
      skipped: [
        { email: 'ben@mills.invalid', why: 'twice' },
        { email: 'ana@mills.invalid', why: 'invited' },
        { email: own, why: 'member' },
      ],
    })
    expect(keptLetters().filter(({ to }) => to.address === 'ben@mills.invalid')).toHaveLength(1)
  })

  test('when heads of several parties are invited, then they all are, or none is', async () => {
    const { ada, id, idOf, invite } = await founded()
    const heads = (names: readonly string[]) =>
      names.map((name) => ({ partyId: idOf(name), role: 'head', email: `${name.toLowerCase()}-head@river.invalid` }))
    const refused = await invite([
      ...heads(['Reed']),
      { partyId: idOf('Weir'), role: 'delegate', email: 'x@weir.invalid' },
    ])
    expect(refused.body.refused).toBe('not-entitled')
    const invited = async () =>
      (await send(ada, 'GET', `/groups/${id}/parties`)).body.parties.map(
        ({ headInvited }: { headInvited: boolean }) => headInvited,
      )
    expect(await invited()).toEqual([false, false, false])
    expect((await invite(heads(['Reed', 'Weir']))).status).toBe(201)
    expect(await invited()).toEqual([false, true, true])
  })

  test('when a party of another group, or of one that is not theirs, is named, then there is none', async () => {
    const [one, other] = [await founded(), await founded()]
    const foreign = [{ partyId: other.idOf('Reed'), role: 'head', email: 'x@reed.invalid' }]
    expect((await one.invite(foreign)).status).toBe(404)
    expect((await one.invite(foreign, other.ada)).status).toBe(404)
  })
})
