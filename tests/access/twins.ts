/**
 * Twin worlds: one in which everything is, and for each actor one in which whatever they may not see is not there, or is otherwise. What
 * is answered to them must be the same in both: no count, order, number, name or time gives away what is hidden.
 */
import type { Actor } from './actors.ts'
import { missingId, type Reply } from './probe.ts'
import { unfolded } from './world/canaries.ts'
import { made } from './world/place.ts'
import { makeWorld, type World } from './world/world.ts'

/** Everybody who is somebody here. To the others nothing opens, which the matrix itself shows. */
export const TWIN_ACTORS: readonly Actor[] = [
  'member-without-party',
  'third-party',
  'left-party',
  'other-party',
  'observer',
  'delegate',
  'head',
  'installed-head',
  'facilitator',
  'pending-officer',
  'organizer',
  'instance-admin',
  'removed-member',
]

export interface Twins {
  readonly whole: World
  readonly of: ReadonlyMap<Actor, World>
}

export async function makeTwins(): Promise<Twins> {
  const whole = await makeWorld()
  const of = new Map<Actor, World>()
  for (const actor of TWIN_ACTORS) {
    const twin = await makeWorld({ twinOf: actor })
    // What is not there is asked for by an id that nothing has.
    const ids = Object.fromEntries(Object.keys(whole.ids).map((name) => [name, twin.ids[name] ?? missingId]))
    of.set(actor, { ...twin, ids })
  }
  return { whole, of }
}

/** An answer without what differs between any two worlds: their numbers, ids and sums, and the minute in which they were made. */
export function withoutWorld({ status, body, headers }: Reply): Reply {
  return { status, body: plain(body), headers: plain(headers) }
}

function plain(text: string): string {
  return (
    unfolded(text)
      .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'id')
      .replaceAll(/\b[\da-f]{64}\b|(?<=-)[\da-f]{8}(?=\.(md|json))|(?<=[">])[\da-f]{8}(?=["<])/g, 'sum')
      // When a calendar file was made.
      .replaceAll(/DTSTAMP:\d{8}T\d{6}Z/g, 'DTSTAMP')
      .replaceAll(/(canary-|River council |admin-|River-council-)\d+/g, '$1n')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (instant) => (isNow(instant) ? 'then' : instant))
  )
}

function isNow(instant: string): boolean {
  const since = Date.parse(instant) - made.getTime()
  return since >= 0 && since < 3_600_000
}

/**
 * What a page says, as the browser fetches it from page to page: how often it has each word, number and name of an element. In
 * which pieces it is sent, and in which order, depends on when they were ready.
 */
export function leavesOf({ status, body, headers }: Reply): object {
  const rows = body.split('\n').map((row) => row.replace(/^[\da-f]*:/, ''))
  return { status, headers, leaves: rows.flatMap(leavesOfRow).sort() }
}

function leavesOfRow(row: string): readonly string[] {
  try {
    return leaves('', JSON.parse(row))
  } catch {
    // Imports, hints and long texts are no JSON.
    return row === '' ? [] : [row]
  }
}

function leaves(name: string, value: unknown): readonly string[] {
  // An element that is sent by itself has lost the name under which it stood.
  if (Array.isArray(value)) return value.flatMap((one) => leaves('', one))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leaves(key, inner))
  // A reference to another piece.
  if (typeof value === 'string' && /^\$[\w@]/.test(value)) return []
  return [`${name}: ${value}`]
}
