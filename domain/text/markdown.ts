/** Which passages a Markdown text has, once a reader of Markdown (lib/reading) has told its blocks: passages are words, nothing in them is run. */
import type { MarkdownBlock, MarkdownPiece, MarkdownReader } from './markdown-block.ts'
import { linesOfPieces, type WordLine } from './markdown-words.ts'
import { type Candidate, clampLevel } from './passage.ts'
import { seamBetween } from './seam.ts'
import { suspectOf } from './suspicion.ts'

/** Candidates in reading order, and the title that the front matter states, if any. */
export interface RecognisedMarkdown {
  readonly candidates: readonly Candidate[]
  readonly statedTitle: string | null
}

/** `text` is normalised. Linear in what the reader tells. */
export function recogniseMarkdown(text: string, read: MarkdownReader): RecognisedMarkdown {
  const { matter, body } = frontMatterOf(text)
  const candidates: Candidate[] = matter === null ? [] : [asFrontMatter(matter)]
  for (const block of read(body)) {
    const { kind, level } = standingOf(block)
    for (const [index, { words, keepsLines }] of textsOf(block).entries()) {
      const suspect = keepsLines ? null : suspectOf(words)
      const goesOn = index > 0 && kind === 'list-item'
      candidates.push({
        ...(goesOn ? { kind: 'paragraph', level: 0 } : { kind, level }),
        text: words,
        label: index === 0 ? block.label : null,
        suspect,
      })
    }
  }
  return { candidates: withTitle(candidates), statedTitle: matter === null ? null : statedTitle(matter) }
}

/** What stands in a quote is a quote, whatever else it is: its headings are no sections of this text. */
function standingOf({ form, depth, quotes, items, beginsItem }: MarkdownBlock): Pick<Candidate, 'kind' | 'level'> {
  if (quotes > 0) return { kind: 'quote', level: clampLevel('quote', quotes) }
  if (beginsItem) return { kind: 'list-item', level: clampLevel('list-item', items) }
  return form === 'heading' ? { kind: 'heading', level: clampLevel('heading', depth) } : { kind: 'paragraph', level: 0 }
}

/** The words of one passage. */
interface Words {
  readonly words: string
  /** Whether the lines of the source count: those of code, verse and tables do. */
  readonly keepsLines: boolean
}

/** The texts that a block becomes, none of them blank. */
function textsOf(block: MarkdownBlock): readonly Words[] {
  const { form } = block
  const texts = form === 'fenced' || form === 'indented' ? codeOf(form, block.pieces) : proseOf(block)
  return texts.filter(({ words }) => words !== '')
}

/** What is set in by four columns may as well be verse or prose as code: each of its stanzas is a passage, with its lines. */
function codeOf(form: 'fenced' | 'indented', pieces: readonly MarkdownPiece[]): readonly Words[] {
  const code = pieces.map((piece) => ('text' in piece ? piece.text : '\n')).join('')
  const parts = form === 'indented' ? code.split(/\n(?:[ \t]*\n)+/) : [code]
  return parts.map((part) => ({ words: part.replace(/^\n+/, '').trimEnd(), keepsLines: true }))
}

/** Lines that begin with "|" are rows, also where no table was recognised: they keep their lines, apart from the prose around them. */
function proseOf({ form, beginsItem, pieces }: MarkdownBlock): readonly Words[] {
  const runs: { readonly isTable: boolean; readonly lines: WordLine[] }[] = []
  for (const [index, line] of linesOfPieces(pieces).entries()) {
    const mayBeRow = form === 'prose' && (index > 0 || !beginsItem)
    const isTable = form === 'table' ? line.words.includes('|') : mayBeRow && line.startsRow
    const last = runs.at(-1)
    if (last?.isTable === isTable) last.lines.push(line)
    else runs.push({ isTable, lines: [line] })
  }
  return runs.map(({ isTable, lines }) => ({
    words: isTable ? tableOf(lines) : sentencesOf(lines),
    keepsLines: isTable,
  }))
}

/** The rows of a table, its cells with "|" between them, without the row that parts its head from its body. */
function tableOf(lines: readonly WordLine[]): string {
  const rows = lines.map(({ words }) => {
    const row = words.startsWith('|') ? words.slice(1) : words
    return (row.endsWith('|') ? row.slice(0, -1) : row).trim()
  })
  return rows.filter((row) => row !== '' && !(row.includes('-') && /^[\s:|-]+$/.test(row))).join('\n')
}

/** Joins the lines of a block; a line feed stays where the author broke the line. */
function sentencesOf(lines: readonly WordLine[]): string {
  const parts: string[] = []
  let broken = false
  let previous = ''
  for (const line of lines) {
    broken ||= line.broken
    if (line.words === '') continue
    if (previous !== '') parts.push(broken ? '\n' : seamBetween(previous, line.words))
    parts.push(line.words)
    previous = line.words
    broken = false
  }
  return parts.join('').trim()
}

/** One heading of the first level that opens the text is its title, and the others move up. */
function withTitle(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates.find(({ kind }) => kind === 'heading')
  const outermost = candidates.filter(({ kind, level }) => kind === 'heading' && level === 1)
  if (first === undefined || outermost.length !== 1 || outermost[0] !== first) return candidates
  return candidates.map((candidate) =>
    candidate.kind === 'heading' ? { ...candidate, level: candidate.level - 1 } : candidate,
  )
}

/** Data about the text that tools put before it, between two lines of "---" (YAML front matter). */
function frontMatterOf(text: string): { readonly matter: string | null; readonly body: string } {
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1
  const matter = end === -1 ? '' : text.slice(4, end).trim()
  // A rule, some prose and another rule are no front matter: that begins with a key.
  if (!/^[\w-]+:(?:\s|$)/.test(matter)) return { matter: null, body: text }
  return { matter, body: text.slice(end + 5) }
}

function asFrontMatter(matter: string): Candidate {
  return { kind: 'paragraph', level: 0, text: matter, label: null, suspect: 'front-matter' }
}

function statedTitle(matter: string): string | null {
  const value = /^title:[ \t]*(\S.*)$/m.exec(matter)?.[1]?.trim() ?? ''
  const words = value.replace(/^(["'])(.*)\1$/, '$2').trim()
  return words === '' ? null : words
}
