'use client'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { stayBeside } from './anchor.ts'

/** Time in milliseconds that a pointer rests before the words appear; focus shows them at once. */
const REST = 400

/** Shows the name of what it wraps on hover and focus. Escape hides it; the pointer may move onto it (WCAG 2.2, 1.4.13).
 * The words must also be the accessible name of what is wrapped: this is for the eye alone. */
export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const [shown, setShown] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const box = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (!shown || !anchor.current || !box.current) return
    box.current.showPopover()
    return stayBeside(anchor.current, box.current, 'center')
  }, [shown])
  useEffect(() => () => clearTimeout(timer.current), [])

  const later = (next: boolean, wait: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(next), wait)
  }
  const hideOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') later(false, 0)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches what happens to the control inside.
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={(event) => event.pointerType === 'mouse' && later(true, REST)}
      onPointerLeave={() => later(false, 120)}
      onFocus={(event) => event.target.matches(':focus-visible') && later(true, 0)}
      onBlur={() => later(false, 0)}
      onClick={() => later(false, 0)}
      onKeyDown={hideOnEscape}
    >
      {children}
      {shown && (
        <span ref={box} popover="manual" aria-hidden className="tooltip">
          {text}
        </span>
      )}
    </span>
  )
}
