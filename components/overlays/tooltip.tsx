'use client'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { latePart, useLatePart } from './late-part.ts'
import type { TooltipWordsProps } from './tooltip-words.tsx'

/** What a control answers to so that its tooltip appears. */
export type TooltipControl = Parameters<TooltipWordsProps['onWired']>[0] & {
  readonly ref: RefObject<HTMLButtonElement | null>
}

const lateWords = latePart(async () => (await import('./tooltip-words.tsx')).TooltipWords)

/** Shows the name of a control on hover and focus; Escape hides it, the pointer may move onto it (WCAG 2.2, 1.4.13). The words must
 * also be the control's accessible name: this is for the eye alone. When and how long is React Aria's, loaded when it is first reached. */
export function Tooltip({
  text,
  children,
}: {
  readonly text: string
  readonly children: (control: TooltipControl) => ReactNode
}) {
  const ref = useRef<HTMLButtonElement>(null)
  const [reached, setReached] = useState(false)
  const { part: Words, intent } = useLatePart(lateWords, false)
  const reach = () => {
    intent.onFocus()
    setReached(true)
  }
  const [wired, setWired] = useState<Omit<TooltipControl, 'ref'>>({ onPointerEnter: reach, onFocus: reach })
  return (
    <span className="inline-flex">
      {children({ ...wired, ref })}
      {Words !== null && reached && <Words text={text} control={ref} onWired={setWired} />}
    </span>
  )
}
