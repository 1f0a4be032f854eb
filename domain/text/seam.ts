/** How two pieces of a text become one passage: only whitespace is decided here, never a letter. */

/** Scripts that put no space between words, and the punctuation that goes with them (Unicode UAX #24). */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff01-\uff65]/u

/** A word broken at a line end; its hyphen stays, for only the author knows whether it belongs to the word. */
const brokenWord = /\p{L}[-\u2010\u00ad]$/u

/** What belongs between two adjoining pieces, neither blank: a space, or nothing. */
export function seamBetween(before: string, after: string): ' ' | '' {
  const end = before.slice(-3)
  const start = String.fromCodePoint(after.codePointAt(0) ?? 0x20)
  if (brokenWord.test(end) && /\p{L}/u.test(start)) return ''
  const last = String.fromCodePoint(end.codePointAt(end.length - (isLowSurrogate(end.at(-1)) ? 2 : 1)) ?? 0x20)
  return unspaced.test(last) && unspaced.test(start) ? '' : ' '
}

/** Joins the lines of one passage. */
export function joinLines(lines: readonly string[]): string {
  const pieces: string[] = []
  let previous = ''
  for (const line of lines) {
    if (previous !== '') pieces.push(seamBetween(previous, line))
    pieces.push(line)
    previous = line
  }
  return pieces.join('')
}

function isLowSurrogate(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\udc00' && unit <= '\udfff'
}
