/** The units of a plain text: what its author wrote as one thing, before it is judged what kind of thing. */
import { endsSentence, isRule, isWrapped, type Line, readLine, wrapWidthOf } from './plain-lines.ts'
import { follows, type ListMark } from './plain-marks.ts'
import { joinLines } from './seam.ts'

/** Lines of a plain text that belong together and become one passage. */
export interface Unit {
  /** The words; without the mark where `mark` is not null. */
  readonly text: string
  /** The mark of a list item: bullets always, ordered marks where a neighbour counts on. */
  readonly mark: ListMark | null
  /** Columns before the first line. */
  readonly indent: number
  readonly quoteLevel: number
  readonly lineCount: number
  /** A blank line, or nothing, stands before it / after it. */
  readonly blankBefore: boolean
  readonly blankAfter: boolean
  /** Underlined with "=" (1) or "-" (2); 0: not. */
  readonly underline: 0 | 1 | 2
}

interface Draft {
  lines: [Line, ...Line[]]
  blankBefore: boolean
  blankAfter: boolean
  underline: 0 | 1 | 2
  /** An ordered mark whose neighbour counts on: a list item, not a sentence that begins with a number. */
  counted: boolean
}

/** Groups the lines of a text. Linear in its length. */
export function unitsOf(text: string): Unit[] {
  const lines = text.split('\n').map(readLine)
  const wrapWidth = wrapWidthOf(lines)
  const drafts: Draft[] = []
  let open: Draft | null = null
  for (const line of lines) {
    if (line === null) {
      if (open !== null) open.blankAfter = true
      open = null
    } else if (open !== null && underlineOf(open, line) !== 0) {
      open.underline = underlineOf(open, line)
      open = null
    } else if (open !== null && continues(open, line, wrapWidth)) open.lines.push(line)
    else {
      const blankBefore = drafts.at(-1)?.blankAfter ?? true
      open = { lines: [line], blankBefore, blankAfter: false, underline: 0, counted: false }
      drafts.push(open)
    }
  }
  const last = drafts.at(-1)
  if (last !== undefined) last.blankAfter = true
  countMarks(drafts)
  return drafts.map(toUnit)
}

function underlineOf({ lines }: Draft, { body, quoteLevel }: Line): 0 | 1 | 2 {
  const [first] = lines
  if (lines.length > 1 || first.quoteLevel !== quoteLevel || isRule(first.body)) return 0
  if (body.length * 2 < first.width) return 0
  return /^={3,}$/.test(body) ? 1 : /^(?:-{3,}|~{3,})$/.test(body) ? 2 : 0
}

/** Whether `line` goes on with the unit before it, no blank line being between them. */
function continues({ lines }: Draft, line: Line, wrapWidth: number | null): boolean {
  const [first] = lines
  const before = lines.at(-1) ?? first
  if (line.quoteLevel !== before.quoteLevel || isRule(line.body) || isRule(before.body)) return false
  if (line.mark !== null) {
    // A wrapped sentence may go on with a dash or a number; a list may not begin in the middle of a sentence.
    return first.mark === null && isWrapped(before, line, wrapWidth) && !/[.:;!?]$/u.test(before.body)
  }
  if (first.mark !== null && line.indent > first.indent) return true
  if (line.indent >= before.indent + 2 && endsSentence(before.body)) return false
  return isWrapped(before, line, wrapWidth)
}

/** How many units back in a series are remembered: nested lists interleave. */
const nesting = 6

/** Confirms the ordered marks that count on from one of the last ordered marks before them. */
function countMarks(drafts: readonly Draft[]): void {
  const recent: { mark: ListMark; draft: Draft }[] = []
  for (const draft of drafts) {
    const mark = draft.lines[0].mark
    if (mark === null || mark.readings.length === 0) continue
    const before = recent.findLastIndex((one) => follows(one.mark, mark))
    const predecessor = recent[before]
    if (predecessor !== undefined) {
      predecessor.draft.counted = true
      draft.counted = true
      recent.splice(before)
    }
    recent.push({ mark, draft })
    if (recent.length > nesting) recent.shift()
  }
}

function toUnit({ lines, blankBefore, blankAfter, underline, counted }: Draft): Unit {
  const [first] = lines
  const mark = first.mark !== null && (counted || first.mark.readings.length === 0) ? first.mark : null
  const joined = joinLines(lines.map(({ body }) => body))
  return {
    text: mark === null ? joined : joined.slice(mark.length),
    mark,
    indent: first.indent,
    quoteLevel: first.quoteLevel,
    lineCount: lines.length,
    blankBefore,
    blankAfter,
    underline,
  }
}
