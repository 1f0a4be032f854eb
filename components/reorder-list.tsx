'use client'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { IconButton } from './icon-button.tsx'
import { moveTo } from './reorder.ts'
import { fill, useWords } from './words.tsx'

const Awake = lazy(async () => ({ default: (await import('./reorder-list-awake.tsx')).ReorderListAwake }))

/** One row; `name` is what a screen reader calls it while it moves. */
export type ReorderItem = { readonly id: string; readonly name: string; readonly content: ReactNode }

export type ReorderListProps = {
  /** The accessible name of the list. */
  readonly label: string
  readonly items: readonly ReorderItem[]
  /** The ids in their new order. The list shows it at once; when `items` come back in another order, that one holds. */
  readonly onReorder: (ids: readonly string[]) => void
}

/** Where the focus was when drag and drop arrived: there it is put again. */
export type FocusedIn = { readonly itemId: string; readonly label: string | null }

/** Rows in an order that is the reader's to change: by drag, by arrow keys on the grip, or by the two arrows of a row.
 * Drag and drop is loaded when the pointer or the focus first comes near. */
export function ReorderList({ label, items, onReorder }: ReorderListProps) {
  const words = useWords()
  const [awake, setAwake] = useState(false)
  const [focused, setFocused] = useState<FocusedIn | null>(null)
  const [said, setSaid] = useState('')
  const { ordered, setOrder } = useOrder(items)

  const reorder = (ids: readonly string[], moved: ReorderItem) => {
    setOrder(ids)
    setSaid(fill(words.moved, { name: moved.name, position: ids.indexOf(moved.id) + 1, total: ids.length }))
    onReorder(ids)
  }
  const arrows = (item: ReorderItem) => <MoveButtons item={item} ordered={ordered} reorder={reorder} />
  const still = (
    // biome-ignore lint/a11y/useSemanticElements: a list element would lose its role with its bullets in Safari.
    <div
      role="list"
      aria-label={label}
      className="item-list"
      onPointerEnter={() => setAwake(true)}
      onFocus={({ target }) => {
        setFocused({
          itemId: target.closest('[data-item]')?.getAttribute('data-item') ?? '',
          label: target.getAttribute('aria-label'),
        })
        setAwake(true)
      }}
    >
      {ordered.map((item) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        <div role="listitem" key={item.id} data-item={item.id} className="reorder-row">
          <span className="grip" aria-hidden>
            <GripVertical className="icon" />
          </span>
          <div className="min-w-0 flex-1">{item.content}</div>
          {arrows(item)}
        </div>
      ))}
    </div>
  )
  return (
    <>
      {awake ? (
        <Suspense fallback={still}>
          <Awake label={label} items={ordered} reorder={reorder} arrows={arrows} focused={focused} />
        </Suspense>
      ) : (
        still
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

/** The order on screen: the one given, until it is changed here; the one given again, as soon as that changes. */
function useOrder(items: readonly ReorderItem[]) {
  const given = items.map((item) => item.id)
  const [state, setState] = useState({ given, order: given as readonly string[] })
  const stale = state.given.join() !== given.join()
  if (stale) setState({ given, order: given })
  const order = stale ? given : state.order
  const ordered = order.flatMap((id) => items.find((item) => item.id === id) ?? [])
  return { ordered, setOrder: (next: readonly string[]) => setState({ given, order: next }) }
}

type MoveButtonsProps = {
  readonly item: ReorderItem
  readonly ordered: readonly ReorderItem[]
  readonly reorder: (ids: readonly string[], moved: ReorderItem) => void
}

function MoveButtons({ item, ordered, reorder }: MoveButtonsProps) {
  const words = useWords()
  const ids = ordered.map(({ id }) => id)
  const at = ids.indexOf(item.id)
  const move = (to: number) => reorder(moveTo(ids, [item.id], to), item)
  return (
    <span className="no-print flex shrink-0">
      <IconButton
        label={`${words.moveUp}: ${item.name}`}
        tip={words.moveUp}
        icon={<ArrowUp className="icon" aria-hidden />}
        aria-disabled={at === 0}
        onClick={() => at > 0 && move(at - 1)}
      />
      <IconButton
        label={`${words.moveDown}: ${item.name}`}
        tip={words.moveDown}
        icon={<ArrowDown className="icon" aria-hidden />}
        aria-disabled={at === ids.length - 1}
        onClick={() => at < ids.length - 1 && move(at + 1)}
      />
    </span>
  )
}
