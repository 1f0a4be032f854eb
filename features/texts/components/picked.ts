import { isRefusal, type Refusal } from '#domain/refusal.ts'
import { normaliseCitations } from '#domain/text/citation.ts'
import { beginningOf } from '#domain/text/grapheme.ts'
import { type Quote, quoteFrom } from '#domain/text/quote.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { PassageView } from '../views.ts'

/** The edition from which somebody picks. */
export interface PickedFrom {
  readonly textId: string
  readonly textTitle: string
  readonly editionId: string
}

/** What a citation takes of a passage. */
export type Citable = Pick<PassageView, 'ordinal' | 'reference' | 'text'>

/** Longest excerpt that is shown of a citation, in UTF-16 units. */
export const excerptLength = 240

/** A citation of one passage, or of words in it. */
export function citing(from: PickedFrom, { ordinal, reference, text }: Citable, quote?: Quote): CitationView {
  return {
    textId: from.textId,
    textTitle: from.textTitle,
    editionId: from.editionId,
    first: ordinal,
    last: ordinal,
    firstReference: reference,
    lastReference: reference,
    excerpt: beginningOf(quote?.exact ?? text, excerptLength),
    ...(quote === undefined ? {} : { quote }),
  }
}

/** A citation of everything between two passages, both included, whichever comes first. */
export function citingRun(from: PickedFrom, one: Citable, other: Citable): CitationView {
  const [first, last] = one.ordinal <= other.ordinal ? [one, other] : [other, one]
  return { ...citing(from, first), last: last.ordinal, lastReference: last.reference }
}

/** The words selected in a passage as a citation; the refusal when none are. */
export function citingWords(
  from: PickedFrom,
  passage: PassageView,
  [start, end]: readonly [number, number],
): CitationView | Refusal {
  const quote = quoteFrom(passage.text, start, end)
  return isRefusal(quote) ? quote : citing(from, passage, quote)
}

/** What was chosen and what is added, in one form: adjoining passages become a run. Unchanged when there would be too many. */
export function withAdded(
  chosen: readonly CitationView[],
  added: readonly CitationView[],
): readonly CitationView[] | Refusal {
  const all = [...chosen, ...added]
  const citations = normaliseCitations(all)
  if (isRefusal(citations)) return citations
  return citations.flatMap((citation) => {
    const same = (one: CitationView) => one.editionId === citation.editionId
    const begins = all.find(
      (one) => same(one) && one.first === citation.first && one.quote?.start === citation.quote?.start,
    )
    const ends = all.find((one) => same(one) && one.last === citation.last && one.quote?.end === citation.quote?.end)
    if (begins === undefined || ends === undefined) return []
    const excerpt = citation.quote ? beginningOf(citation.quote.exact, excerptLength) : begins.excerpt
    return { ...begins, ...citation, lastReference: ends.lastReference, excerpt }
  })
}

/** With one of them longer by the passage next to it; unchanged when there would be too many. */
export function withNeighbour(
  picked: readonly CitationView[],
  citation: CitationView,
  passage: PassageView,
): readonly CitationView[] {
  const next = withAdded(picked, [citing(citation, passage)])
  return isRefusal(next) ? picked : next
}
