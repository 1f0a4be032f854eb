'use client'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** How near to the edge of the window a held row moves the page on, and how far with each frame; CSS pixels. */
const edge = 56
const step = 10

interface Held {
  readonly id: string
  /** The place that it would take, counted among the other rows. */
  readonly to: number
}

/** The drag of a row by its grip. The rows are the children of `list`, in the order of the ids; the held one says so (`data-held`). */
export interface DragRows {
  readonly list: RefObject<HTMLDivElement | null>
  readonly held: Held | null
  /** What the grip of a row answers to. */
  readonly gripOf: (
    id: string,
  ) => Pick<React.ComponentProps<'span'>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>
}

/** Lets rows be dragged by their grips with mouse, pen or finger; Escape puts the row back. `drop`: it was let go elsewhere. */
export function useDragRows(ids: readonly string[], drop: (id: string, to: number) => void): DragRows {
  const list = useRef<HTMLDivElement>(null)
  const y = useRef(0)
  const [held, setHeld] = useState<Held | null>(null)
  const id = held?.id ?? null

  useEffect(() => {
    if (id === null) return
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && setHeld(null)
    addEventListener('keydown', leave)
    let frame = requestAnimationFrame(function follow() {
      const by = y.current < edge ? -step : y.current > innerHeight - edge ? step : 0
      if (by !== 0) scrollBy({ top: by, behavior: 'instant' })
      const to = placeIn(list.current, y.current)
      setHeld((now) => (now === null || now.to === to ? now : { id, to }))
      frame = requestAnimationFrame(follow)
    })
    return () => {
      removeEventListener('keydown', leave)
      cancelAnimationFrame(frame)
    }
  }, [id])

  const gripOf = (grip: string) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      y.current = event.clientY
      setHeld({ id: grip, to: ids.indexOf(grip) })
    },
    onPointerMove: (event: PointerEvent) => {
      y.current = event.clientY
    },
    onPointerUp: (event: PointerEvent) => {
      if (id !== grip) return
      const to = placeIn(list.current, event.clientY)
      setHeld(null)
      if (to !== ids.indexOf(grip)) drop(grip, to)
    },
    onPointerCancel: () => setHeld(null),
  })
  return { list, held, gripOf }
}

/** How many of the other rows the pointer has passed: those whose middle lies above it. */
function placeIn(list: HTMLElement | null, y: number): number {
  const others = [...(list?.children ?? [])].filter((row) => !row.hasAttribute('data-held'))
  return others.filter((row) => middleOf(row.getBoundingClientRect()) < y).length
}

const middleOf = ({ top, height }: DOMRect) => top + height / 2
