'use client'
import { type ComponentProps, memo, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useTooltip, useTooltipTrigger } from 'react-aria/useTooltipTrigger'
import { useTooltipTriggerState } from 'react-stately/useTooltipTriggerState'
import { showBeside } from './floating-box.tsx'

/** Time in milliseconds that a pointer rests before the words appear, and after which they go; focus shows them at once. */
const rest = 400
const linger = 120

export type TooltipWordsProps = {
  readonly text: string
  readonly control: RefObject<HTMLButtonElement | null>
  /** Told what the control answers to from now on. */
  readonly onWired: (
    handlers: Pick<
      ComponentProps<'button'>,
      'onPointerEnter' | 'onPointerLeave' | 'onPointerDown' | 'onKeyDown' | 'onFocus' | 'onBlur'
    >,
  ) => void
}

/** The words of a `Tooltip`, which appear by themselves where the control was reached before they were there. */
export const TooltipWords = memo(function TooltipWords({ text, control, onWired }: TooltipWordsProps) {
  const box = useRef<HTMLSpanElement>(null)
  const state = useTooltipTriggerState({ delay: rest, closeDelay: linger })
  const { triggerProps } = useTooltipTrigger({}, state, control)
  const { tooltipProps } = useTooltip({}, state)
  const begin = useRef(state.open)

  // After every change of its own: the control is drawn by the component around this one.
  useLayoutEffect(() => {
    const { onPointerEnter, onPointerLeave, onPointerDown, onKeyDown, onFocus, onBlur } = triggerProps
    const leave: typeof onPointerLeave = (event) => {
      onPointerLeave?.(event)
      // It may have been entered before this was there.
      state.close()
    }
    onWired({ onPointerEnter, onPointerLeave: leave, onPointerDown, onKeyDown, onFocus, onBlur })
  })
  useEffect(() => {
    if (control.current?.matches(':focus-visible')) begin.current(true)
    else if (control.current?.matches(':hover')) begin.current()
  }, [control])
  useEffect(() => {
    if (!state.isOpen) return
    const shown = box.current
    showBeside(control.current, shown)
    return () => shown?.hidePopover()
  }, [state.isOpen, control])
  return (
    <span
      {...tooltipProps}
      ref={box}
      popover="manual"
      aria-hidden
      className="fixed inset-auto print:hidden mx-0 my-1.5 max-w-72 rounded-sm border border-transparent bg-ink px-[0.55rem] py-1 text-sm leading-[1.4] text-paper [position-area:block-end] [position-try:flip-block]"
    >
      {text}
    </span>
  )
})
