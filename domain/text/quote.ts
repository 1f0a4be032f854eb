/**
 * Quotes: exact words of a passage, and how they are found again (W3C Web Annotation Data Model §4.2.4
 * TextQuoteSelector, §4.2.5 TextPositionSelector). Offsets are UTF-16 units of the passage's text, as browsers select;
 * the W3C counts code points, to which an export has to convert them.
 */
import type { Refusal } from '../refusal.ts'
import { boundaryAfter, boundaryBefore, boundaryTest, isGraphemeBoundary } from './grapheme.ts'

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

/** Where a quote stands in a text. Never a guess: what could stand in two places is lost. */
export type Anchor =
  /** At its own offsets, in its own context. */
  | { readonly anchor: 'exact'; readonly start: number; readonly end: number }
  /** The same words, elsewhere, or where the words around them have changed. */
  | { readonly anchor: 'moved'; readonly start: number; readonly end: number }
  | { readonly anchor: 'lost'; readonly why: 'absent' | 'ambiguous' | 'context-changed' }

/** Words and matching context that together prove a place when the context has changed on one side, in UTF-16 units. */
const minEvidence = 32

/**
 * Finds a quote in a passage, its own or that of another edition. Its own place with its whole context is exact. Else
 * the one place with the whole context; else the one place where words and context of a side are evidence enough.
 */
export function anchorQuote(quote: Quote, text: string): Anchor {
  const places = placesOf(quote, text)
  if (places.length === 0) return { anchor: 'lost', why: 'absent' }
  const whole = places.filter(({ before, after }) => before && after)
  const own = whole.find(({ start }) => start === quote.start)
  if (own !== undefined) return { anchor: 'exact', start: quote.start, end: quote.end }
  if (whole.length > 0) return theOnly(whole, quote)
  const half = places.filter(({ before, after }) => before || after)
  if (half.length === 0 && places.length > 1) return { anchor: 'lost', why: 'ambiguous' }
  const sound = (half.length > 0 ? half : places).filter((place) => evidence(place, quote) >= minEvidence)
  if (sound.length === 0) return { anchor: 'lost', why: 'context-changed' }
  return half.length > 1 ? { anchor: 'lost', why: 'ambiguous' } : theOnly(sound, quote)
}

/** A place where the quoted words stand, and on which sides the whole context stands too. */
interface Place {
  readonly start: number
  readonly before: boolean
  readonly after: boolean
}

function placesOf({ exact, prefix, suffix }: Quote, text: string): readonly Place[] {
  const places: Place[] = []
  if (exact === '') return places
  const isBoundary = boundaryTest(text)
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const end = start + exact.length
    if (!isBoundary(start) || !isBoundary(end)) continue
    const before = prefix === '' ? start === 0 : text.endsWith(prefix, start)
    const after = suffix === '' ? end === text.length : text.startsWith(suffix, end)
    places.push({ start, before, after })
  }
  return places
}

function evidence({ before, after }: Place, { exact, prefix, suffix }: Quote): number {
  return exact.length + (before ? prefix.length : 0) + (after ? suffix.length : 0)
}

function theOnly(places: readonly Place[], { exact }: Quote): Anchor {
  const [place, another] = places
  if (place === undefined || another !== undefined) return { anchor: 'lost', why: 'ambiguous' }
  return { anchor: 'moved', start: place.start, end: place.start + exact.length }
}
