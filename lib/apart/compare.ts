import type { WordRun } from '#domain/wording.ts'
import { type Bounds, computeApart } from './threads.ts'
import { wordDiff } from './word-diff.ts'

/**
 * What is compared at once, in UTF-16 units of both wordings together: so much in all, and so much between the first and the
 * last place where they differ, for the time grows with its square. It takes some ten milliseconds at most.
 */
const atOnce = { whole: 20_000, differing: 1_000 } as const

/** What a comparison of longer ones may take. */
const comparison: Bounds = { time: 3_000, memory: 300 }

/** The difference of two wordings; null: they are too different or too long to be compared. A wording and itself are always compared. */
export async function compareWordings(
  personId: string,
  older: string,
  newer: string,
  bounds: Bounds = comparison,
): Promise<readonly WordRun[] | null> {
  if (older === newer) return older === '' ? [] : [{ kind: 'same', text: older }]
  if (older.length + newer.length <= atOnce.whole && differing(older, newer) <= atOnce.differing)
    return wordDiff(older, newer)
  return computeApart(personId, 'compare-thread.ts', { data: { older, newer } }, bounds)
}

/** How long the stretches are together that lie between what both have in common at either end. */
function differing(older: string, newer: string): number {
  const most = Math.min(older.length, newer.length)
  let start = 0
  while (start < most && older[start] === newer[start]) start += 1
  let end = 0
  while (end < most - start && older.at(-1 - end) === newer.at(-1 - end)) end += 1
  return older.length + newer.length - 2 * (start + end)
}
