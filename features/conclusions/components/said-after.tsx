'use client'
import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  /** What the reader has done so far, in a form that changes with each such act; empty: nothing yet. */
  readonly answered: string
  readonly children: ReactNode
}

/**
 * Where it is said what an act of the reader has led to: once that has changed, it takes the focus, and comes into view as far as it
 * was not, so that words which stand beside it stay where they are.
 */
export function SaidAfter({ answered, children }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const before = useRef(answered)
  useEffect(() => {
    if (before.current === answered) return
    before.current = answered
    if (answered === '') return
    element.current?.focus({ preventScroll: true })
    element.current?.scrollIntoView({ block: 'nearest' })
  }, [answered])
  return (
    // Below it stands what comes next: there is room for that, too, where it comes into view from below.
    <div ref={element} tabIndex={-1} className="scroll-mb-80 empty:hidden">
      {children}
    </div>
  )
}
