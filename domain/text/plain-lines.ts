/** Which lines of a plain text belong together: the line breaks of a mail or a typescript are not those of its author. */
import { type ListMark, listMarkOf } from './plain-marks.ts'

/** One line that is not blank. */
export interface Line {
  /** Without the quote marks before it and the space around it; runs of spaces and tabs are one space. */
  readonly body: string
  /** Columns of space before `body`; a tab counts four. */
  readonly indent: number
  /** How many ">" stand before it. */
  readonly quoteLevel: number
  /** Width of `body` in columns: a wide character (East Asian) counts two. */
  readonly width: number
  readonly mark: ListMark | null
}

/** Reads one line; null: a blank one. */
export function readLine(source: string): Line | null {
  let quoteLevel = 0
  let indent = 0
  let at = 0
  for (; at < source.length; at += 1) {
    const char = source[at]
    if (char === '>') {
      quoteLevel += 1
      indent = 0
    } else if (char === '\t') indent += 4
    else if (char === '\u3000') indent += 2
    else if (char === ' ' || char === '\u00a0') indent += 1
    else break
  }
  const body = source
    .slice(at)
    .trim()
    .replace(/[ \t]+/g, ' ')
  if (body === '') return null
  return { body, indent, quoteLevel, width: widthOf(body), mark: isRule(body) ? null : listMarkOf(body) }
}

/** A line without letters and digits: dashes or stars that part sections. */
export function isRule(body: string): boolean {
  return !/[\p{L}\p{N}]/u.test(body)
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

function widthOf(body: string): number {
  return body.length + (body.match(wide)?.length ?? 0)
}

/** Width of the first word of a line, up to where it could be broken. */
function firstWordWidth({ body }: Line): number {
  if (body.search(wide) === 0) return 2
  const space = body.search(/[ \t]/)
  return space === -1 ? body.length : space
}

/** Whether a sentence ends at the end of `text`, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？؟।]["'”’»)\]]*$/u.test(text.slice(-6))
}

/** Columns at which somebody's editor breaks lines: less is verse or a list, more is one line for a paragraph. */
const wrapBounds = { min: 40, max: 120 }

/**
 * The column at which the whole text was wrapped; null: it was not. Evidence is taken from lines that another line
 * follows: wrapped ones fill the width, so that the next word would not have fitted, and break within sentences.
 */
export function wrapWidthOf(lines: readonly (Line | null)[]): number | null {
  const pairs: { before: Line; after: Line }[] = []
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1]
    const after = lines[index]
    if (before && after && after.mark === null && before.quoteLevel === after.quoteLevel) pairs.push({ before, after })
  }
  if (pairs.length < 2) return null
  const widths = pairs.map(({ before }) => before.indent + before.width).sort((one, other) => one - other)
  const width = widths[Math.floor(widths.length * 0.8)] ?? 0
  if (width < wrapBounds.min || width > wrapBounds.max) return null
  const filled = pairs.filter(({ before, after }) => fills(before, after, width)).length
  const ended = pairs.filter(({ before }) => endsSentence(before.body)).length
  return filled * 2 >= pairs.length && ended * 5 < pairs.length * 4 ? width : null
}

function fills(before: Line, after: Line, width: number): boolean {
  return before.indent + before.width + 1 + firstWordWidth(after) > width
}

/** From this width on, a line that goes on in lower case is a broken one and not verse. */
const brokenLineWidth = 30

/** Whether the break between two adjoining lines is the editor's and not the author's. */
export function isWrapped(before: Line, after: Line, wrapWidth: number | null): boolean {
  const goesOn = /^\p{Ll}/u.test(after.body) && !/[.!?:;…]$/u.test(before.body)
  if (goesOn && (before.width >= brokenLineWidth || /\p{L}[-\u2010\u00ad]$/u.test(before.body))) return true
  return wrapWidth !== null && fills(before, after, wrapWidth)
}
