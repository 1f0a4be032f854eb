/** Where the grammar of markdown-it is not followed: each time so that no words are lost, or that passages stay apart. */
import MarkdownIt, { type MarkdownIt as Parser, type StateBlock, type StateInline } from 'markdown-it'

/** A rule of blocks: whether one begins on the line; unless `silent`, its tokens are told. */
type BlockRule = (state: StateBlock, line: number, end: number, silent: boolean) => boolean

/** How deep quotes and lists nest, a list counted twice. What is nested deeper is words with its marks; the library would drop it. */
const maxDepth = 24

/** Changes the rules of a parser. */
export function keepWords(parser: Parser): Parser {
  const anywhere = ['paragraph', 'reference', 'blockquote', 'list']
  change(parser, 'blockquote', anywhere, withinDepth)
  change(parser, 'list', anywhere.slice(0, 3), (own) => withBareMarks(withinDepth(own)))
  change(parser, 'table', anywhere.slice(0, 2), withRows)
  change(parser, 'code', [], withoutFirstLines)
  change(parser, 'reference', [], onlyAddresses)
  change(parser, 'html_block', anywhere.slice(0, 3), whatEnds)
  parser.inline.ruler.before('html_inline', 'hidden', takeHidden)
  // Words are read block by block (markdown-blocks.ts): those of a whole text at once would fill the memory.
  parser.core.ruler.disable('inline')
  // Addresses stay as they were written.
  parser.normalizeLinkText = (address) => address
  // What would run something is a link like any other: its words stay, and its address goes.
  parser.validateLink = () => true
  return parser
}

/** Puts a rule in the place of the library's own, on which it leans. `interrupts`: in the middle of what the block may begin. */
function change(parser: Parser, name: string, interrupts: string[], changed: (own: BlockRule) => BlockRule): void {
  const { ruler } = new MarkdownIt({ html: true }).block
  ruler.enableOnly(name)
  const [own] = ruler.getRules('')
  if (own === undefined) throw new Error(`markdown-it has no rule for ${name}.`)
  parser.block.ruler.at(name, changed(own), { alt: interrupts })
}

function withinDepth(own: BlockRule): BlockRule {
  return (state, line, end, silent) => state.level < maxDepth && own(state, line, end, silent)
}

/** Below a mark alone on its line (markdown-blocks.ts) stand its words, and the next such mark ends them. */
function withBareMarks(own: BlockRule): BlockRule {
  return (state, line, end, silent) => {
    if (own(state, line, end, silent)) return true
    const isBelow = silent && state.parentType === 'paragraph' && state.tokens.at(-3)?.type === 'list_item_open'
    return (
      isBelow &&
      state.tokens.at(-2)?.type === 'list_item_close' &&
      /^(?:[-*+]|\d{1,9}[.)])[ \t]*$/.test(lineAt(state, line))
    )
  }
}

/** Rows come as they were written: the library drops the cells for which the head has no column. */
function withRows(own: BlockRule): BlockRule {
  return (state, line, end, silent) => {
    const before = state.tokens.length
    if (!own(state, line, end, silent)) return false
    if (silent) return true
    state.tokens.length = before
    state.push('table_open', 'table', 1)
    for (let row = line; row < state.line; row += 1) {
      if (row === line + 1) continue
      const words = state.push('inline', '', 0)
      words.content = lineAt(state, row).trim()
      words.children = []
    }
    state.push('table_close', 'table', -1)
    return true
  }
}

/** A paragraph whose first line is set in is no code with a paragraph below. */
function withoutFirstLines(own: BlockRule): BlockRule {
  return (state, line, end, silent) => {
    const before = state.tokens.length
    if (!own(state, line, end, silent)) return false
    if (!goesOn(state, end)) return true
    let first = state.line - 1
    while (first > line && !state.isEmpty(first - 1)) first -= 1
    state.tokens.length = before
    return first > line && own(state, line, first, silent)
  }
}

/** Whether a paragraph that ended before `state.line` would go on there. */
function goesOn(state: StateBlock, end: number): boolean {
  const next = state.line
  if (next >= end || state.isEmpty(next) || (state.sCount[next] ?? 0) < state.blkIndent) return false
  const { parentType } = state
  state.parentType = 'paragraph'
  const isEnded = state.md.block.ruler.getRules('paragraph').some((rule) => rule(state, next, end, true))
  state.parentType = parentType
  return !isEnded
}

/** A note at the foot ("[^1]: words") and what an item begins with ("- [Ada]: Yes.") are words, and no address of a link. */
function onlyAddresses(own: BlockRule): BlockRule {
  return (state, line, end, silent) => {
    const isWords = lineAt(state, line).startsWith('[^') || state.tokens.at(-1)?.type === 'list_item_open'
    return !isWords && own(state, line, end, silent)
  }
}

const markup: readonly (readonly [RegExp, string])[] = [
  [/^<script(?=[\s>]|$)/i, '</script>'],
  [/^<style(?=[\s>]|$)/i, '</style>'],
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<![a-z]/i, '>'],
  [/^<!\[CDATA\[/, ']]>'],
]

/** Only what says where it ends, and does, is a block of HTML: between other tags stands Markdown, and no words are hidden by half a comment. */
function whatEnds(own: BlockRule): BlockRule {
  return (state, line, end, silent) => {
    const words = lineAt(state, line)
    const ending = words.startsWith('<') ? markup.find(([begins]) => begins.test(words))?.[1] : undefined
    const isEnded = ending !== undefined && lastPlace(state.src, ending) > (state.bMarks[line] ?? 0)
    return isEnded && own(state, line, end, silent)
  }
}

const hiding = /<(script|style)(?=[\s/>])[^<>]*>/iy

/** A script or a style is one mark of HTML from its first tag to its last, whatever it holds. */
function takeHidden(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  hiding.lastIndex = pos
  const [tag = '', name = ''] = hiding.exec(src) ?? []
  if (tag === '' || lastPlace(src, `</${name.toLowerCase()}`) < pos) return false
  const closing = new RegExp(`</${name}(?:[^<>]*>)?`, 'gi')
  closing.lastIndex = pos + tag.length
  closing.exec(src)
  if (closing.lastIndex === 0 || closing.lastIndex > posMax) return false
  if (!silent) state.push('html_inline', '', 0).content = src.slice(pos, closing.lastIndex)
  state.pos = closing.lastIndex
  return true
}

/** What stands on a line, without quote marks and indentation before it. */
function lineAt({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line])
}

let searched = ''
const places = new Map<string, number>()

/** Where a mark, in whatever case, occurs last in a source; −1: nowhere. It is searched for once, however often it is asked. */
function lastPlace(source: string, mark: string): number {
  if (source !== searched) {
    searched = source
    places.clear()
  }
  let last = places.get(mark)
  if (last !== undefined) return last
  last = -1
  for (const { index } of source.matchAll(new RegExp(RegExp.escape(mark), 'gi'))) last = index
  places.set(mark, last)
  return last
}
