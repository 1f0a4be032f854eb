import { asSystem } from '#lib/db/transaction.ts'
import { provenViewer, type Viewer } from '#lib/db/viewer.ts'
import { signedIn } from '#tests/setup/people.ts'
import type { Actor } from '../actors.ts'
import { made } from './place.ts'

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

/** The people of a world, with marks in their addresses and in the name of one; `word` as in `Hide`. */
export async function makePeople(world: number, word: (thing: string) => string): Promise<Viewers> {
  const signed = await Promise.all(
    Object.entries(names).map(async ([actor, known]) => {
      const name = actor === 'observer' ? word('observer-name') : known
      return [actor, await signedIn(name, { email: `${word(`${actor}-address`)}@river.invalid` })]
    }),
  )
  const people: Partial<Record<Actor, Viewer>> = Object.fromEntries(signed)
  const admin = await signedIn('Ines Dahl', { email: `admin-${world}@river.invalid`, isInstanceAdmin: true })
  const viewers = { ...(people as Viewers), anonymous: null, 'instance-admin': admin }
  await signedInThen(Object.values(viewers).flatMap((viewer) => viewer?.sessionId ?? []))
  return { ...viewers, 'expired-session': await expired(present(viewers.head)) }
}

/** When somebody signed in stands on their page, to the minute: in all worlds the same. */
async function signedInThen(ids: readonly string[]): Promise<void> {
  const data = { createdAt: made }
  await asSystem('test', (tx) => tx.session.updateMany({ where: { id: { in: [...ids] } }, data }), { write: true })
}

/** The viewer of somebody who is signed in. */
export function present(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new Error('This actor is not signed in.')
  return viewer
}

/** A person in a session that has run out. */
async function expired({ personId }: Viewer): Promise<Viewer> {
  const long = new Date(Date.now() - 86_400_000)
  const session = await asSystem(
    'test',
    (tx) => tx.session.create({ data: { personId, method: 'mail-link', createdAt: long, expiresAt: long } }),
    { write: true },
  )
  return provenViewer({ personId, sessionId: session.id, method: 'mail-link' })
}
