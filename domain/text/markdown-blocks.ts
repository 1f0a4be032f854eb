/** The blocks of a Markdown text (CommonMark 0.31 §4 and §5), read line by line, as far as they are passages. */

import {
  atxHeading,
  closesFence,
  type Fence,
  type ItemMark,
  isDelimiterRow,
  isThematicBreak,
  itemMark,
  lastLineFinder,
  openHtmlEnd,
  openingFence,
  readSourceLine,
  type SourceLine,
  setextLevel,
  tableRow,
} from './markdown-lines.ts'
import { definedLabel } from './markdown-links.ts'
import type { PassageKind } from './passage.ts'

/** One block of a Markdown source that becomes one passage. */
export interface Block {
  kind: PassageKind
  /** As the source nests it; not yet within `levelBounds`. */
  level: number
  readonly label: string | null
  /** The source of the words; of code the words themselves. */
  readonly lines: string[]
  /** Prose is joined; a table keeps its lines; code keeps its lines and its characters. */
  readonly layout: 'prose' | 'table' | 'code'
}

interface State {
  readonly blocks: Block[]
  /** Labels defined for reference links. */
  readonly definitions: Set<string>
  /** The block that the next line may go on with. */
  open: Block | null
  quoteLevel: number
  fence: Fence | null
  /** Skipped up to this mark: inside of a comment, script or style. */
  htmlEnd: string | null
  /** Columns of the list marks that the current line is nested in. */
  lists: number[]
  /** Lines on which a mark occurs for the last time, so that nothing is skipped that never ends. */
  readonly lastLineWith: (mark: string) => number
}

/** Reads all blocks and the labels of reference links. Linear in the length of the text. */
export function blocksOf(text: string): {
  readonly blocks: readonly Block[]
  readonly definitions: ReadonlySet<string>
} {
  const lines = text.split('\n')
  const state: State = {
    blocks: [],
    definitions: new Set(),
    open: null,
    quoteLevel: 0,
    fence: null,
    htmlEnd: null,
    lists: [],
    lastLineWith: lastLineFinder(lines),
  }
  for (const [index, line] of lines.entries()) takeLine(state, line, index)
  return { blocks: state.blocks, definitions: state.definitions }
}

function takeLine(state: State, source: string, index: number): void {
  if (state.htmlEnd !== null) {
    const end = source.toLowerCase().indexOf(state.htmlEnd)
    if (end === -1) return
    const after = source.slice(end + state.htmlEnd.length)
    state.htmlEnd = null
    takeLine(state, after, index)
    return
  }
  const line = readSourceLine(source)
  if (state.fence !== null && takeCode(state, state.fence, line, source)) return
  if (line.rest.trim() === '') {
    state.open = null
    return
  }
  if (state.open !== null && goesOn(state, state.open, line)) return
  state.open = null
  startBlock(state, line, index)
}

/** Whether the line was taken as code: a fence inside of a quote ends with the quote. */
function takeCode(state: State, fence: Fence, line: SourceLine, source: string): boolean {
  if (line.quoteLevel < fence.quoteLevel) {
    state.fence = null
    return false
  }
  if (line.quoteLevel === fence.quoteLevel && closesFence(fence, line)) state.fence = null
  else if (fence.quoteLevel > 0)
    state.blocks.at(-1)?.lines.push(' '.repeat(Math.max(line.indent - fence.indent, 0)) + line.rest)
  else state.blocks.at(-1)?.lines.push(withoutIndent(source, fence.indent))
  return true
}

function withoutIndent(source: string, columns: number): string {
  let at = 0
  while (at < columns && source[at] === ' ') at += 1
  return source.slice(at)
}

/** Whether the line goes on with the open block, or makes a heading of it. */
function goesOn(state: State, open: Block, line: SourceLine): boolean {
  if (open.layout === 'table') {
    const row = line.quoteLevel === state.quoteLevel ? tableRow(line.rest) : null
    if (row === null) return false
    if (!isDelimiterRow(row)) open.lines.push(row)
    return true
  }
  const setext = open.kind === 'paragraph' && line.quoteLevel === 0 ? setextLevel(line.rest) : 0
  if (setext > 0) {
    open.kind = 'heading'
    open.level = setext
    state.open = null
    return true
  }
  // A paragraph of a quote may go on without its mark (CommonMark §5.1, laziness); a new or deeper mark begins a quote.
  if (line.quoteLevel > state.quoteLevel || interrupts(state, open, line)) return false
  open.lines.push(line.rest)
  return true
}

/** Whether the line begins something else in the middle of a paragraph. */
function interrupts(state: State, open: Block, line: SourceLine): boolean {
  const { rest } = line
  if (atxHeading(rest) !== null || isThematicBreak(rest) || openingFence(line) !== null) return true
  if (tableRow(rest) !== null || openHtmlEnd(rest) !== null) return true
  const mark = itemMark(rest)
  if (mark === null || mark.length === rest.length) return mark !== null && open.kind === 'list-item'
  // "The year was\n1918. It rained." goes on: only a list that starts at one may interrupt (CommonMark §5.2).
  return mark.label === null || /^1[.)]$/.test(mark.label) || state.lists.length > 0
}

function startBlock(state: State, line: SourceLine, index: number): void {
  const { rest, indent } = line
  if (line.quoteLevel !== state.quoteLevel) state.lists = []
  state.quoteLevel = line.quoteLevel
  state.lists = state.lists.filter((column) => indent >= column + 2)
  const fence = openingFence(line)
  const heading = atxHeading(rest)
  const row = tableRow(rest)
  const htmlEnd = openHtmlEnd(rest)
  const mark = itemMark(rest)
  const label = definedLabel(rest)
  if (fence !== null) {
    state.fence = fence
    add(state, 'paragraph', 0, null, [], 'code')
  } else if (isThematicBreak(rest)) state.lists = []
  else if (heading !== null) {
    state.lists = []
    add(state, 'heading', heading.level, null, [heading.words])
  } else if (htmlEnd !== null && state.lastLineWith(htmlEnd) > index) state.htmlEnd = htmlEnd
  else if (mark !== null) startItem(state, line, mark)
  else if (label !== null) state.definitions.add(label)
  else if (row !== null) state.open = add(state, 'paragraph', 0, null, [row], 'table')
  else state.open = add(state, 'paragraph', 0, null, [rest])
}

/** How many marks on one line ("- - words") are nested items; the rest is words. */
const maxMarksOnLine = 6

function startItem(state: State, line: SourceLine, mark: ItemMark): void {
  let { rest, indent } = line
  let label: string | null = null
  let next: ItemMark | null = mark
  for (let count = 0; next !== null && count < maxMarksOnLine; count += 1) {
    state.lists.push(indent)
    label = next.label
    indent += next.length
    rest = rest.slice(next.length)
    next = itemMark(rest)
  }
  const inner = readSourceLine(rest)
  if (inner.quoteLevel > 0) state.quoteLevel += inner.quoteLevel
  state.open = add(state, 'list-item', state.lists.length, label, [inner.rest])
}

/** Adds a block; what stands in a quote is a quote, whatever else it is: its headings are no sections of this text. */
function add(
  state: State,
  kind: PassageKind,
  level: number,
  label: string | null,
  lines: string[],
  layout: Block['layout'] = 'prose',
): Block {
  const quoted = state.quoteLevel > 0
  const block: Block = { kind: quoted ? 'quote' : kind, level: quoted ? state.quoteLevel : level, label, lines, layout }
  state.blocks.push(block)
  return block
}
