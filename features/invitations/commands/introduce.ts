import type { Refusal } from '#domain/refusal.ts'
import { allowMailFrom, allowMailTo } from '#lib/api/limits.ts'
import { linkMinutes, makeSignInLink } from '#lib/auth/sign-in-links.ts'
import { inBackground } from '#lib/background.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import { languageFor } from '#lib/words/offered.ts'
import { findOpen, over } from '#store/invitation/open.ts'
import type { Introduction } from '../schema.ts'

/**
 * Somebody opened a link that was handed to them and says where they get mail. Whether or not the address has an account, they
 * get the same answer at once and a mail whose sign-in link leads back to the invitation. No account is made by that: only
 * whoever reads the mail makes it, and gives it its name. Refusals: `too-many-requests`, `invitation-over` (also for one that was
 * sent to an address: there the address is known).
 */
export async function introduce(
  input: Introduction,
  request: Request,
): Promise<Refusal<'too-many-requests'> | typeof over | undefined> {
  if (!(await allowMailFrom(request))) return { refused: 'too-many-requests' }
  const invitation = await asSystem('sign-in', (tx) => findOpen(tx, input, clock.now()))
  if (invitation === null || invitation.claimedById !== null || invitation.email !== null) return over
  const asked = request.headers.get('accept-language')
  inBackground('introduction mail', async () => {
    if (!(await allowMailTo(input.email))) return
    const { link, name, language } = await asSystem('sign-in', (tx) => linkFor(tx, input), { write: true })
    sendMail({
      to: { name, address: input.email, language: languageFor(language, asked) },
      kind: 'sign-in',
      facts: { link, minutes: linkMinutes },
    })
  })
}

async function linkFor(
  tx: Tx,
  { email, token }: Introduction,
): Promise<{ link: string; name: string; language: string | null }> {
  const person = await tx.person.findUnique({ where: { email }, select: { id: true, name: true, language: true } })
  const link = await makeSignInLink(tx, person?.id ?? { email }, 'mail-link', `/invitations/${token}`)
  return { link, name: person?.name ?? '', language: person?.language ?? null }
}
