/**
 * What a text is, once and for all: whatever people write passes through here before anything is decided, hashed or stored
 * (decision 016), so that what is stored is byte for byte what is shown.
 */
import type { Refusal } from '../refusal.ts'
import { graphemeEnd } from '../text/grapheme.ts'
import { normaliseText } from '../text/normalise.ts'
import { codePointOf, directionControlAt, withoutDirectionControls, withoutOverrides } from './characters.ts'

/** A character makes what is shown another text than what is stored; the facts say where it stands. */
export interface DirectionControl extends Refusal<'direction-control'> {
  /** Its number: `U+202E`. */
  readonly character: string
  /** Its line, 1 upwards. */
  readonly line: number
  /** Whether it stands at the start of its line, or after words. */
  readonly where: 'start' | 'after'
  /** The last words before it in its line, at most 30 UTF-16 units. */
  readonly after: string
}

export type WrittenFlaw = Refusal<'text-ill-formed' | 'not-one-line'> | DirectionControl

/** How much is told of the words before a control, in UTF-16 units. */
const told = 30

/**
 * Words in several lines: every kind of line end is a line feed, no control characters, canonical composition (NFC). Refused:
 * half a character or a NUL, which no database gives back; controls of direction.
 */
export function asWords(text: string): string | WrittenFlaw {
  if (!isKeepable(text)) return { refused: 'text-ill-formed' }
  const words = normaliseText(text)
  return directionFlaw(words) ?? words
}

/**
 * A title, a name, a place: as words are, on one line, nothing at its ends, one blank for any run of blanks. Refused besides: a
 * line end between words.
 */
export function asLine(text: string): string | WrittenFlaw {
  const words = asWords(text)
  if (typeof words !== 'string') return words
  return words.trim().includes('\n') ? { refused: 'not-one-line' } : folded(words)
}

/** What is only looked for or named by the way, such as words to find or the name of a file: one line without overrides of direction. */
export function asLooseLine(text: string): string | WrittenFlaw {
  return isKeepable(text) ? folded(asSource(text)) : { refused: 'text-ill-formed' }
}

/**
 * A text that somebody brings in, which others wrote: as words are, but overrides and embeddings of direction go instead of being
 * refused, and isolates stay. From then on it reads in the order in which it is stored, cited and searched; the preview shows it so.
 */
export function asSource(text: string): string {
  return normaliseText(withoutOverrides(text))
}

/** A title taken from a text that was brought in, or from a file: one line, of which every control of direction goes. */
export function titleFrom(source: string): string {
  return folded(normaliseText(withoutDirectionControls(source)))
}

/** What is wrong with words that should have passed through `asWords`, or with a line that should have through `asLine`. */
export function flawInWritten(text: string, form: 'words' | 'line'): WrittenFlaw | null {
  const written = form === 'line' ? asLine(text) : asWords(text)
  if (typeof written !== 'string') return written
  return written === text ? null : { refused: 'text-ill-formed' }
}

/** No database and no other program gives half a character or a NUL back unchanged. */
function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

function directionFlaw(words: string): DirectionControl | null {
  const at = directionControlAt(words)
  if (at === null) return null
  const lines = words.slice(0, at).split('\n')
  const before = lines.at(-1) ?? ''
  return {
    refused: 'direction-control',
    character: codePointOf(words.charAt(at)),
    line: lines.length,
    where: before.trim() === '' ? 'start' : 'after',
    after: graphemeEnd(before, told).trim(),
  }
}
