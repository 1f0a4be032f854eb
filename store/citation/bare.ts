import type { Citation } from '#domain/text/citation.ts'

/** The citation alone, as the API takes it, without what a page knows about it besides. */
export function bareCitation({ editionId, first, last, quote }: Citation): Citation {
  return { editionId, first, last, ...(quote === undefined ? {} : { quote }) }
}
