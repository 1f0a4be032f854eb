/** Emphasis in Markdown (CommonMark 0.31 §6.2; "~~" as in GitHub Flavored Markdown §6.5): which marks are markup. */

/** Runs of "*", "_" or "~" that wait for the run that closes them, the last one last. */
export type Openers = Readonly<Record<string, { readonly piece: number; left: number }[]>>

/** Nothing that could still be closed: how the words of a passage begin. */
export function noOpeners(): Openers {
  return { '*': [], _: [], '~': [] }
}

/**
 * Reads the run of `length` equal delimiters at `at`. It opens emphasis before a word, closes it after one (flanking
 * runs), and is words where it does neither or where its counterpart is missing. Takes from the `pieces` of
 * the runs that it closes, and answers what is left of itself: the caller's next piece.
 */
export function readEmphasis(source: string, at: number, length: number, openers: Openers, pieces: string[]): string {
  const char = source[at] ?? ''
  const waiting = openers[char] ?? []
  const { canOpen, canClose } = flanking(source, at, length)
  let left = length
  while (canClose && left > 0) {
    const opener = waiting.at(-1)
    if (opener === undefined) break
    const paired = Math.min(opener.left, left)
    opener.left -= paired
    left -= paired
    pieces[opener.piece] = char.repeat(opener.left)
    if (opener.left === 0) waiting.pop()
  }
  if (canOpen && left > 0) waiting.push({ piece: pieces.length, left })
  return char.repeat(left)
}

function flanking(source: string, at: number, length: number): { canOpen: boolean; canClose: boolean } {
  const char = source[at]
  // Longer runs of tildes are a line that somebody drew.
  if (char === '~' && length > 2) return { canOpen: false, canClose: false }
  const before = charKind(source.slice(Math.max(at - 2, 0), at).match(/.$/u)?.[0])
  const after = charKind(source.slice(at + length, at + length + 2).match(/^./u)?.[0])
  const left = after !== 'space' && (after === 'word' || before !== 'word')
  const right = before !== 'space' && (before === 'word' || after !== 'word')
  if (char !== '_') return { canOpen: left, canClose: right }
  return { canOpen: left && (!right || before === 'sign'), canClose: right && (!left || after === 'sign') }
}

function charKind(char: string | undefined): 'space' | 'sign' | 'word' {
  if (char === undefined || /\s/u.test(char)) return 'space'
  return /[\p{P}\p{S}]/u.test(char) ? 'sign' : 'word'
}
