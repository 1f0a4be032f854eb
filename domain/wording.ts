/** A run of words of a comparison, in reading order. `same` stands in both texts. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Above this many edits on one stretch it is shown as replaced as a whole: no reader follows more, and time stays bounded. */
const MAX_EDITS = 2_000

/** A stretch of the older words and the stretch of the newer ones that is compared with it; ends are exclusive. */
interface Box {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

type Emit = (kind: WordRun['kind'], from: number, to: number) => void

/**
 * The difference of two wordings, word by word, for display: `same` and `removed` joined give the older text, `same`
 * and `added` the newer, unit for unit. Words are those of Unicode (UAX #29), so that no letter is torn from its marks
 * in any script. Text is never reordered: for right-to-left wordings isolate each run where it is shown (`<bdi>`, or
 * `<ins>` and `<del>` with `dir="auto"`).
 *
 * Myers' algorithm in its linear-space form: memory grows with the texts, time with texts × edits, at most `MAX_EDITS`.
 */
export function wordDiff(older: string, newer: string): readonly WordRun[] {
  const oldWords = wordsOf(older)
  const newWords = wordsOf(newer)
  const runs: WordRun[] = []
  const emit: Emit = (kind, from, to) => {
    if (from === to) return
    const text = (kind === 'added' ? newWords : oldWords).slice(from, to).join('')
    runs.push({ kind, text })
  }
  const number = numbering()
  const box = { oldFrom: 0, oldTo: oldWords.length, newFrom: 0, newTo: newWords.length }
  compare(oldWords.map(number), newWords.map(number), box, emit)
  return tidied(runs)
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** Equal words get equal numbers: comparing numbers is what the inner loop does. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>()
  return (word) => {
    const known = numbers.get(word) ?? numbers.size
    numbers.set(word, known)
    return known
  }
}

/** Sets aside what both have in common at either end, then splits the rest where a shortest path crosses its middle. */
function compare(old: readonly number[], next: readonly number[], box: Box, emit: Emit): void {
  let { oldFrom, oldTo, newFrom, newTo } = box
  while (oldFrom < oldTo && newFrom < newTo && old[oldFrom] === next[newFrom]) {
    oldFrom += 1
    newFrom += 1
  }
  while (oldFrom < oldTo && newFrom < newTo && old[oldTo - 1] === next[newTo - 1]) {
    oldTo -= 1
    newTo -= 1
  }
  emit('same', box.oldFrom, oldFrom)
  const rest = { oldFrom, oldTo, newFrom, newTo }
  const middle = oldFrom < oldTo && newFrom < newTo ? middleOf(old, next, rest) : null
  if (middle === null) {
    emit('removed', oldFrom, oldTo)
    emit('added', newFrom, newTo)
  } else {
    compare(old, next, { ...rest, oldTo: middle.old, newTo: middle.new }, emit)
    compare(old, next, { ...rest, oldFrom: middle.old, newFrom: middle.new }, emit)
  }
  emit('same', oldTo, box.oldTo)
}

/** Where a shortest path through the box meets itself, walked from both ends at once; null beyond `MAX_EDITS`. */
function middleOf(old: readonly number[], next: readonly number[], box: Box): { old: number; new: number } | null {
  const width = box.oldTo - box.oldFrom
  const height = box.newTo - box.newFrom
  const delta = width - height
  const most = Math.min(Math.ceil((width + height) / 2), MAX_EDITS / 2)
  const ahead = furthest(most, width, height, (x, y) => old[box.oldFrom + x] === next[box.newFrom + y])
  const back = furthest(most, width, height, (x, y) => old[box.oldTo - 1 - x] === next[box.newTo - 1 - y])
  for (let edits = 0; edits <= most; edits += 1) {
    for (let k = -edits; k <= edits; k += 2) {
      const x = ahead.step(k, edits)
      const met = delta % 2 !== 0 && Math.abs(delta - k) < edits && x + back.at(delta - k) >= width
      if (met) return { old: box.oldFrom + x, new: box.newFrom + x - k }
    }
    for (let k = -edits; k <= edits; k += 2) {
      const x = back.step(k, edits)
      const met = delta % 2 === 0 && Math.abs(delta - k) <= edits && x + ahead.at(delta - k) >= width
      if (met) return { old: box.oldTo - x, new: box.newTo - (x - k) }
    }
  }
  return null
}

/** How far a path reaches on each diagonal `k` (old minus new) after so many edits. */
function furthest(most: number, width: number, height: number, same: (x: number, y: number) => boolean) {
  const reach = new Int32Array(2 * most + 3)
  const at = (k: number) => reach[k + most + 1] ?? 0
  const step = (k: number, edits: number): number => {
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1))
    let x = down ? at(k + 1) : at(k - 1) + 1
    while (x < width && x - k < height && same(x, x - k)) x += 1
    reach[k + most + 1] = x
    return x
  }
  return { at, step }
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
