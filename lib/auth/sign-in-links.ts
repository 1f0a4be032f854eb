import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { SignInMethod } from '#lib/db/viewer.ts'
import { settings } from '#lib/settings.ts'
import { startSession } from './sessions.ts'
import { hashToken, makeToken } from './token.ts'

/** Minutes for which a sign-in link is good (OWASP ASVS 5.0, 6.6.3: out-of-band codes at most ten). */
export const linkMinutes = 10

/** How a person comes by a link. */
export type LinkMethod = Extract<SignInMethod, 'start-up-link' | 'mail-link'>

/** Whom a link signs in: somebody, or whoever reads the mail of an address that has no account yet. */
export type Whose = string | { readonly email: string }

/**
 * A single-use sign-in link for a person. Opening it changes nothing; the page's button redeems it by POST. `returnTo` is an
 * own path (lib/auth/return-path.ts); it stands in the link alone, for it may hold the secret of an invitation.
 */
export async function makeSignInLink(
  tx: Tx,
  whose: Whose,
  method: LinkMethod,
  returnTo: string | null = null,
): Promise<string> {
  const token = makeToken()
  const expiresAt = new Date(Date.now() + linkMinutes * 60_000)
  const whom = typeof whose === 'string' ? { personId: whose } : { email: whose.email }
  await tx.signInLink.create({ data: { tokenHash: hashToken(token), ...whom, method, expiresAt } })
  const to = returnTo === null ? '' : `&to=${encodeURIComponent(returnTo)}`
  return `${settings().baseUrl}/verify?token=${token}${to}`
}

/** Whether a link would still be taken. Uses nothing up. */
export async function isRedeemable(token: string): Promise<boolean> {
  const now = new Date()
  const link = await asSystem('sign-in', (tx) =>
    tx.signInLink.findFirst({
      where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
      select: { id: true },
    }),
  )
  return link !== null
}

/**
 * Redeems a link: exactly one of any number of simultaneous attempts gets a session, the others null. A new session id is
 * made every time, so that nobody can be given one in advance; the one the browser had before (`before`) ends.
 */
export async function redeemSignInLink(token: string, before: string | null = null): Promise<string | null> {
  const tokenHash = hashToken(token)
  const now = new Date()
  const redeem = async (tx: Tx) => {
    const { count } = await tx.signInLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count !== 1) return null
    const { email, method, ...link } = await tx.signInLink.findUniqueOrThrow({ where: { tokenHash } })
    const personId = link.personId ?? (await findOrMakePerson(tx, email ?? '', now))
    if (method === 'mail-link')
      await tx.person.updateMany({ where: { id: personId, emailProvenAt: null }, data: { emailProvenAt: now } })
    return startSession(tx, personId, method as LinkMethod, now, before)
  }
  return asSystem('sign-in', redeem, { write: true })
}

/**
 * The person of an address whose mail was just read. One who is made here has no name: that is theirs to say, and nobody comes
 * into a group without it (features/invitations/commands/accept.ts).
 */
async function findOrMakePerson(tx: Tx, email: string, now: Date): Promise<string> {
  await tx.person.createMany({ data: [{ email, name: '', emailProvenAt: now }], skipDuplicates: true })
  return (await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id
}
