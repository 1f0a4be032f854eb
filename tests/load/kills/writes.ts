/** Writes over the API that remember whether they were answered, so that what became of them can be judged later. */
import { sealedCookie } from '#lib/auth/session-cookie.ts'
import type { Viewer } from '#lib/db/viewer.ts'

/** What an answer with success said; of an answer without a body nothing. */
export type Said = Readonly<Record<string, unknown>>

export interface Write {
  readonly by: Viewer
  readonly method: 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`. */
  readonly path: string
  readonly body?: object
  /** What must be found of it once it said this; null: the most that may be found when it was not answered. */
  leaves(said: Said | null): readonly string[]
}

export interface Sent extends Write {
  /** Its idempotency key. */
  readonly key: string
  /** Null: not answered. */
  said: Said | null
  /** Status of the answer; 0: not answered. */
  status: number
  /** Answered when it was sent again, which names what was made and does not say how it stands. */
  late: boolean
}

const cookies = new Map<Viewer, Promise<string>>()

/** The Cookie header of somebody's browser. */
export function cookieOf(viewer: Viewer): Promise<string> {
  const cookie = cookies.get(viewer) ?? sealedCookie(viewer.sessionId).then((line) => line.split(';')[0] ?? '')
  cookies.set(viewer, cookie)
  return cookie
}

/** An answer as it came; null: the connection ended before all of it was here. */
export async function ask(
  baseUrl: string,
  { by, method, path, body, key }: Pick<Sent, 'by' | 'path'> & Partial<Pick<Sent, 'body' | 'key'>> & { method: string },
): Promise<{ readonly status: number; readonly text: string } | null> {
  const headers = {
    origin: baseUrl,
    cookie: await cookieOf(by),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  try {
    const answer = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return null
  }
}

/** What an answer said; `expected` alone is no failure, and says null. */
export function read(
  { method, path }: Pick<Write, 'method' | 'path'>,
  { status, text }: { readonly status: number; readonly text: string },
  expected?: string,
): Said | null {
  const said = text === '' ? {} : (JSON.parse(text) as Said)
  if (status < 300) return said
  if (expected !== undefined && said.refused === expected) return null
  throw new Error(`${method} ${path}: ${status} ${text}`)
}

/** How often something is found, by its name. */
export type Counts = ReadonlyMap<string, number>

export function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** What was answered and is not there, and what is there more often than it was sent. */
export function judge(sent: readonly Sent[], found: Counts): { readonly lost: string[]; readonly doubled: string[] } {
  const must = counted(sent.flatMap((one) => (one.said === null ? [] : one.leaves(one.said))))
  const may = counted(sent.flatMap((one) => one.leaves(one.late ? null : one.said)))
  const times = (counts: Counts, name: string): number => counts.get(name) ?? 0
  return {
    lost: [...must.keys()].filter((name) => times(found, name) < times(must, name)),
    doubled: [...found.keys()].filter((name) => times(found, name) > times(may, name)),
  }
}
