import { notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { allowMailFrom, allowMailTo } from '#lib/api/limits.ts'
import { bothLiveInDemoOnly } from '#lib/auth/perspective.ts'
import { linkMinutes, makeSignInLink } from '#lib/auth/sign-in-links.ts'
import { inBackground } from '#lib/background.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import { languageFor } from '#lib/words/offered.ts'
import { proveGroup } from '#store/access/group.ts'
import type { Perspective, Profile, SignInRequest } from './schema.ts'

const write = { write: true }

/**
 * Sends a sign-in link to whoever has the address. The answer is given before anybody looks whether somebody has it, so that
 * neither its words nor its time tell (SECURITY.md, attack 25). Refusal: `too-many-requests`, by network alone.
 */
export async function askForSignInLink(
  { email, returnTo }: SignInRequest,
  request: Request,
): Promise<Refusal<'too-many-requests'> | undefined> {
  if (!(await allowMailFrom(request))) return { refused: 'too-many-requests' }
  const asked = request.headers.get('accept-language')
  inBackground('sign-in mail', async () => {
    if (!(await allowMailTo(email))) return
    const made = await asSystem('sign-in', (tx) => linkFor(tx, email, { returnTo: returnTo ?? null, asked }), write)
    if (made !== null) sendMail({ to: made.to, kind: 'sign-in', facts: { link: made.link, minutes: linkMinutes } })
  })
}

async function linkFor(
  tx: Tx,
  email: string,
  { returnTo, asked }: { readonly returnTo: string | null; readonly asked: string | null },
) {
  const person = await tx.person.findUnique({ where: { email }, select: { id: true, name: true, language: true } })
  if (person === null) return null
  const link = await makeSignInLink(tx, person.id, 'mail-link', returnTo)
  return { to: { name: person.name, address: email, language: languageFor(person.language, asked) }, link }
}

/** Changes one's own name, zone and language. Refusal: `not-entitled` while looking at the demo as somebody else. */
export async function saveProfile(viewer: Viewer, { name, timeZone, language }: Profile) {
  if (viewer.method === 'demo') return notEntitled
  return asViewer(
    viewer,
    (tx) =>
      tx.person.update({
        where: { id: viewer.personId },
        data: { name, timeZone, ...(language === undefined ? {} : { language }) },
        select: { name: true, timeZone: true, language: true },
      }),
    write,
  )
}

/**
 * An organizer of a demo group looks at it as the head of one of its parties. Refusals: `not-found` outside a demo group,
 * `not-entitled` for others than its organizers, and when either of the two also lives in a real group.
 */
export async function lookAs(viewer: Viewer, { partyId }: Perspective) {
  return asViewer(
    viewer,
    async (tx) => {
      const own = await signedIn(tx, viewer)
      const party = await tx.party.findFirst({
        where: { id: partyId, group: { isDemo: true } },
        select: {
          groupId: true,
          members: {
            where: { role: 'head', removedAt: null },
            orderBy: { since: 'asc' },
            take: 1,
            select: { person: { select: { id: true, name: true } } },
          },
        },
      })
      const scope = party && (await proveGroup(tx, own, party.groupId))
      const head = party?.members[0]?.person
      if (!scope || head === undefined) return notFound
      if (!scope.standing.organizer || !(await bothLiveInDemoOnly(tx, own.personId, head.id))) return notEntitled
      await tx.session.update({ where: { id: viewer.sessionId }, data: { actsAsId: head.id } })
      return { name: head.name }
    },
    write,
  )
}

/** Whoever signed in to this session, also while they look as somebody else. */
async function signedIn(tx: Tx, viewer: Viewer): Promise<Viewer> {
  const { personId } = await tx.session.findUniqueOrThrow({
    where: { id: viewer.sessionId },
    select: { personId: true },
  })
  return { ...viewer, personId }
}

/** Back to oneself. */
export async function lookAsOneself(viewer: Viewer): Promise<undefined> {
  await asViewer(
    viewer,
    (tx) => tx.session.update({ where: { id: viewer.sessionId }, data: { actsAsId: null } }),
    write,
  )
}
