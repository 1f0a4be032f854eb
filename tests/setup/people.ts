/** People, groups and signed-in browsers for tests on a real database. */
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type SignInMethod, type Viewer } from '#lib/db/viewer.ts'
import { settings } from '#lib/settings.ts'

const write = { write: true }
let count = 0

/** Somebody new, signed in; `isInvented`: as the demo's loader makes them. */
export async function signedIn(
  name: string,
  more: { email?: string; isInstanceAdmin?: boolean; method?: SignInMethod; isInvented?: boolean } = {},
): Promise<Viewer> {
  count += 1
  const { email = `${name.toLowerCase().replace(/\W+/g, '-')}-${count}@river.invalid`, method = 'mail-link' } = more
  const { isInstanceAdmin = false, isInvented = false } = more
  return asSystem(
    isInvented ? 'demo' : 'test',
    async (tx) => {
      const person = await tx.person.create({
        data: { name, email, isInstanceAdmin, isInvented, emailProvenAt: new Date() },
      })
      const sessionId = await startSession(tx, person.id, method, new Date(), null)
      return provenViewer({ personId: person.id, sessionId, method })
    },
    write,
  )
}

/** A group with an organizer. */
export async function groupOf(organizer: Viewer, more: { name?: string; isDemo?: boolean } = {}): Promise<string> {
  const { name = 'River council', isDemo = false } = more
  return asSystem(
    'test',
    async (tx) => {
      const group = await tx.group.create({ data: { name, isDemo, timeZone: 'Europe/Lisbon' } })
      await tx.organizer.create({ data: { groupId: group.id, personId: organizer.personId } })
      return group.id
    },
    write,
  )
}

/** A party with its people in their roles. */
export async function partyOf(
  groupId: string,
  name: string,
  people: readonly (readonly [Viewer, 'head' | 'deputy' | 'delegate' | 'observer'])[] = [],
): Promise<string> {
  return asSystem(
    'test',
    async (tx) => {
      const party = await tx.party.create({ data: { groupId, name, shortName: name, timeZone: 'Europe/Lisbon' } })
      for (const [{ personId }, role] of people)
        await tx.partyMember.create({ data: { groupId, partyId: party.id, personId, role } })
      return party.id
    },
    write,
  )
}

/** A request to the API as a browser of this instance sends it; `null` is signed in as nobody. */
export async function request(
  viewer: Viewer | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Request> {
  const { baseUrl } = settings()
  const cookie = viewer === null ? '' : ((await sealedCookie(viewer.sessionId)).split(';')[0] ?? '')
  return new Request(`${baseUrl}/api/v1${path}`, {
    method,
    headers: { origin: baseUrl, cookie, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
