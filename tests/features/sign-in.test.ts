import { beforeEach, describe, expect, test } from 'vitest'
import { peopleRoutes } from '#features/people/api.ts'
import { apiOf } from '#lib/api/app.ts'
import { mailsPerAccount } from '#lib/api/limits.ts'
import { clientAddress, networkOf } from '#lib/api/network.ts'
import { sweepExpired } from '#lib/api/sweep.ts'
import { ownPath } from '#lib/auth/return-path.ts'
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { isRedeemable, makeSignInLink, redeemSignInLink } from '#lib/auth/sign-in-links.ts'
import { readViewer } from '#lib/auth/viewer.ts'
import { backgroundDone } from '#lib/background.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { keptLetters } from '#lib/mail/mailbox.ts'
import { knowsOf } from '#store/access/target.ts'
import { groupOf, partyOf, request, signedIn } from '#tests/setup/people.ts'

const api = apiOf([peopleRoutes], knowsOf)
const write = { write: true }

async function send(viewer: Viewer | null, method: string, path: string, body?: unknown, headers = {}) {
  const response = await api.fetch(await request(viewer, method, path, body, headers))
  await backgroundDone()
  return { status: response.status, body: await response.text(), headers: response.headers }
}

const ask = (email: unknown, from = '192.0.2.1', more: Record<string, unknown> = {}) =>
  send(null, 'POST', '/sign-in-links', { email, ...more }, { 'x-forwarded-for': from })

const lettersTo = (address: string) => keptLetters().filter((letter) => letter.to.address === address)

function linkIn(address: string): URL {
  const link = /http\S+/.exec(lettersTo(address)[0]?.text ?? '')?.[0]
  if (link === undefined) throw new Error(`no letter to ${address}`)
  return new URL(link)
}

const tokenOf = (url: URL): string => url.searchParams.get('token') ?? ''

/** Every test comes from networks of its own. */
let net = 0
beforeEach(() => {
  net += 1
})
const network = (host: number) => `10.${net}.0.${host}`

describe('Given somebody who asks for a sign-in link', () => {
  test('when the address has an account, then a mail goes there and its link signs in once', async () => {
    await signedIn('Ines', { email: 'ines@harbour.invalid' })
    expect((await ask('Ines@Harbour.invalid', network(1), { returnTo: '/groups/x?y=1#z' })).status).toBe(204)
    const link = linkIn('ines@harbour.invalid')
    expect(link.searchParams.get('to')).toBe('/groups/x?y=1#z')
    const sessionId = await redeemSignInLink(tokenOf(link))
    expect(await readViewer((await sealedCookie(sessionId ?? '')).split(';')[0] ?? '')).toMatchObject({
      method: 'mail-link',
    })
    expect(await redeemSignInLink(tokenOf(link))).toBeNull()
  })

  test('when the address is unknown, then the answer is the same to the byte, and no mail goes', async () => {
    await signedIn('Rui', { email: 'rui@harbour.invalid' })
    const [known, unknown] = [
      await ask('rui@harbour.invalid', network(1)),
      await ask('nobody@harbour.invalid', network(2)),
    ]
    expect(unknown).toMatchObject({ status: known.status, body: known.body })
    expect([...unknown.headers]).toEqual([...known.headers])
    expect(lettersTo('nobody@harbour.invalid')).toEqual([])
  })

  test.each([
    '"e@attacker.invalid"@victim.invalid',
    'a@victim.invalid,b@attacker.invalid',
    'a@victim.invalid\nbcc: b@attacker.invalid',
    'a@victim.invalid\n',
    'Ana <a@victim.invalid>',
    'a＠victim.invalid',
    'a@victim.invalid b@attacker.invalid',
    'a@victim',
    '',
    { not: '' },
    null,
  ])('when the address is not one plain address (%j), then it is refused with 400', async (email) => {
    expect((await ask(email, network(1))).status).toBe(400)
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2E//evil.example',
    '/groups/../..//evil.example?x#y',
    'https://evil.example/',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
  ])('when it shall return to another origin (%j), then it is refused', async (returnTo) => {
    expect(ownPath(returnTo)).toBeNull()
    expect((await ask('rui@harbour.invalid', network(1), { returnTo })).status).toBe(400)
  })

  test('when something else is slipped in, then it is refused', async () => {
    expect((await ask('a@b.invalid', network(1), { personId: 'x' })).status).toBe(400)
  })

  test('when the request comes from another site, then it is refused', async () => {
    const asked = await send(
      null,
      'POST',
      '/sign-in-links',
      { email: 'a@b.invalid' },
      { origin: 'https://evil.example' },
    )
    expect(asked.status).toBe(403)
  })

  test('when sixty networks flood one account, then few mails go and the owner still gets in', async () => {
    await signedIn('Vera', { email: 'vera@harbour.invalid' })
    const before = keptLetters().length
    const floods = Array.from({ length: 60 }, (_, index) => ask('vera@harbour.invalid', `2001:db8:${net}:${index}::1`))
    expect(new Set((await Promise.all(floods)).map(({ status }) => status))).toEqual(new Set([204]))
    expect(lettersTo('vera@harbour.invalid')).toHaveLength(mailsPerAccount)
    expect(keptLetters().length - before).toBe(mailsPerAccount)
    expect((await ask('vera@harbour.invalid', network(1))).status).toBe(204)
    expect(await redeemSignInLink(tokenOf(linkIn('vera@harbour.invalid')))).not.toBeNull()
  })

  test('when one network asks for many accounts, then it is stopped, whichever address of its /64 it uses', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 24; index++)
      statuses.push((await ask(`p${index}@harbour.invalid`, `2001:db8:ffff:${net}::${index + 1}`)).status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(20)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('Given a sign-in link', () => {
  const linkFor = (viewer: Viewer) =>
    asSystem('test', (tx) => makeSignInLink(tx, viewer.personId, 'mail-link'), write).then((link) =>
      tokenOf(new URL(link)),
    )

  test('when fifty redeem it at once, then one session starts', async () => {
    const ines = await signedIn('Ines')
    const token = await linkFor(ines)
    const sessions = await Promise.all(Array.from({ length: 50 }, () => redeemSignInLink(token)))
    expect(sessions.filter((session) => session !== null)).toHaveLength(1)
    const stored = await asSystem('test', (tx) => tx.session.count({ where: { personId: ines.personId } }))
    expect(stored).toBe(2)
  })

  test('when a scanner opens it, then nothing is used up', async () => {
    const token = await linkFor(await signedIn('Ines'))
    expect(await isRedeemable(token)).toBe(true)
    expect(await isRedeemable(token)).toBe(true)
    expect(await redeemSignInLink(token)).not.toBeNull()
    expect(await isRedeemable(token)).toBe(false)
  })

  test('when its ten minutes have passed, then it is not taken', async () => {
    const token = await linkFor(await signedIn('Ines'))
    await asSystem('test', (tx) => tx.signInLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } }), write)
    expect(await isRedeemable(token)).toBe(false)
    expect(await redeemSignInLink(token)).toBeNull()
  })

  test('then the database holds no secret of it, nor where it leads', async () => {
    const ines = await signedIn('Ines')
    const link = await asSystem(
      'test',
      (tx) => makeSignInLink(tx, ines.personId, 'mail-link', '/invitations/canary'),
      write,
    )
    const rows = await asSystem('test', (tx) => tx.signInLink.findMany({ where: { personId: ines.personId } }))
    expect(JSON.stringify(rows)).not.toContain(tokenOf(new URL(link)))
    expect(JSON.stringify(rows)).not.toContain('canary')
  })

  test('when the browser was signed in before, then that session ends', async () => {
    const ines = await signedIn('Ines')
    const sessionId = await redeemSignInLink(await linkFor(ines), ines.sessionId)
    expect(sessionId).not.toBe(ines.sessionId)
    expect(await cookieOpens(ines.sessionId)).toBe(false)
  })
})

const cookieOpens = async (sessionId: string): Promise<boolean> =>
  (await readViewer((await sealedCookie(sessionId)).split(';')[0] ?? '')) !== null

describe('Given somebody who is signed in', () => {
  test('when they sign out, then the row and the cookie end, and other browsers stay signed in', async () => {
    const ines = await signedIn('Ines')
    const other = await redeemSignInLink(
      tokenOf(new URL(await asSystem('test', (tx) => makeSignInLink(tx, ines.personId, 'mail-link'), write))),
    )
    const out = await send(ines, 'DELETE', '/session')
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^concordance\.session=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax$/)
    expect(await cookieOpens(ines.sessionId)).toBe(false)
    expect(await cookieOpens(other ?? '')).toBe(true)
    expect((await send(ines, 'GET', '/me')).status).toBe(401)
  })

  test('when they sign out everywhere, then every session ends', async () => {
    const ines = await signedIn('Ines')
    const other = await redeemSignInLink(
      tokenOf(new URL(await asSystem('test', (tx) => makeSignInLink(tx, ines.personId, 'mail-link'), write))),
    )
    expect((await send(ines, 'DELETE', '/sessions')).status).toBe(204)
    expect(await cookieOpens(ines.sessionId)).toBe(false)
    expect(await cookieOpens(other ?? '')).toBe(false)
  })

  test('when they change their name and zone, then that is taken; an unknown zone or two lines are refused', async () => {
    const ines = await signedIn('Ines')
    const change = (body: unknown) => send(ines, 'PATCH', '/me', body)
    expect((await change({ name: ' Ines Duarte ', timeZone: 'Asia/Kathmandu' })).status).toBe(200)
    expect(JSON.parse((await send(ines, 'GET', '/me')).body)).toMatchObject({
      name: 'Ines Duarte',
      timeZone: 'Asia/Kathmandu',
    })
    for (const body of [
      { name: 'I', timeZone: 'Moon/Base' },
      { name: 'I', timeZone: '+02:00' },
      { name: 'I\nD', timeZone: null },
      { name: '', timeZone: null },
      { name: 'I', timeZone: null, email: 'x@y' },
    ])
      expect((await change(body)).status).toBe(400)
  })

  test('when they say another address, then it is taken from whoever runs the instance by its start-up link alone', async () => {
    const change = async (viewer: Viewer, email: string) => send(viewer, 'PATCH', '/me', { ...named, email })
    const named = { name: 'Anna Vale', timeZone: null }
    const admin = { isInstanceAdmin: true } as const
    const [anna, mailed] = [
      await signedIn('Anna', { ...admin, method: 'start-up-link' }),
      await signedIn('Anna', { ...admin, method: 'mail-link' }),
    ]
    const ines = await signedIn('Ines', { email: `ines${net}@vale.example`, method: 'start-up-link' })
    for (const other of [mailed, ines]) expect((await change(other, `new${net}@vale.invalid`)).status).toBe(403)
    const { email } = JSON.parse((await send(ines, 'GET', '/me')).body)
    expect(JSON.parse((await change(anna, email)).body).refused).toBe('address-taken')
    expect((await change(ines, email)).status).toBe(200)
    expect(JSON.parse((await change(anna, `anna${net}@vale.invalid`)).body).refused).toBe('address-reaches-nobody')
    expect((await change(anna, `Anna${net}@Vale.example`)).status).toBe(200)
    expect(JSON.parse((await send(anna, 'GET', '/me')).body)).toMatchObject({ email: `anna${net}@vale.example` })
  })

  test('when the time of a session is over, then it opens nothing, and the sweep removes it with its links', async () => {
    const ines = await signedIn('Ines')
    const long = new Date(Date.now() - 40 * 86_400_000)
    await asSystem(
      'test',
      (tx) => tx.session.update({ where: { id: ines.sessionId }, data: { expiresAt: long } }),
      write,
    )
    expect(await cookieOpens(ines.sessionId)).toBe(false)
    await sweepExpired(new Date())
    expect(await asSystem('test', (tx) => tx.session.count({ where: { id: ines.sessionId } }))).toBe(0)
  })
})

describe('Given a demo group', () => {
  async function demo(organizer: Viewer, head: Viewer) {
    const groupId = await groupOf(organizer, { isDemo: true })
    return { groupId, partyId: await partyOf(groupId, 'Altiplano', [[head, 'head']]) }
  }
  const invented = (name: string) => signedIn(name, { isInvented: true })
  const who = async ({ sessionId }: Viewer) => readViewer((await sealedCookie(sessionId)).split(';')[0] ?? '')

  test('when its organizer looks at it as a head, then the session acts as that head, by the method demo, and back', async () => {
    const [olga, hana] = [await signedIn('Olga'), await invented('Hana')]
    const { partyId } = await demo(olga, hana)
    expect((await send(olga, 'PUT', '/session/perspective', { partyId })).status).toBe(200)
    expect(await who(olga)).toMatchObject({ personId: hana.personId, method: 'demo' })
    expect((await send(olga, 'PATCH', '/me', { name: 'X', timeZone: null })).status).toBe(403)
    expect((await send(olga, 'DELETE', '/session/perspective')).status).toBe(204)
    expect(await who(olga)).toMatchObject({ personId: olga.personId })
  })

  test('when the head lives in a real group too, or is anybody whom the demo did not make, then it is refused or ends', async () => {
    const [olga, hana] = [await signedIn('Olga'), await invented('Hana')]
    const { groupId: demoId, partyId } = await demo(olga, hana)
    await send(olga, 'PUT', '/session/perspective', { partyId })
    await groupOf(hana)
    expect(await who(olga)).toMatchObject({ personId: olga.personId })
    expect((await send(olga, 'PUT', '/session/perspective', { partyId })).status).toBe(403)
    // A second head who lives in the demo alone takes their place, as the menu says.
    const second = await invented('Hernan')
    await asSystem(
      'test',
      (tx) => tx.partyMember.create({ data: { groupId: demoId, partyId, personId: second.personId, role: 'head' } }),
      write,
    )
    expect((await send(olga, 'PUT', '/session/perspective', { partyId })).body).toContain('Hernan')
    expect((await send(olga, 'DELETE', '/session/perspective')).status).toBe(204)
    // Also whoever runs the instance and has said no address yet, or anybody at one that reaches nobody.
    for (const real of [
      await signedIn('Real', { email: `real${net}@example.org` }),
      await signedIn('Real', { email: `real${net}@instance.invalid` }),
      await signedIn('Anna', { email: `start${net}@instance.invalid`, isInstanceAdmin: true }),
    ]) {
      const second = await demo(olga, real)
      expect((await send(olga, 'PUT', '/session/perspective', { partyId: second.partyId })).status).toBe(403)
      const before = { data: { actsAsId: real.personId }, where: { id: olga.sessionId } }
      await asSystem('test', (tx) => tx.session.update(before), write)
      expect(await who(olga)).toMatchObject({ personId: olga.personId })
    }
  })

  test('when anybody but its loader says that somebody is invented, or that such a one runs the instance, then it is refused', async () => {
    const [real, hana] = [await signedIn('Real'), await invented('Hana')]
    const change = (purpose: 'demo' | 'test', { personId }: Viewer, data: object) =>
      asSystem(purpose, (tx) => tx.person.update({ where: { id: personId }, data, select: { id: true } }), write)
    const unloaded = { name: 'Real', email: `unloaded${net}@river.invalid`, isInvented: true }
    for (const purpose of ['demo', 'test'] as const)
      await expect(change(purpose, real, { isInvented: true })).rejects.toThrow('only the loader')
    await expect(asSystem('test', (tx) => tx.person.create({ data: unloaded }), write)).rejects.toThrow(
      'only the loader',
    )
    await expect(change('test', hana, { isInstanceAdmin: true })).rejects.toThrow('Person_invented_runs_nothing')
    await change('test', hana, { name: 'Hana Holm' })
  })

  test('when its organizer lives in a real group too, then they look at the demo alone, and until they organize it no more', async () => {
    const [olga, hana] = [await signedIn('Olga', { email: `olga${net}@example.org` }), await invented('Hana')]
    const { groupId, partyId } = await demo(olga, hana)
    const own = await groupOf(olga)
    expect((await send(olga, 'PUT', '/session/perspective', { partyId })).status).toBe(200)
    expect(await who(olga)).toMatchObject({ personId: hana.personId, method: 'demo' })
    const bens = await partyOf(groupId, 'Estuary', [[await invented('Ben'), 'head']])
    expect((await send(olga, 'PUT', '/session/perspective', { partyId: bens })).status).toBe(200)
    const real = await partyOf(own, 'Council', [[await signedIn('Real'), 'head']])
    expect((await send(olga, 'PUT', '/session/perspective', { partyId: real })).status).toBe(404)
    const ended = { groupId_personId: { groupId, personId: olga.personId } }
    await asSystem('test', (tx) => tx.organizer.update({ where: ended, data: { removedAt: new Date() } }), write)
    expect(await who(olga)).toMatchObject({ personId: olga.personId })
  })

  test('when somebody else asks, or the group is real, then there is nothing there', async () => {
    const [olga, hana, outsider] = [await signedIn('Olga'), await invented('Hana'), await signedIn('Out')]
    const { partyId } = await demo(olga, hana)
    expect((await send(outsider, 'PUT', '/session/perspective', { partyId })).status).toBe(404)
    expect((await send(hana, 'PUT', '/session/perspective', { partyId })).status).toBe(403)
    const real = await partyOf(await groupOf(olga), 'Council', [[hana, 'head']])
    expect((await send(olga, 'PUT', '/session/perspective', { partyId: real })).status).toBe(404)
  })
})

describe('Given a request and what it says about where it comes from', () => {
  const written = '192.0.2.66, 203.0.113.9, 198.51.100.7'

  test('then without a proxy of ours it is the connection that counts, whatever was written', () => {
    expect(clientAddress(written, '127.0.0.1', 0)).toBe('127.0.0.1')
    expect(clientAddress(undefined, '::1', 0)).toBe('::1')
  })

  test('then each proxy of ours counts for one address from the end', () => {
    expect(clientAddress(written, '127.0.0.1', 1)).toBe('198.51.100.7')
    expect(clientAddress(written, '127.0.0.1', 2)).toBe('203.0.113.9')
    expect(clientAddress(' 198.51.100.7 ,', '127.0.0.1', 1)).toBe('198.51.100.7')
  })

  test('then with fewer addresses than proxies it is the first there is', () => {
    expect(clientAddress(undefined, '127.0.0.1', 1)).toBe('127.0.0.1')
    expect(clientAddress('198.51.100.7', '127.0.0.1', 3)).toBe('198.51.100.7')
    expect(clientAddress('', undefined, 0)).toBe('')
  })
})

describe('Given the address that the server found', () => {
  const of = (value?: string) =>
    networkOf(new Request('http://localhost/', value === undefined ? {} : { headers: { 'x-forwarded-for': value } }))

  test('then IPv4 counts whole, and IPv6 by its /64', () => {
    expect(of('198.51.100.7')).toBe('198.51.100.7')
    expect(of('::ffff:198.51.100.7')).toBe('198.51.100.7')
    expect(of('2001:db8::1')).toBe(of('2001:0db8:0:0:ffff::2'))
    expect(of('2001:db8:1:2:3:4:5:6')).not.toBe(of('2001:db8:1:3:3:4:5:6'))
    expect(of()).toBe('unknown')
    expect(of('nonsense')).toBe('unknown')
  })
})
