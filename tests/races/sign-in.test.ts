/** Sign-in holds (SECURITY.md, promise 13), and guessing and flooding are bounded (promise 14). */
import { expect, test } from 'vitest'
import { peopleRoutes } from '#features/people/api.ts'
import { apiOf } from '#lib/api/app.ts'
import { mailsPerAccount } from '#lib/api/limits.ts'
import { makeSignInLink, redeemSignInLink } from '#lib/auth/sign-in-links.ts'
import { makeToken } from '#lib/auth/token.ts'
import { backgroundDone } from '#lib/background.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { keptLetters } from '#lib/mail/mailbox.ts'
import { knowsOf } from '#store/access/target.ts'
import { request, signedIn } from '#tests/setup/people.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'

const REDEMPTIONS = rounds({ sample: 60, whole: 1000 })
const ATTEMPTS = rounds({ sample: 100, whole: 10_000 })
const NETWORKS = rounds({ sample: 20, whole: 1000 })

test('given one link, when it is redeemed many times at once, then one of them signs in', async () => {
  const { personId } = await signedIn('Ines Dahl')
  const link = await asSystem('test', (tx) => makeSignInLink(tx, personId, 'mail-link'), { write: true })
  const token = new URL(link).searchParams.get('token') ?? ''
  const sessions = await Promise.all(Array.from({ length: REDEMPTIONS }, () => redeemSignInLink(token)))
  const signed = sessions.filter((session) => session !== null)
  expect(signed).toHaveLength(1)
  // The first session is the one by which the person was made.
  expect(await asSystem('test', (tx) => tx.session.count({ where: { personId } }))).toBe(2)
  tellFigure(13, 'parallel redemptions', `${REDEMPTIONS} of one link at once: ${signed.length} succeeded`)
}, 120_000)

test('given an account that is flooded from many networks, then few mails go, no guess signs in, and the owner still does', async () => {
  const email = 'vera@harbour.invalid'
  const { personId } = await signedIn('Vera Holm', { email })
  const api = apiOf([peopleRoutes], knowsOf)
  let guessed = 0
  for (let n = 0; n < ATTEMPTS; n++) {
    const from = `2001:db8:${(n % NETWORKS).toString(16)}:1::${n.toString(16)}`
    const asked = await request(null, 'POST', '/sign-in-links', { email }, { 'x-forwarded-for': from })
    await api.fetch(asked)
    if ((await redeemSignInLink(makeToken())) !== null) guessed += 1
  }
  await backgroundDone()
  expect(guessed).toBe(0)
  const links = await asSystem('test', (tx) => tx.signInLink.count({ where: { personId } }))
  expect(links).toBe(mailsPerAccount)
  const letter = keptLetters().find(({ to }) => to.address === email)
  const token =
    new URL(/http\S+/.exec(letter?.text ?? '')?.[0] ?? 'http://none.invalid').searchParams.get('token') ?? ''
  expect(await redeemSignInLink(token)).not.toBeNull()
  const figure = `${ATTEMPTS} attempts from ${NETWORKS} networks of one subscriber each: ${links} mails, ${guessed} guesses right, and the owner signs in`
  tellFigure(14, 'one account flooded', figure)
}, 600_000)
