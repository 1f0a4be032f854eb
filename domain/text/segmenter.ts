/** What parts a text by the rules of Unicode (UAX #29), in the way that no language asks to be otherwise. */

type Part = 'grapheme' | 'word' | 'sentence'

const made: Partial<Record<Part, Intl.Segmenter>> = {}

/**
 * The segmenter for a kind of part, made when it is first asked for and kept: to make one takes a browser tens of milliseconds, in
 * which it is deaf, and most pages that know of it never part anything.
 */
export function segmenterFor(part: Part): Intl.Segmenter {
  made[part] ??= new Intl.Segmenter('und', { granularity: part })
  return made[part]
}
