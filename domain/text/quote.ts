/**
 * Quotes: exact words of a passage, with what finds them again (W3C Web Annotation Data Model §4.2.4
 * TextQuoteSelector, §4.2.5 TextPositionSelector). Offsets are UTF-16 units of the passage's text, as browsers select;
 * the W3C counts code points, to which an export has to convert them.
 */
import type { Refusal } from '../refusal.ts'
import { boundaryAfter, boundaryBefore, isGraphemeBoundary } from './grapheme.ts'

/** Words of one passage as they are cited, with what stands around them, so that they are found again. */
export interface Quote {
  /** The quoted words, character for character. */
  readonly exact: string
  /** What stands right before them, up to `contextLength`; empty only at the beginning of the passage. */
  readonly prefix: string
  /** What stands right after them, up to `contextLength`; empty only at the end of the passage. */
  readonly suffix: string
  /** Where they begin, in UTF-16 units of the passage. */
  readonly start: number
  /** Where they end, exclusive. */
  readonly end: number
}

/** Length of prefix and suffix in UTF-16 units; less where it would cut a grapheme cluster. */
export const contextLength = 32

export type QuoteRefusal =
  /** No words are selected. */
  | Refusal<'empty-quote'>
  | (Refusal<'quote-out-of-bounds'> & { readonly length: number })
  /** It begins or ends inside of a grapheme cluster. */
  | Refusal<'quote-inside-character'>

/** Quotes the words from `start` to `end` (exclusive) of a passage. */
export function quoteFrom(text: string, start: number, end: number): Quote | QuoteRefusal {
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length
  if (!inside) return { refused: 'quote-out-of-bounds', length: text.length }
  const exact = text.slice(start, Math.max(start, end))
  if (exact.trim() === '') return { refused: 'empty-quote' }
  if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return { refused: 'quote-inside-character' }
  const prefix = text.slice(boundaryAfter(text, Math.max(start - contextLength, 0)), start)
  const suffix = text.slice(end, boundaryBefore(text, end + contextLength))
  return { exact, prefix, suffix, start, end }
}

/** Whether a quote stands in a passage where it says: its words at its offsets, in its context, and no character cut. */
export function standsIn({ exact, prefix, suffix, start, end }: Quote, text: string): boolean {
  if (exact === '' || text.slice(start, end) !== exact) return false
  const before = prefix === '' ? start === 0 : text.endsWith(prefix, start)
  const after = suffix === '' ? end === text.length : text.startsWith(suffix, end)
  return before && after && isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)
}
