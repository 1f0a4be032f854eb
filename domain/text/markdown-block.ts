/** What a reader of Markdown tells of a text, as plain data: its blocks that hold words, and the pieces of their words. */

/** A piece of a block, in reading order. Marks of emphasis and the addresses of links are no pieces: their words are. */
export type MarkdownPiece = MarkdownWords | MarkdownLineEnd

/** Words, or what stands among them. */
export type MarkdownWords =
  | { readonly kind: 'text'; readonly text: string }
  /** What was written otherwise than it is read, `&amp;` or `\*`: how it is read, and its `source`. */
  | { readonly kind: 'character'; readonly text: string; readonly source: string }
  /** Words between backticks. */
  | { readonly kind: 'code'; readonly text: string }
  /** An address between angle brackets, without them. */
  | { readonly kind: 'address'; readonly text: string }
  /** A tag, a comment or another mark of HTML as it was written; a script or a style with its contents. */
  | { readonly kind: 'html'; readonly text: string }

/** The end of a line of the source; `break`: where the author broke the line. */
export interface MarkdownLineEnd {
  readonly kind: 'line' | 'break'
}

/** A block of a Markdown text that holds words and no other block. */
export interface MarkdownBlock {
  /** `fenced` and `indented` are code; each row of a `table` is a line of it. */
  readonly form: 'heading' | 'prose' | 'table' | 'fenced' | 'indented'
  /** Of a heading, 1–6; 0: it is none. */
  readonly depth: number
  /** How many quotes it stands in. */
  readonly quotes: number
  /** How many items of lists it stands in. */
  readonly items: number
  /** Whether the innermost item begins with it. */
  readonly beginsItem: boolean
  /** The label of the item that begins with it: "3." or "3)"; null: a bullet, or none. */
  readonly label: string | null
  /** Of code, one piece of text with its line feeds. */
  readonly pieces: readonly MarkdownPiece[]
}

/** Tells the blocks of a Markdown text in reading order. */
export type MarkdownReader = (text: string) => readonly MarkdownBlock[]
