import type { ReactNode } from 'react'

export type ItemListProps = {
  readonly label?: string | undefined
  /** What stands before the names, as wide in one as in another: `day` with its year; without it, something short. */
  readonly lead?: 'day'
  /** Their order says something: an agenda, places in a text. */
  readonly ordered?: boolean
  readonly children: ReactNode
}

/** Things one under another, parted by hairlines: meetings, tasks, texts. */
export function ItemList({ label, lead, ordered = false, children }: ItemListProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List
      aria-label={label}
      className={`border-b border-line ${lead === 'day' ? '[--lead:9.5rem]' : '[--lead:4.5rem]'}`}
    >
      {children}
    </List>
  )
}

export type ItemProps = {
  /** The name of the thing, usually `<TextLink look="title">`. */
  readonly title: ReactNode
  /** Before the name, outside: a date, a number. */
  readonly lead?: ReactNode
  /** Below the name: place, people, source. */
  readonly meta?: ReactNode
  /** At the end: state mark, due date, a button. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

/** One thing in an `ItemList`. */
export function Item({ title, lead, meta, aside, children }: ItemProps) {
  return (
    <ItemRow>
      {lead && <ItemLead>{lead}</ItemLead>}
      <div className="min-w-0 flex-1 basis-64">
        <ItemTitle>{title}</ItemTitle>
        {meta && <div className="flex flex-wrap gap-x-4 text-sm text-soft">{meta}</div>}
        {children}
      </div>
      {aside && <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm/[inherit]">{aside}</div>}
    </ItemRow>
  )
}

interface ItemRowProps {
  /** For links that lead to it. */
  readonly id?: string
  /** It is the step at which one is. Default false. */
  readonly current?: boolean
  readonly children: ReactNode
}

/** One thing in an `ItemList` that is made of parts of its own, which stand beside each other. */
export function ItemRow({ id, current = false, children }: ItemRowProps) {
  return (
    <li
      id={id}
      className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line py-[0.85rem]"
      aria-current={current ? 'step' : undefined}
    >
      {children}
    </li>
  )
}

/** What stands before the name of a thing: a time, a number. */
export function ItemLead({ children }: { readonly children: ReactNode }) {
  return (
    <div data-lead className="min-w-(--lead,4.5rem) flex-none text-sm/[inherit] text-soft tabular-nums">
      {children}
    </div>
  )
}

type ItemTitleProps = {
  /** Default `div`. */
  readonly as?: 'div' | 'p' | 'h3' | 'span'
  /** Set where nothing inside says which way the name runs. */
  readonly dir?: 'auto'
  readonly children: ReactNode
}

/** The name of a thing among others. */
export function ItemTitle({ as: Title = 'div', dir, children }: ItemTitleProps) {
  return (
    <Title dir={dir} className="font-serif text-lg/[1.4] font-medium wrap-anywhere">
      {children}
    </Title>
  )
}
