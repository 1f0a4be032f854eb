import type { ReactNode } from 'react'
import { Term, type TermKey } from '../text/term.tsx'

/** A column; `key` names its cell in each row. */
export type TableColumn<Key extends string> = {
  readonly key: Key
  readonly label: string
  /** The term that the label is, where it first stands on the page: it is explained in the head, and on a phone in the first row. */
  readonly term?: TermKey
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

/** A table with row and column headings. The roles are spelled out because a table laid out as cards loses them. */
export function Table<Key extends string>({
  caption,
  captionHidden,
  columns,
  rows,
  narrow = 'cards',
}: TableProps<Key>) {
  const table = (
    // biome-ignore lint/a11y/noRedundantRoles: display:block takes the role away in browsers.
    <table role="table" className="data-table" data-narrow={narrow}>
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
        <tr role="row">
          {columns.map((column) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above.
            <th key={column.key} scope="col" role="columnheader" className="small-caps" data-align={column.align}>
              <Term of={column.term ?? null}>{column.label}</Term>
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above. */}
      <tbody role="rowgroup">
        {rows.map((row, place) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above.
          <tr key={row.id} role="row">
            {columns.map((column, index) => {
              const Cell = index === 0 ? 'th' : 'td'
              const term = index > 0 && place === 0 ? column.term : undefined
              return (
                <Cell
                  key={column.key}
                  {...(index === 0 ? { scope: 'row', role: 'rowheader' } : { role: 'cell' })}
                  data-label={term === undefined ? column.label : undefined}
                  data-align={column.align}
                >
                  {term !== undefined && (
                    <span className="cell-label">
                      <Term of={term}>{column.label}</Term>
                    </span>
                  )}
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
    <section className="table-scroll" tabIndex={0} aria-label={typeof caption === 'string' ? caption : undefined}>
      {table}
    </section>
  )
}
