/** What one line of Markdown begins with (CommonMark 0.31 §4 and §5). */

/** One line without the quote marks and the space before it. */
export interface SourceLine {
  /** The rest of the line, from its first character that is no space; empty: a blank line. */
  readonly rest: string
  /** Columns of space after the last quote mark; a tab counts four. */
  readonly indent: number
  /** How many ">" stand before it. */
  readonly quoteLevel: number
}

/** Reads what stands before the words of a line: indent and marks of quotes. */
export function readSourceLine(line: string): SourceLine {
  let quoteLevel = 0
  let indent = 0
  let at = 0
  for (; at < line.length; at += 1) {
    const char = line[at]
    if (char === '>') {
      quoteLevel += 1
      indent = 0
      if (line[at + 1] === ' ') at += 1
    } else if (char === ' ') indent += 1
    else if (char === '\t') indent += 4
    else break
  }
  return { rest: line.slice(at), indent, quoteLevel }
}

/** An ATX heading ("## Words ##"): its level 1–6 and its words; null: it is none. */
export function atxHeading(rest: string): { readonly level: number; readonly words: string } | null {
  const marks = /^(#{1,6})(?:[ \t]+|$)/.exec(rest)
  if (marks === null) return null
  let words = rest.slice(marks[0].length).trim()
  let end = words.length
  while (words[end - 1] === '#') end -= 1
  if (end === 0 || words[end - 1] === ' ' || words[end - 1] === '\t') words = words.slice(0, end).trim()
  return { level: marks[1]?.length ?? 1, words }
}

/** The level of the heading that a line of "=" (1) or "-" (2) makes of the paragraph before it; 0: it makes none. */
export function setextLevel(rest: string): 0 | 1 | 2 {
  const line = rest.trimEnd()
  return /^=+$/.test(line) ? 1 : /^-+$/.test(line) ? 2 : 0
}

/** A line that parts sections and has no words ("***", "- - -"). */
export function isThematicBreak(rest: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,})$/.test(rest.replace(/[ \t]/g, ''))
}

/** The mark of a list item. */
export interface ItemMark {
  /** "3." or "3)"; null: a bullet. */
  readonly label: string | null
  /** Where the words begin in the line, in UTF-16 units. */
  readonly length: number
}

/** The mark with which an item of a list begins; null: none. */
export function itemMark(rest: string): ItemMark | null {
  const [whole, mark = ''] = /^([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/.exec(rest) ?? []
  if (whole === undefined) return null
  return { label: mark.length === 1 ? null : mark, length: whole.length }
}

/** A fence around code: its character, its length and its indentation. */
export interface Fence {
  readonly mark: string
  readonly indent: number
  readonly quoteLevel: number
}

/** The fence with which a line opens a block of code; null: it opens none. */
export function openingFence({ rest, indent, quoteLevel }: SourceLine): Fence | null {
  const mark = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest)?.[0]
  return mark === undefined ? null : { mark, indent, quoteLevel }
}

/** Whether a line closes a block of code that this fence opened. */
export function closesFence(fence: Fence, { rest }: SourceLine): boolean {
  const line = rest.trimEnd()
  return line.startsWith(fence.mark) && line === (fence.mark[0] ?? '').repeat(line.length)
}

/** The end mark of a comment, script or style that begins with `rest` and goes on over further lines; null: none does. */
export function openHtmlEnd(rest: string): string | null {
  const start = /^<(!--|script(?=[\s>])|style(?=[\s>]))/i.exec(rest)?.[1]?.toLowerCase()
  if (start === undefined) return null
  const end = start === '!--' ? '-->' : `</${start}>`
  return rest.toLowerCase().includes(end) ? null : end
}

/** A row of a table (GitHub Flavored Markdown §4.10): its cells with "|" between them; null: it is none. */
export function tableRow(rest: string): string | null {
  if (!rest.startsWith('|')) return null
  const row = rest.trimEnd()
  return row.slice(1, row.length > 1 && row.endsWith('|') ? -1 : undefined).trim()
}

/** The row that parts a table's head from its body and has no words. */
export function isDelimiterRow(row: string): boolean {
  return row.includes('-') && /^[\s:|-]+$/.test(row)
}

/** Answers on which line a mark, in lower case, occurs for the last time; -1: on none. Searches once for each mark. */
export function lastLineFinder(lines: readonly string[]): (mark: string) => number {
  const known = new Map<string, number>()
  return (mark) => {
    const answer = known.get(mark) ?? lines.findLastIndex((line) => line.toLowerCase().includes(mark))
    known.set(mark, answer)
    return answer
  }
}
