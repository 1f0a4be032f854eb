'use client'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { IconButton } from '../actions/icon-button.tsx'
import { moveTo } from './reorder.ts'
import { type DragRows, useDragRows } from './use-drag-rows.ts'

/** One row; `name` is what a screen reader calls it while it moves. */
export type ReorderItem = { readonly id: string; readonly name: string; readonly content: ReactNode }

export type ReorderListProps = {
  /** The accessible name of the list. */
  readonly label: string
  readonly items: readonly ReorderItem[]
  /** The ids in their new order. The list shows it at once; when `items` come back in another order, that one holds. */
  readonly onReorder: (ids: readonly string[]) => void
}

/**
 * Rows in an order that is the reader's to change: by the two arrows of a row, or by dragging its grip. The rows stand still
 * until then: what somebody is about to press is never replaced under their hand.
 */
export function ReorderList({ label, items, onReorder }: ReorderListProps) {
  const t = useTranslations('components.reorder')
  const [said, setSaid] = useState('')
  const { ordered, setOrder } = useOrder(items)
  const ids = ordered.map(({ id }) => id)

  const move = (item: ReorderItem, to: number) => {
    const next = moveTo(ids, [item.id], to)
    setOrder(next)
    setSaid(t('moved', { name: item.name, position: to + 1, total: ids.length }))
    onReorder(next)
  }
  const drag = useDragRows(ids, (id, to) => {
    const item = ordered.find((one) => one.id === id)
    if (item !== undefined) move(item, to)
  })
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a list element would lose its role with its bullets in Safari. */}
      <div ref={drag.list} role="list" aria-label={label} className="border-b border-line">
        {ordered.map((item, at) => (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div
            role="listitem"
            key={item.id}
            className="flex items-center gap-2 max-sm:flex-wrap max-sm:gap-y-0 border-t border-line bg-paper py-[0.35rem] data-held:opacity-55 data-[drop=after]:shadow-[0_3px_var(--color-accent)] data-[drop=before]:shadow-[0_-3px_var(--color-accent)]"
            data-held={drag.held?.id === item.id || undefined}
            data-drop={dropAt(drag.held, ids, item.id)}
          >
            <span
              className="print:hidden grid h-10 w-8 flex-none cursor-grab touch-none place-content-center text-soft select-none active:cursor-grabbing"
              data-grip
              aria-hidden
              {...drag.gripOf(item.id)}
            >
              <GripVertical aria-hidden />
            </span>
            {/* Narrow: the words have the whole width, and what moves them stands below. */}
            <div className="min-w-0 flex-1 max-sm:order-first max-sm:basis-full">{item.content}</div>
            <MoveButtons name={item.name} at={at} total={ids.length} onMove={(to) => move(item, to)} />
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

/** On which side of this row the held one would come to stand, where that is another place than its own. */
function dropAt(held: DragRows['held'], ids: readonly string[], id: string): 'before' | 'after' | undefined {
  if (held === null || held.to === ids.indexOf(held.id)) return undefined
  const others = ids.filter((other) => other !== held.id)
  if (others[held.to] === id) return 'before'
  return held.to === others.length && others.at(-1) === id ? 'after' : undefined
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
  readonly name: string
  readonly at: number
  readonly total: number
  readonly onMove: (to: number) => void
}

function MoveButtons({ name, at, total, onMove }: MoveButtonsProps) {
  const t = useTranslations('components.reorder')
  return (
    <span className="print:hidden ms-auto flex shrink-0">
      <IconButton
        label={`${t('moveUp')}: ${name}`}
        tip={t('moveUp')}
        icon={<ArrowUp aria-hidden />}
        aria-disabled={at === 0}
        onClick={() => at > 0 && onMove(at - 1)}
      />
      <IconButton
        label={`${t('moveDown')}: ${name}`}
        tip={t('moveDown')}
        icon={<ArrowDown aria-hidden />}
        aria-disabled={at === total - 1}
        onClick={() => at < total - 1 && onMove(at + 1)}
      />
    </span>
  )
}
