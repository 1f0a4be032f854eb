/**
 * The blocks of a Markdown text as markdown-it tells them (CommonMark 0.31; tables and "~~" of GitHub Flavored Markdown). What
 * becomes of them is decided in domain/text/markdown.ts. The grammar is the library's but for what markdown-rules.ts says.
 */
import MarkdownIt, { type Env, type Token } from 'markdown-it'
import type { MarkdownBlock, MarkdownPiece } from '#domain/text/markdown-block.ts'
import { keepWords } from './markdown-rules.ts'

/** An item of a list that the walk stands in. */
interface Item {
  readonly label: string | null
  /** The line on which it begins, and the one after its last. */
  readonly lines: Token['map']
  /** Whether no block of it was told yet. */
  isFresh: boolean
}

/**
 * Tells the blocks of a normalised text in reading order. Time and memory grow with the text for what people write; what a stranger
 * may contrive is bounded by whoever calls (read-source.ts).
 */
export function readMarkdown(text: string): readonly MarkdownBlock[] {
  const env: Env = {}
  const walk = new Walk(env)
  for (const token of parser.parse(text, env)) walk.take(token)
  return walk.blocks
}

const parser = keepWords(new MarkdownIt({ html: true }))

type Form = Pick<MarkdownBlock, 'form' | 'depth' | 'pieces'>

class Walk {
  readonly blocks: MarkdownBlock[] = []
  readonly #env: Env
  readonly #items: Item[] = []
  #quotes = 0
  #depth = 0
  /** An item of a mark alone: what stands on the line below is its words, for people who write numbers on lines of their own. */
  #bare: Item | null = null
  /** The rows of the table that the walk stands in; null: in none. */
  #rows: MarkdownPiece[] | null = null

  constructor(env: Env) {
    this.#env = env
  }

  take(token: Token): void {
    switch (token.type) {
      case 'blockquote_open':
      case 'blockquote_close':
        this.#quotes += token.nesting
        return
      case 'list_item_open':
        this.#begin(token)
        return
      case 'list_item_close':
        this.#end(this.#items.pop())
        return
      case 'heading_open':
        this.#depth = Number(token.tag.slice(1))
        return
      case 'heading_close':
        this.#depth = 0
        return
      case 'table_open':
        this.#rows = []
        return
      case 'table_close':
        this.#add({ form: 'table', depth: 0, pieces: this.#rows ?? [] })
        this.#rows = null
        return
      case 'inline':
        this.#takeWords(
          token,
          partsOf(token.content).flatMap((part) => this.#read(part)),
        )
        return
      case 'fence':
      case 'code_block':
        this.#takeCode(token)
        return
      case 'html_block':
        this.#takeWords(token, this.#read(token.content))
    }
  }

  #read(words: string): readonly MarkdownPiece[] {
    const tokens: Token[] = []
    parser.inline.parse(words, parser, this.#env, tokens)
    return piecesOf(tokens)
  }

  #begin({ info, markup, map }: Token): void {
    for (const outer of this.#items) outer.isFresh = false
    this.#items.push({ label: info === '' ? null : `${info}${markup}`, lines: map, isFresh: true })
  }

  #end(item: Item | undefined): void {
    const [from = 0, to = 0] = item?.lines ?? []
    if (item?.isFresh && to === from + 1) this.#bare = item
  }

  #takeWords({ map }: Token, pieces: readonly MarkdownPiece[]): void {
    if (this.#rows !== null) {
      if (this.#rows.length > 0) this.#rows.push({ kind: 'line' })
      this.#rows.push(...pieces)
      return
    }
    const bare = this.#bare?.lines?.[1] === map?.[0] ? this.#bare : null
    if (bare !== null) this.#items.push(bare)
    this.#add({ form: this.#depth > 0 ? 'heading' : 'prose', depth: this.#depth, pieces })
    if (bare !== null) this.#items.pop()
  }

  #takeCode({ type, content }: Token): void {
    this.#add({ form: type === 'fence' ? 'fenced' : 'indented', depth: 0, pieces: [{ kind: 'text', text: content }] })
  }

  #add(block: Form): void {
    this.#bare = null
    const item = this.#items.at(-1)
    const beginsItem = item?.isFresh === true
    if (beginsItem) item.isFresh = false
    const label = beginsItem ? item.label : null
    this.blocks.push({ ...block, quotes: this.#quotes, items: this.#items.length, beginsItem, label })
  }
}

/** What is longer, in UTF-16 units, is read in parts, so that a block of nothing but marks takes no more memory than words do. */
const longest = 50_000

/** Parts of the words of a block, each of which ends with a blank. No markup goes from one into the next. */
function partsOf(words: string): readonly string[] {
  const parts: string[] = []
  const blank = /\s/g
  let start = 0
  while (words.length - start > longest) {
    blank.lastIndex = start + longest
    if (!blank.test(words)) break
    parts.push(words.slice(start, blank.lastIndex))
    start = blank.lastIndex
  }
  return [...parts, words.slice(start)]
}

/** Neighbouring words become one piece, whatever mark stood between them. */
function piecesOf(tokens: readonly Token[] | null): readonly MarkdownPiece[] {
  const pieces: MarkdownPiece[] = []
  let isAddress = false
  for (const token of tokens ?? []) {
    for (const piece of pieceOf(token, isAddress)) {
      const last = pieces.at(-1)
      if (piece.kind !== 'text' || last?.kind !== 'text') pieces.push(piece)
      else pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text }
    }
    isAddress = token.type === 'link_open' && token.markup === 'autolink'
  }
  return pieces
}

function pieceOf({ type, content, markup, children }: Token, isAddress: boolean): readonly MarkdownPiece[] {
  switch (type) {
    case 'text':
      return content === '' ? [] : [{ kind: isAddress ? 'address' : 'text', text: content }]
    case 'text_special':
      return [{ kind: 'character', text: content, source: markup }]
    case 'code_inline':
      return [{ kind: 'code', text: content }]
    case 'html_inline':
      return [{ kind: 'html', text: content }]
    case 'softbreak':
      return [{ kind: 'line' }]
    case 'hardbreak':
      return [{ kind: 'break' }]
    // The description of a picture stays.
    case 'image':
      return piecesOf(children)
    default:
      return []
  }
}
