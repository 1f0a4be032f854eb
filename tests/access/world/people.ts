import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import { signedIn } from '#tests/setup/people.ts'
import { type Actor, IN_GROUP, without } from '../actors.ts'
import type { Canary } from './canaries.ts'

/** Who is signed in as whom; null: nobody is. */
export type Viewers = Readonly<Record<Actor, Viewer | null>>

const names: Readonly<Partial<Record<Actor, string>>> = {
  'member-without-party': 'Mona Rye',
  'third-party': 'Tove Lind',
  'left-party': 'Lars Quist',
  'other-party': 'Owen Hale',
  observer: 'Otto Elm',
  delegate: 'Lena Ash',
  head: 'Hal Birch',
  'installed-head': 'Nils Oak',
  facilitator: 'Faye Moor',
  'pending-officer': 'Pia Marsh',
  organizer: 'Olga Ness',
  'removed-member': 'Remy Fox',
}

/** The people of a world. An address is read by whoever has it and by those who govern the person's party (rule 14). */
export async function makePeople(world: number): Promise<{ viewers: Viewers; canaries: readonly Canary[] }> {
  const made = await Promise.all(
    Object.entries(names).map(async ([actor, known]) => {
      const name = actor === 'observer' ? observerName(world) : known
      return [actor, await signedIn(name, { email: addressOf(actor, world) })]
    }),
  )
  const people: Partial<Record<Actor, Viewer>> = Object.fromEntries(made)
  const admin = await signedIn('Ines Dahl', { isInstanceAdmin: true })
  const viewers = { ...(people as Viewers), anonymous: null, 'instance-admin': admin }
  const canaries = Object.keys(names).map((name) => {
    const actor = name as Actor
    const own = actor === 'removed-member' ? [] : heads(actor)
    return { word: addressOf(actor, world), for: [actor, ...own] }
  })
  // Whom a party brings along is known to itself, to the organizer, and to those who hold meetings with it.
  const among = without(IN_GROUP, 'member-without-party', 'pending-officer', 'left-party')
  const observer = { word: observerName(world), for: among }
  return {
    viewers: { ...viewers, 'expired-session': await expired(present(viewers.head)) },
    canaries: [...canaries, observer],
  }
}

function observerName(world: number): string {
  return `Otto Elm-${world}-end`
}

function heads(actor: Actor): readonly Actor[] {
  return ['observer', 'delegate', 'head', 'installed-head'].includes(actor) ? ['head', 'installed-head'] : []
}

export function addressOf(actor: string, world: number): string {
  return `${actor}-${world}@river.invalid`
}

/** The viewer of somebody who is signed in. */
export function present(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new Error('This actor is not signed in.')
  return viewer
}

/** The same person, in a session that has run out. */
async function expired({ personId }: Viewer): Promise<Viewer> {
  const long = new Date(Date.now() - 86_400_000)
  const session = await asSystem(
    'test',
    (tx) => tx.session.create({ data: { personId, method: 'mail-link', createdAt: long, expiresAt: long } }),
    { write: true },
  )
  return provenViewer({ personId, sessionId: session.id, method: 'mail-link' })
}
