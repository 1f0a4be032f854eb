import type { ReactNode } from 'react'
import { useLanguage } from '#lib/words/use-language.ts'

export type ReadingLayoutProps = {
  /** There is a working margin; without it the column keeps its place and the margin's room stays empty. */
  readonly margin?: boolean
  /** `Passage`s in their order. */
  readonly children: ReactNode
}

/** The set page: numbers on the one side, 60 to 70 characters of text, a working margin on the other. Narrow: the margin goes below its passage. */
export function ReadingLayout({ margin = false, children }: ReadingLayoutProps) {
  return (
    <div className="reading-frame">
      <div className="reading" data-margin={margin || undefined}>
        {children}
      </div>
    </div>
  )
}

export type PassageProps = {
  /** The anchor of links to it. */
  readonly id: string
  /** The number to show, e.g. `12`. */
  readonly number: string
  /** The accessible name of the number's link, e.g. "Passage 2.3 ¶5". */
  readonly reference: string
  /** Where the number leads: the passage's own address. */
  readonly href: string
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'quote'
  /** Of a heading, 1 to 6: how it is set. */
  readonly level?: 1 | 2 | 3 | 4 | 5 | 6
  /** Of a list item, how deep it is nested, 1 to 6, and whether its words begin with a label of its own. */
  readonly depth?: number
  readonly labelled?: boolean
  /** Of a heading, its rank in the outline of the page; default: one below its level. */
  readonly rank?: 2 | 3 | 4 | 5 | 6
  /** What belongs to it, set beside it. */
  readonly margin?: ReactNode
  /** Its words. */
  readonly children: ReactNode
}

/** One numbered passage with its margin. */
export function Passage({
  id,
  number,
  reference,
  href,
  kind,
  level = 2,
  rank,
  depth,
  labelled,
  margin,
  children,
}: PassageProps) {
  const { direction } = useLanguage()
  const Words =
    kind === 'heading' ? (`h${rank ?? Math.min(level + 1, 6)}` as 'h2') : kind === 'quote' ? 'blockquote' : 'div'
  return (
    <article
      id={id}
      className="passage"
      data-kind={kind}
      data-level={kind === 'heading' ? level : undefined}
      data-depth={depth}
      data-labelled={labelled || undefined}
    >
      <a href={href} className="passage-number" aria-label={reference}>
        <bdi dir="ltr">{number}</bdi>
      </a>
      <Words className="passage-words" dir="auto">
        {children}
      </Words>
      {margin && (
        <div className="passage-margin">
          {/* The words beside a text are the interface's, which may run the other way. */}
          <div dir={direction}>{margin}</div>
        </div>
      )}
    </article>
  )
}
