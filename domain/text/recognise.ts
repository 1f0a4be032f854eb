/** From a clean text to the candidates that the preview shows: never dropping anything, suggesting what to drop. */
import type { Refusal } from '../refusal.ts'
import { cutLongText } from './cut.ts'
import { recogniseMarkdown } from './markdown.ts'
import type { MarkdownReader } from './markdown-block.ts'
import type { Candidate } from './passage.ts'
import { recognisePlain } from './plain.ts'
import { suspectRepeated } from './suspicion.ts'
import type { TextFormat } from './text-format.ts'

/** What is known of a text besides its characters. */
export interface RecogniseHints {
  /** Name of the uploaded file; ".md" or ".markdown" means Markdown. */
  readonly fileName?: string
  /** The organizer's own choice, above everything else. */
  readonly format?: TextFormat
}

/** The passages that a source becomes, with what is to be looked at before it is taken. */
export interface RecognisedText {
  readonly format: TextFormat
  /** The title that the text gives itself; null: it has none, and a person names it. */
  readonly title: string | null
  /** In reading order; at least one and at most `maxPassages`. */
  readonly passages: readonly Candidate[]
}

/** Most passages of one text. A text of 5 MB with passages of ordinary length has some 31,000. */
export const maxPassages = 100_000

/** Most lines, blank ones included: five megabytes of verse have fewer, and more would only occupy the processor. */
export const maxLines = 300_000

export type RecogniseRefusal =
  /** Nothing but markup and punctuation. */
  | Refusal<'no-passages'>
  | (Refusal<'too-many-lines' | 'too-many-passages'> & { readonly count: number; readonly max: number })

/** Recognises `text`, which `decodeText` or `acceptText` answered. Linear in its length, as far as `readMarkdown` is. */
export function recogniseText(
  text: string,
  readMarkdown: MarkdownReader,
  hints: RecogniseHints = {},
): RecognisedText | RecogniseRefusal {
  const lines = countLines(text)
  if (lines > maxLines) return { refused: 'too-many-lines', count: lines, max: maxLines }
  const format = hints.format ?? formatOf(text, hints.fileName ?? '')
  const { candidates, statedTitle } =
    format === 'markdown'
      ? recogniseMarkdown(text, readMarkdown)
      : { candidates: recognisePlain(text), statedTitle: null }
  const passages = suspectRepeated(candidates).flatMap(cutCandidate)
  if (!passages.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) return { refused: 'no-passages' }
  if (passages.length > maxPassages) return { refused: 'too-many-passages', count: passages.length, max: maxPassages }
  const heading = passages.find(({ kind, level }) => kind === 'heading' && level === 0)
  return { format, title: heading?.text ?? statedTitle, passages }
}

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** Signs of Markdown that plain text does not carry by chance; bullets and ">" are habits of both. */
const markdownSigns: readonly RegExp[] = [
  /^#{1,6} \S/,
  /^(?:`{3}|~{3})/,
  /\]\((?:https?:|mailto:|[./#])/,
  /(?:^|\s)\*\*[^\s*]/,
  /^\[[^\]\n]{1,80}\]: \S/,
]

/** From so many lines with a sign on, the text is Markdown. */
const minSigns = 2

function formatOf(text: string, fileName: string): TextFormat {
  if (/\.(?:md|markdown)$/i.test(fileName)) return 'markdown'
  let signs = 0
  for (const line of text.split('\n')) {
    if (markdownSigns.some((sign) => sign.test(line))) signs += 1
    if (signs >= minSigns) return 'markdown'
  }
  return /^\s*# \S/.test(text) ? 'markdown' : 'plain'
}

/** A candidate that is too long becomes several; after the first they are paragraphs where a heading or an item was. */
function cutCandidate(candidate: Candidate): readonly Candidate[] {
  return cutLongText(candidate.text).map((text, index) => {
    if (index === 0) return { ...candidate, text }
    const { kind, level } = candidate
    const goesOn = kind === 'quote' ? { kind, level } : ({ kind: 'paragraph', level: 0 } as const)
    return { ...goesOn, text, label: null, suspect: candidate.suspect }
  })
}
