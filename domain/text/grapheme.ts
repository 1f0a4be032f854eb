/**
 * Grapheme clusters (Unicode UAX #29): what a reader takes for one character. No passage, quote or split begins or
 * ends inside of one (W3C Web Annotation Data Model §4.2.4: selections should not start or end within a cluster).
 */

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Whether `offset` (UTF-16 units) lies in `text`, both ends included, and not inside a grapheme cluster. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false
  return offset === text.length || graphemes.segment(text).containing(offset)?.index === offset
}

/** The last boundary at or before `offset` (UTF-16 units, 0 to the length of `text`). */
export function boundaryBefore(text: string, offset: number): number {
  return offset >= text.length ? text.length : (graphemes.segment(text).containing(offset)?.index ?? 0)
}

/** The first boundary at or after `offset` (UTF-16 units, 0 to the length of `text`). */
export function boundaryAfter(text: string, offset: number): number {
  const segment = graphemes.segment(text).containing(offset)
  if (segment === undefined || segment.index === offset) return Math.min(offset, text.length)
  return segment.index + segment.segment.length
}
