'use client'
import { type RefObject, type ToggleEvent, useEffect, useRef } from 'react'
import { type Alignment, stayBeside } from './anchor.ts'

/** Attributes that keep a `popover` element beside its anchor for as long as it is open. */
export function useAnchored(anchor: RefObject<HTMLElement | null>, alignment?: Alignment) {
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const onToggle = (event: ToggleEvent<HTMLElement>) => {
    stop.current?.()
    stop.current = undefined
    if (event.newState === 'open' && anchor.current)
      stop.current = stayBeside(anchor.current, event.currentTarget, alignment)
  }
  return { onToggle }
}
