/**
 * Grapheme clusters (Unicode UAX #29): what a reader takes for one character. No passage, quote or split begins or
 * ends inside of one (W3C Web Annotation Data Model §4.2.4: selections should not start or end within a cluster).
 */
import { segmenterFor } from './segmenter.ts'

/** Whether `offset` (UTF-16 units) lies in `text`, both ends included, and not inside a grapheme cluster. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false
  return offset === text.length || segmenterFor('grapheme').segment(text).containing(offset)?.index === offset
}

/** The last boundary at or before `offset` (UTF-16 units, 0 to the length of `text`). */
export function boundaryBefore(text: string, offset: number): number {
  return offset >= text.length ? text.length : (segmenterFor('grapheme').segment(text).containing(offset)?.index ?? 0)
}

/** The first boundary at or after `offset` (UTF-16 units, 0 to the length of `text`). */
export function boundaryAfter(text: string, offset: number): number {
  const segment = segmenterFor('grapheme').segment(text).containing(offset)
  if (segment === undefined || segment.index === offset) return Math.min(offset, text.length)
  return segment.index + segment.segment.length
}

/** How far a cut looks into a text, in UTF-16 units beyond where it may fall: longer than any character of a language. */
const looked = 64

/**
 * The beginning of a text, at most `most` UTF-16 units, cut between grapheme clusters. A cluster that alone is longer is no
 * character of any language; it is cut between code points.
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  const boundary = boundaryBefore(text.slice(0, most + looked), most)
  return boundary > 0 ? text.slice(0, boundary) : text.slice(0, isInsidePair(text, most) ? most - 1 : most)
}

/** The end of a text, at most `most` UTF-16 units, cut between grapheme clusters or, of an endless one, between code points. */
export function graphemeEnd(text: string, most: number): string {
  if (text.length <= most) return text
  const from = text.length - most
  const start = Math.max(0, from - looked)
  const boundary = start + boundaryAfter(text.slice(start), from - start)
  return text.slice(boundary < text.length ? boundary : from + (isInsidePair(text, from) ? 1 : 0))
}

/** The beginning of a text, at most `most` UTF-16 units, with an ellipsis where it goes on; cut between words where one ends near. */
export function excerptOf(text: string, most: number): string {
  if (text.length <= most) return text
  const beginning = beginningOf(text, most - 2)
  const blank = beginning.lastIndexOf(' ')
  return `${(blank > most / 2 ? beginning.slice(0, blank) : beginning).trimEnd()} …`
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}
