import type { ReactNode } from 'react'
import { TextLink } from '#components/frame/text-link.tsx'
import { shownRange } from '#domain/text/reference.ts'
import type { CitationView } from '#store/citation/read.ts'
import { passageHref } from './passage-href.ts'

export interface CitationListProps {
  readonly groupId: string
  readonly citations: readonly CitationView[]
  /** The accessible name of the list. */
  readonly label?: string
  /** The passages stand on the page in full too: on paper their beginnings give way to them. */
  readonly isWholeBelow?: boolean
  /** What stands beside a citation, e.g. a button that removes it. */
  readonly renderAside?: (citation: CitationView) => ReactNode
}

/** Tells one citation of a list from another. */
export function citationKey({ editionId, first, last, quote }: CitationView): string {
  return `${editionId} ${first} ${last} ${quote?.start ?? ''} ${quote?.end ?? ''}`
}

/** Citations, each with its reference as a link and its words; the text is named where there are several. */
export function CitationList({ groupId, citations, label, isWholeBelow = false, renderAside }: CitationListProps) {
  const isOneText = new Set(citations.map(({ textId }) => textId)).size <= 1
  return (
    <ul aria-label={label} className="grid gap-2">
      {citations.map((citation) => (
        <li key={citationKey(citation)} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <TextLink href={passageHref(groupId, citation.textId, citation)} className="tabular-nums">
              <bdi>{shownRange(citation)}</bdi>
            </TextLink>
            {!isOneText && <bdi className="ms-2 text-sm text-soft">{citation.textTitle}</bdi>}
            {/* The title of a text is its own name. */}
            {citation.excerpt !== shownRange(citation) && (
              <p
                dir="auto"
                className={`line-clamp-3 font-serif text-soft wrap-anywhere ${isWholeBelow ? 'print:hidden' : 'print:line-clamp-none'}`}
              >
                {citation.quote === undefined ? citation.excerpt : <q>{citation.excerpt}</q>}
              </p>
            )}
          </div>
          {renderAside?.(citation)}
        </li>
      ))}
    </ul>
  )
}
