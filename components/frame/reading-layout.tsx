import type { ComponentProps, ReactNode } from 'react'
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
    <div className="reading" data-margin={margin || undefined}>
      {children}
    </div>
  )
}

/** What decides how a passage is set. */
type PassageShape = {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'quote'
  /** Of a heading, 1 to 6: how it is set. */
  readonly level?: number | undefined
  /** Of a list item, how deep it is nested, 1 to 6, and whether its words begin with a label of its own. */
  readonly depth?: number | undefined
  readonly labelled?: boolean | undefined
}

export type PassageProps = PassageShape & {
  /** The anchor of links to it. */
  readonly id: string
  /** The number to show, e.g. `12`. */
  readonly number: string
  /** The accessible name of the number's link, e.g. "Passage 2.3 ¶5". */
  readonly reference: string
  /** Where the number leads: the passage's own address. */
  readonly href: string
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
    <PassageFrame as="article" id={id} {...{ kind, level, depth, labelled }}>
      <a href={href} className={numberLook} aria-label={reference}>
        <bdi dir="ltr">{number}</bdi>
      </a>
      <PassageWords as={Words}>{children}</PassageWords>
      {margin && (
        <PassageMargin>
          {/* The words beside a text are the interface's, which may run the other way. */}
          <div dir={direction}>{margin}</div>
        </PassageMargin>
      )}
    </PassageFrame>
  )
}

type PassageFrameProps = PassageShape & {
  readonly as: 'article' | 'li'
  readonly id?: string
  /** It is the one that is opened. */
  readonly current?: boolean
  /** Its number, its words, and what stands beside it. */
  readonly children: ReactNode
}

/** Where the parts of a passage stand to each other, for one that is made of parts of its own. */
export function PassageFrame({
  as: Frame,
  id,
  kind,
  level,
  depth,
  labelled = false,
  current = false,
  children,
}: PassageFrameProps) {
  return (
    <Frame
      id={id}
      className="passage"
      data-kind={kind}
      data-level={kind === 'heading' ? level : undefined}
      data-depth={depth}
      data-labelled={labelled || undefined}
      data-current={current || undefined}
    >
      {children}
    </Frame>
  )
}

const numberLook = 'passage-number'

/** The number of a passage as a button that opens what can be done with it; beside the first line, but on that of a heading. */
export function PassageNumberButton({
  kind,
  ...rest
}: Pick<PassageShape, 'kind'> & Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  const place = kind === 'heading' ? '' : 'self-start'
  return <button {...rest} type="button" className={`${numberLook} flex items-center gap-1 ${place}`} />
}

type PassageWordsProps = {
  readonly as: 'div' | 'p' | 'blockquote' | 'h2'
  /** They are left out of the text. */
  readonly dropped?: boolean
  readonly children: ReactNode
}

/** The words of a passage, as its kind is set; they run the way they are written. */
export function PassageWords({ as: Words, dropped = false, children }: PassageWordsProps) {
  return (
    <Words className={dropped ? 'passage-words text-soft line-through' : 'passage-words'} dir="auto">
      {children}
    </Words>
  )
}

/** Beside a passage; narrow, below it. */
export function PassageMargin({ children }: { readonly children: ReactNode }) {
  return <div className="passage-margin">{children}</div>
}
