import type { ReactNode } from 'react'

export type ItemListProps = {
  readonly label?: string
  /** What stands before the names, as wide in one as in another: `day` with its year; without it, something short. */
  readonly lead?: 'day'
  readonly children: ReactNode
}

/** Things one under another, parted by hairlines: meetings, tasks, texts. */
export function ItemList({ label, lead, children }: ItemListProps) {
  return (
    <ul aria-label={label} className="item-list" data-lead={lead}>
      {children}
    </ul>
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
    <li className="item">
      {lead && <div className="item-lead">{lead}</div>}
      <div className="min-w-0 flex-1 basis-64">
        <div className="item-title">{title}</div>
        {meta && <div className="flex flex-wrap gap-x-4 text-sm text-soft">{meta}</div>}
        {children}
      </div>
      {aside && <div className="item-aside">{aside}</div>}
    </li>
  )
}
