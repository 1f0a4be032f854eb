import type { ReactNode } from 'react'

/** A column; `key` names its cell in each row. */
export type TableColumn<Key extends string> = {
  readonly key: Key
  readonly label: string
  /** `end` for numbers, so that digits stand under digits. */
  readonly align?: 'start' | 'end'
}

export type TableProps<Key extends string> = {
  /** What the table holds; its accessible name. */
  readonly caption: ReactNode
  /** The caption is spoken only: a heading above says the same. */
  readonly captionHidden?: boolean
  readonly columns: readonly TableColumn<Key>[]
  /** The first column names the row. */
  readonly rows: readonly { readonly id: string; readonly cells: Readonly<Record<Key, ReactNode>> }[]
  /** At 360 px: `cards` (default), each row a block with its labels; `scroll` for matrices, sideways. */
  readonly narrow?: 'cards' | 'scroll'
}

/** A column is never narrower than its longest word. */
const cell = 'border-b py-[0.6rem] pe-[0.9rem] break-words last:pe-0'
const sideways = 'overflow-x-auto overscroll-x-contain'

/** How the parts of a table are set at every width, then what is different where it is narrow. */
const looks = {
  cards: {
    table: 'max-sm:block',
    caption: 'max-sm:block',
    head: 'max-sm:hidden',
    body: 'max-sm:block',
    row: 'max-sm:block max-sm:border-t max-sm:border-line max-sm:py-3 max-sm:first:border-ink',
    cell: 'max-sm:grid max-sm:gap-3 max-sm:border-0 max-sm:px-0 max-sm:py-[0.2rem] max-sm:wrap-anywhere',
    name: 'max-sm:grid-cols-[1fr] max-sm:font-serif max-sm:text-lg/[inherit]',
    fact: 'max-sm:grid-cols-[minmax(6.5rem,38%)_minmax(0,1fr)] max-sm:before:text-sm/[inherit] max-sm:before:text-soft max-sm:before:content-[attr(data-label)]',
    end: 'text-end max-sm:text-start',
  },
  scroll: {
    table: '',
    caption: '',
    head: '',
    body: '',
    row: '',
    cell: 'whitespace-nowrap',
    name: '',
    fact: '',
    end: 'text-end',
  },
} as const

/** A table with row and column headings. The roles are spelled out because a table laid out as cards loses them. */
export function Table<Key extends string>({
  caption,
  captionHidden,
  columns,
  rows,
  narrow = 'cards',
}: TableProps<Key>) {
  const look = looks[narrow]
  const headLook = `${cell} border-ink align-bottom small-caps text-soft ${look.cell}`
  const alignmentOf = ({ align }: TableColumn<Key>) => (align === 'end' ? look.end : 'text-start')
  const table = (
    // biome-ignore lint/a11y/noRedundantRoles: display:block takes the role away in browsers.
    <table role="table" className={`w-full border-collapse lining-nums tabular-nums ${look.table}`}>
      <caption
        className={
          captionHidden ? 'sr-only' : `pb-[0.6rem] text-start font-serif text-lg/[inherit] font-title ${look.caption}`
        }
      >
        {caption}
      </caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <thead role="rowgroup" className={look.head}>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
        <tr role="row">
          {columns.map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above.
            <th key={column.key} scope="col" role="columnheader" className={`${headLook} ${alignmentOf(column)}`}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <tbody role="rowgroup" className={look.body}>
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above.
          <tr key={row.id} role="row" className={look.row}>
            {columns.map((column, index) => {
              const Cell = index === 0 ? 'th' : 'td'
              const own = index === 0 ? `font-label ${look.name}` : look.fact
              return (
                <Cell
                  key={column.key}
                  {...(index === 0 ? { scope: 'row', role: 'rowheader' } : { role: 'cell' })}
                  data-label={column.label}
                  className={`${cell} border-line align-baseline ${look.cell} ${own} ${alignmentOf(column)}`}
                >
                  <div>{row.cells[column.key]}</div>
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'cards') return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={sideways} tabIndex={0} aria-label={typeof caption === 'string' ? caption : undefined}>
      {table}
    </section>
  )
}
