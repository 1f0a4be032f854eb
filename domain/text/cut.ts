/** Cuts what is too long for one passage, where a reader would pause. */
import { boundaryBefore, isGraphemeBoundary } from './grapheme.ts'
import { maxPassageLength } from './passage.ts'
import { segmenterFor } from './segmenter.ts'

/** How far before the limit, in UTF-16 units, the end of a sentence is looked for. */
const searchLength = 4_000

/**
 * Pieces of at most `maxPassageLength` UTF-16 units: cut at the end of a sentence (Unicode UAX #29), else between words,
 * else between grapheme clusters, else between code points: a cluster of such a length is no character of any language, and
 * each look for its end would read it whole. Only whitespace at the cuts is lost.
 */
export function cutLongText(text: string): readonly string[] {
  if (text.length <= maxPassageLength) return [text]
  const pieces: string[] = []
  let start = 0
  while (text.length - start > maxPassageLength) {
    const end = start + cutIn(text.slice(start, start + maxPassageLength + 1))
    pieces.push(text.slice(start, end).trim())
    start = end
  }
  pieces.push(text.slice(start).trim())
  return pieces.filter((piece) => piece !== '')
}

/** Where to cut what begins with `head`, which is one unit longer than a passage may be. */
function cutIn(head: string): number {
  const from = maxPassageLength - searchLength
  const sentenceEnd = from + (segmenterFor('sentence').segment(head.slice(from)).containing(searchLength)?.index ?? 0)
  if (sentenceEnd > from && isGraphemeBoundary(head, sentenceEnd)) return sentenceEnd
  const space = head.lastIndexOf(' ')
  if (space > 0 && isGraphemeBoundary(head, space)) return space
  const boundary = boundaryBefore(head, maxPassageLength)
  if (boundary > 0) return boundary
  return head.slice(0, maxPassageLength).isWellFormed() ? maxPassageLength : maxPassageLength - 1
}
