import { isRefusal, notEntitled, notFound, type Refusal } from '#domain/refusal.ts'
import { allowMailFrom, allowMailTo } from '#lib/api/limits.ts'
import { livesInDemoOnly } from '#lib/auth/perspective.ts'
import { linkMinutes, makeSignInLink } from '#lib/auth/sign-in-links.ts'
import { inBackground } from '#lib/background.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { reachesNobody } from '#lib/mail/reach.ts'
import { sendMail } from '#lib/mail/send-mail.ts'
import { languageFor } from '#lib/words/offered.ts'
import { proveGroup } from '#store/access/group.ts'
import { mayMove } from './queries.ts'
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

/**
 * Changes one's own name, zone, language and, for whoever signed in by the start-up link, address. Refusals: `not-entitled` while
 * looking at the demo as somebody else, and for an address that is not one's own to change; `address-taken`,
 * `address-reaches-nobody`.
 */
export async function saveProfile(viewer: Viewer, { name, timeZone, language, email }: Profile) {
  if (viewer.method === 'demo') return notEntitled
  const save = async (tx: Tx) => {
    const moved = email === undefined ? {} : await movedTo(tx, viewer, email)
    if (isRefusal(moved)) return moved
    return tx.person.update({
      where: { id: viewer.personId },
      data: { name, timeZone, ...(language === undefined ? {} : { language }), ...moved },
      select: { name: true, timeZone: true, language: true },
    })
  }
  return asViewer(viewer, save, write)
}

/**
 * The address to which somebody moves, with no proof that they read its mail: that is for whoever holds the terminal of the server
 * alone, who could sign in as anybody. Nothing: it is theirs already. Refusals: `not-entitled`,
 * `address-taken`; `address-reaches-nobody` for one like those of invented people.
 */
async function movedTo(tx: Tx, { personId, method }: Viewer, email: string) {
  const own = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, isInstanceAdmin: true },
  })
  if (own.email === email) return {}
  if (!mayMove(own, method)) return notEntitled
  if (reachesNobody(email)) return { refused: 'address-reaches-nobody' } as const
  const taken = await tx.person.count({ where: { email } })
  return taken > 0 ? ({ refused: 'address-taken' } as const) : { email, emailProvenAt: null }
}

/**
 * An organizer of a demo group looks at it as the head of one of its parties. Refusals: `not-found` outside a demo group,
 * `not-entitled` for others than its organizers, and when the head also lives in a real group.
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
            take: 10,
            select: { person: { select: { id: true, name: true } } },
          },
        },
      })
      const scope = party && (await proveGroup(tx, own, party.groupId))
      if (!scope || party.members.length === 0) return notFound
      const head = scope.standing.organizer ? await firstInDemoOnly(tx, party.members) : undefined
      if (head === undefined) return notEntitled
      await tx.session.update({ where: { id: viewer.sessionId }, data: { actsAsId: head.id } })
      return { name: head.name }
    },
    write,
  )
}

interface NamedPerson {
  readonly id: string
  readonly name: string
}

/** The longest-standing of these heads who lives in demo groups alone, as the menu of the demo names them. */
async function firstInDemoOnly(
  tx: Tx,
  heads: readonly { readonly person: NamedPerson }[],
): Promise<NamedPerson | undefined> {
  for (const { person } of heads) if (await livesInDemoOnly(tx, person.id)) return person
  return undefined
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
