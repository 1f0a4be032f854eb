/** Citations: which passages of one pinned edition something is about (PRODUCT.md, rule 2). */
import type { Refusal } from '../refusal.ts'
import { type Quote, standsIn } from './quote.ts'

/** A run of passages, or words within one passage, of an edition that never changes. */
export interface Citation {
  readonly editionId: string
  /** Ordinal of the first passage, 1 upwards. */
  readonly first: number
  /** Ordinal of the last passage, at least `first`. */
  readonly last: number
  /** The words meant; only where `first` is `last`. */
  readonly quote?: Quote
}

/** Most citations of one agenda item, assignment or conclusion. */
export const maxCitations = 200

/** What a citation is judged against. */
export interface CitedEdition {
  readonly id: string
  /** Number of its passages. */
  readonly passageCount: number
  /** The text of the passage that is quoted; needed only with a quote. */
  readonly quotedText?: string
}

export type CitationRefusal =
  | Refusal<'wrong-edition'>
  | (Refusal<'passage-out-of-bounds'> & { readonly passageCount: number })
  | Refusal<'range-reversed'>
  | Refusal<'quote-across-passages'>
  /** The quoted words do not stand where the quote says; a quote of a pinned edition is exact or wrong. */
  | Refusal<'quote-not-found'>

/** Judges a citation against its edition; null: nothing is wrong with it. */
export function refuseCitation(citation: Citation, edition: CitedEdition): CitationRefusal | null {
  const { first, last, quote } = citation
  if (citation.editionId !== edition.id) return { refused: 'wrong-edition' }
  const exists = (ordinal: number) => Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= edition.passageCount
  if (!exists(first) || !exists(last)) return { refused: 'passage-out-of-bounds', passageCount: edition.passageCount }
  if (first > last) return { refused: 'range-reversed' }
  if (quote === undefined) return null
  if (first !== last) return { refused: 'quote-across-passages' }
  const { quotedText } = edition
  const found = quotedText !== undefined && standsIn(quote, quotedText)
  return found ? null : { refused: 'quote-not-found' }
}

/**
 * Citations in one form: by edition and reading order, overlapping and adjoining runs joined, each quote once.
 * A quote stays beside a run that holds it: it says which words are meant. Refuses more than `maxCitations` in the end.
 */
export function normaliseCitations(
  citations: readonly Citation[],
): readonly Citation[] | (Refusal<'too-many-citations'> & { readonly count: number; readonly max: number }) {
  const result: Citation[] = []
  for (const citation of [...citations.filter(isRun)].sort(inReadingOrder)) {
    const previous = result.at(-1)
    if (previous?.editionId === citation.editionId && citation.first <= previous.last + 1) {
      result[result.length - 1] = { ...previous, last: Math.max(previous.last, citation.last) }
    } else result.push(citation)
  }
  const quotes = new Map(
    citations.filter((citation) => !isRun(citation)).map((citation) => [keyOf(citation), citation]),
  )
  result.push(...quotes.values())
  if (result.length > maxCitations) return { refused: 'too-many-citations', count: result.length, max: maxCitations }
  return result.sort(inReadingOrder)
}

function isRun({ quote }: Citation): boolean {
  return quote === undefined
}

/** Runs before the quotes that begin in the same passage. */
function inReadingOrder(one: Citation, other: Citation): number {
  if (one.editionId !== other.editionId) return one.editionId < other.editionId ? -1 : 1
  const start = (citation: Citation) => citation.quote?.start ?? -1
  const end = (citation: Citation) => citation.quote?.end ?? -1
  return one.first - other.first || start(one) - start(other) || end(one) - end(other)
}

function keyOf({ editionId, first, quote }: Citation): string {
  return `${editionId} ${first} ${quote?.start} ${quote?.end}`
}
