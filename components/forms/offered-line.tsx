'use client'
import { Check } from 'lucide-react'
import { type ComponentProps, memo } from 'react'
import type { ComboBoxState } from 'react-stately/useComboBoxState'
import { lineLook } from '../overlays/floating-box.tsx'
import type { Choice } from './select.tsx'

/** What the list answers to, once for all of its lines: there may be hundreds, and React Aria's own take half a second to draw. */
export function lineHandlers(
  state: ComboBoxState<Choice>,
): Pick<ComponentProps<'div'>, 'onMouseDown' | 'onPointerMove' | 'onClick'> {
  const { selectionManager } = state
  const lineAt = (target: EventTarget) => {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined
    return key === undefined || selectionManager.isDisabled(key) ? null : key
  }
  return {
    // The focus stays in the field.
    onMouseDown: (event) => event.preventDefault(),
    onPointerMove: ({ target, pointerType }) => {
      const key = lineAt(target)
      if (pointerType === 'mouse' && key !== null && key !== selectionManager.focusedKey)
        selectionManager.setFocusedKey(key)
    },
    onClick: ({ target }) => {
      const key = lineAt(target)
      if (key !== null) selectionManager.select(key)
    },
  }
}

/** By which React Aria finds the lines of a list. */
export function collectionOf(attributes: object): string | undefined {
  return 'data-collection' in attributes ? String(attributes['data-collection']) : undefined
}

type OfferedLineProps = {
  readonly choice: string | number
  readonly label: string
  readonly collection: string | undefined
  /** The name by which the field points to this line; undefined: to another. */
  readonly activeId: string | undefined
  readonly isChosen: boolean
  readonly isOff: boolean
}

/** One line of what a `ComboBox` offers. */
export const OfferedLine = memo(function OfferedLine({
  choice,
  label,
  collection,
  activeId,
  isChosen,
  isOff,
}: OfferedLineProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which points here.
    <div
      id={activeId}
      role="option"
      data-collection={collection}
      data-key={choice}
      data-focused={activeId !== undefined || undefined}
      aria-selected={isChosen}
      aria-disabled={isOff || undefined}
      className={lineLook}
    >
      <span className="min-w-0" dir="auto">
        {label}
      </span>
      {isChosen && <Check className="ms-auto" aria-hidden />}
    </div>
  )
})
