import { segmenterFor } from './text/segmenter.ts'

/** A run of words of a comparison, in reading order. `same` stands in both texts. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Words that two texts share, one after the other: how many, and the places of the first one among the words of either. */
export interface SharedWords {
  readonly count: number
  readonly older: number
  readonly newer: number
}

/**
 * The words of a text, and what stands between them, joined the text again. Words are those of Unicode (UAX #29), in scripts
 * without spaces those of a dictionary, so that no letter is torn from its marks and no word apart. Linear.
 */
export function wordsOf(text: string): readonly string[] {
  return Array.from(segmenterFor('word').segment(text), ({ segment }) => segment)
}

/**
 * The difference of two wordings, word by word, for display: `same` and `removed` joined give the older text, `same`
 * and `added` the newer, unit for unit. Text is never reordered: for right-to-left wordings isolate each run where it is
 * shown (`<bdi>`, or `<ins>` and `<del>` with `dir="auto"`).
 *
 * @param shared in reading order, none of them overlapping.
 */
export function runsOf(
  older: readonly string[],
  newer: readonly string[],
  shared: readonly SharedWords[],
): readonly WordRun[] {
  const runs: WordRun[] = []
  const emit = (kind: WordRun['kind'], words: readonly string[]) => {
    if (words.length > 0) runs.push({ kind, text: words.join('') })
  }
  let [oldAt, newAt] = [0, 0]
  for (const { count, older: oldFrom, newer: newFrom } of shared) {
    emit('removed', older.slice(oldAt, oldFrom))
    emit('added', newer.slice(newAt, newFrom))
    emit('same', older.slice(oldFrom, oldFrom + count))
    oldAt = oldFrom + count
    newAt = newFrom + count
  }
  emit('removed', older.slice(oldAt))
  emit('added', newer.slice(newAt))
  return tidied(runs)
}

/** The bare space between two changes belongs to both: the reader sees phrases change, not every second word. */
function tidied(runs: readonly WordRun[]): readonly WordRun[] {
  const whole = joined(runs)
  const changes = (run: WordRun | undefined) => run !== undefined && run.kind !== 'same'
  const phrases = whole.flatMap<WordRun>((run, place) => {
    const between = changes(whole[place - 1]) && changes(whole[place + 1])
    if (run.kind !== 'same' || run.text.trim() !== '' || !between) return [run]
    return [
      { kind: 'removed', text: run.text },
      { kind: 'added', text: run.text },
    ]
  })
  return joined(phrases)
}

/** Neighbours of one kind become one run; within a change what was removed comes before what was added. */
function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const result: WordRun[] = []
  for (const { kind, text } of runs) {
    const last = result.at(-1)
    const place = kind === 'removed' && last?.kind === 'added' ? result.length - 2 : result.length - 1
    const partner = result[place]
    if (partner?.kind === kind) result[place] = { kind, text: partner.text + text }
    else result.splice(place + 1, 0, { kind, text })
  }
  return result
}
