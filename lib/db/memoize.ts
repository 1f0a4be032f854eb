/** Answers that hold for as long as a reading lasts: it sees one moment of the database, so asking again would change nothing. */
import type { Tx } from './prisma.ts'

const kept = new WeakMap<Tx, Map<string, Promise<unknown>>>()

/** Lets this transaction keep its answers. For readings alone: what a write has locked it must read anew. */
export function startMemoizing(tx: Tx): void {
  kept.set(tx, new Map())
}

/** What `read` says, asked once per reading under this key; in a write, each time. */
export function memoize<T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> {
  const answers = kept.get(tx)
  if (answers === undefined) return read()
  const memoized = answers.get(key)
  // A key is used with one type alone.
  if (memoized !== undefined) return memoized as Promise<T>
  const answer = read()
  answers.set(key, answer)
  return answer
}

/** What is known under this key in this reading, if it was asked. */
export function memoized<T>(tx: Tx, key: string): Promise<T> | undefined {
  return kept.get(tx)?.get(key) as Promise<T> | undefined
}
