/** Recognises the passages of a Markdown text and takes its markup away: passages are words, nothing in them is run. */
import { type Block, blocksOf } from './markdown-blocks.ts'
import { wordsOf } from './markdown-words.ts'
import { type Candidate, clampLevel } from './passage.ts'
import { seamBetween } from './seam.ts'
import { suspectOf } from './suspicion.ts'

/** Candidates in reading order, and the title that the front matter states, if any. */
export interface RecognisedMarkdown {
  readonly candidates: readonly Candidate[]
  readonly statedTitle: string | null
}

/** `text` is normalised. Linear in its length. */
export function recogniseMarkdown(text: string): RecognisedMarkdown {
  const { matter, body } = frontMatterOf(text)
  const { blocks, definitions } = blocksOf(body)
  const candidates: Candidate[] = matter === null ? [] : [asFrontMatter(matter)]
  for (const block of blocks) {
    const words = block.layout === 'code' ? codeOf(block) : wordsOf(sourceOf(block), definitions)
    if (words === '') continue
    const { kind, label } = block
    const suspect = block.layout === 'prose' ? suspectOf(words) : null
    candidates.push({ kind, level: clampLevel(kind, Math.max(block.level, 1)), text: words, label, suspect })
  }
  return { candidates: withTitle(candidates), statedTitle: matter === null ? null : statedTitle(matter) }
}

/** Joins the lines of a block; a line feed stays where the author broke the line (two spaces or a backslash). */
function sourceOf({ lines, layout }: Block): string {
  if (layout === 'table') return lines.join('\n')
  const pieces: string[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const broken = / {2}$|\\$/.test(line.slice(-2))
    const trimmed = line.trimEnd()
    const words = broken && next !== undefined && trimmed.endsWith('\\') ? trimmed.slice(0, -1) : trimmed
    pieces.push(words)
    if (next !== undefined) pieces.push(broken ? '\n' : seamBetween(words, next))
  }
  return pieces.join('')
}

function codeOf({ lines }: Block): string {
  return lines.join('\n').replace(/^\n+/, '').trimEnd()
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
