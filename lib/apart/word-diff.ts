import shareWords from '@jest/diff-sequences'
import { runsOf, type SharedWords, type WordRun, wordsOf } from '#domain/wording.ts'

/**
 * How many pairs of words are compared at most: some tenths of a second. Enough for the longest wording that people write,
 * every word of it changed; what takes more has so little in common that nobody would follow the marks.
 */
const mostCompared = 25_000_000

/**
 * The difference of two wordings, with as many words kept as can be; null: they are too different for it to be found within the
 * bound, which is a number of steps and not a time, so that the answer is the same wherever it is computed. Myers' algorithm
 * in linear space.
 */
export function wordDiff(older: string, newer: string, most: number = mostCompared): readonly WordRun[] | null {
  const [oldWords, newWords] = [wordsOf(older), wordsOf(newer)]
  const number = numbering()
  const [old, next] = [oldWords.map(number), newWords.map(number)]
  const shared: SharedWords[] = []
  let compared = 0
  const isSame = (oldAt: number, newAt: number): boolean => {
    compared += 1
    if (compared > most) throw new TooDifferent()
    return old[oldAt] === next[newAt]
  }
  try {
    shareWords(old.length, next.length, isSame, (count, oldAt, newAt) => {
      shared.push({ count, older: oldAt, newer: newAt })
    })
  } catch (error) {
    if (error instanceof TooDifferent) return null
    throw error
  }
  return runsOf(oldWords, newWords, shared)
}

/** Ends a comparison: the library has no bound of its own. */
class TooDifferent extends Error {}

/** Equal words get equal numbers: comparing numbers is what the inner loop does. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>()
  return (word) => {
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  }
}
