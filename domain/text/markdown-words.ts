/** The plain words of a block of Markdown: what a reader sees, without any markup. */
import { asSource } from '../written/written.ts'
import type { MarkdownPiece, MarkdownWords } from './markdown-block.ts'

/** The words of one line of the source. */
export interface WordLine {
  /** Normalised, one blank for any run of them, none at the ends; empty: the line holds nothing but markup. */
  readonly words: string
  /** Whether the author broke the line before it. */
  readonly broken: boolean
  /** Whether it was written as a row of a table. */
  readonly startsRow: boolean
}

/** Marks of HTML are taken away, and addresses that would run something. Linear in the number and the length of the pieces. */
export function linesOfPieces(pieces: readonly MarkdownPiece[]): readonly WordLine[] {
  const lines: WordLine[] = []
  let parts: string[] = []
  let broken = false
  let startsRow = false
  const end = (last: MarkdownPiece | undefined) => {
    // Blanks of other scripts at the end of a line are none of its words; where a reference names one, the author meant it.
    if (last?.kind === 'text') parts.push(parts.pop()?.trimEnd() ?? '')
    lines.push({ words: lineOf(parts.join('')), broken, startsRow })
    parts = []
  }
  for (const [index, piece] of pieces.entries()) {
    if ('text' in piece) {
      if (index === 0) startsRow = isRowStart(piece)
      parts.push(wordsOf(piece))
    } else {
      end(pieces[index - 1])
      broken = piece.kind === 'break'
      startsRow = isRowStart(pieces[index + 1])
    }
  }
  end(pieces.at(-1))
  return lines
}

function isRowStart(piece: MarkdownPiece | undefined): boolean {
  return piece?.kind === 'text' && piece.text.startsWith('|')
}

function lineOf(text: string): string {
  return asSource(text)
    .replace(/[ \t\n]+/g, ' ')
    .replace(/^ | $/g, '')
}

function wordsOf(piece: MarkdownWords): string {
  switch (piece.kind) {
    // A footnote is cited by its label: "[^1]" reads "[1]".
    case 'text':
      return piece.text.replaceAll('[^', '[')
    case 'code':
      return piece.text
    case 'character':
      return isReadable(piece) ? piece.text : piece.source
    case 'address':
      return isActive(piece.text) ? '' : piece.text
    case 'html':
      return wordsOfTag(piece.text)
    default:
      return piece satisfies never
  }
}

/** Whether a reference names a character that text may hold; else it stays as it was written. */
function isReadable({ text, source }: { readonly text: string; readonly source: string }): boolean {
  return text !== '\ufffd' || /^&#(?:65533|x0*fffd);$/i.test(source)
}

/** Whether an address would run something where it stands. */
function isActive(address: string): boolean {
  return /^(?:javascript|data|vbscript):/i.test(address)
}

/** Tags that part words on the page. */
const parting = /^<\/?(?:br|p|div|li|ul|ol|dl|dt|dd|tr|td|th|table|hr|h[1-6]|blockquote|section|article)(?=[\s/>])/i

function wordsOfTag(mark: string): string {
  if (mark.startsWith('<![CDATA[')) return mark
  return parting.test(mark) ? ' ' : ''
}
