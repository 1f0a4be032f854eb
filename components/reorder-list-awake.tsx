'use client'
import { GripVertical } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button, GridList, GridListItem } from 'react-aria-components/GridList'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { moveTo } from './reorder.ts'
import type { FocusedIn, ReorderItem } from './reorder-list.tsx'
import { fill, useWords } from './words.tsx'

type AwakeProps = {
  readonly label: string
  readonly items: readonly ReorderItem[]
  readonly reorder: (ids: readonly string[], moved: ReorderItem) => void
  readonly arrows: (item: ReorderItem) => ReactNode
  readonly focused: FocusedIn | null
}

/** The list of a `ReorderList` with drag and drop, on React Aria; loaded when it is first approached. */
export function ReorderListAwake({ label, items, reorder, arrows, focused }: AwakeProps) {
  const words = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused === null) return
    const inRow = (which: string) =>
      list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused.itemId)}"] ${which}`)
    // The rows stand a moment after the list itself, and the list takes its first focus to its first row.
    let frame = requestAnimationFrame(() => {
      list.current?.focus()
      frame = requestAnimationFrame(() => {
        const label = focused.label === null ? 'button' : `[aria-label="${CSS.escape(focused.label)}"]`
        const again = inRow(label) ?? inRow('button')
        again?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [focused])
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(items, String(key)) })),
    onReorder: ({ keys, target }) => {
      const ids = items.map(({ id }) => id)
      const moving = [...keys].map(String)
      const rest = ids.filter((id) => !moving.includes(id))
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      const moved = items.find(({ id }) => id === moving[0])
      if (moved) reorder(moveTo(ids, moving, at), moved)
    },
  })
  return (
    <I18nProvider locale="en">
      {/* By itself the list is left with Tab after the first row: here every button of every row is reached. */}
      <div role="none" onKeyDownCapture={(event) => event.key === 'Tab' && event.stopPropagation()}>
        <GridList
          ref={list}
          aria-label={label}
          items={items}
          dependencies={[items]}
          selectionMode="none"
          keyboardNavigationBehavior="tab"
          dragAndDropHooks={dragAndDropHooks}
          className="item-list"
        >
          {(item) => (
            <GridListItem id={item.id} textValue={item.name} className="reorder-row">
              <Button slot="drag" className="grip" aria-label={fill(words.drag, { name: item.name })}>
                <GripVertical className="icon" aria-hidden />
              </Button>
              <div className="min-w-0 flex-1">{item.content}</div>
              {arrows(item)}
            </GridListItem>
          )}
        </GridList>
      </div>
    </I18nProvider>
  )
}

function nameOf(items: readonly ReorderItem[], id: string): string {
  return items.find((item) => item.id === id)?.name ?? ''
}
