'use client'
import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  /** What the reader has answered, in a form that changes with each answer; empty: nothing yet. */
  readonly answered: string
  readonly children: ReactNode
}

/** Where it is said what an answer has led to: once the reader has answered, it takes the focus and comes into view. */
export function SaidAfter({ answered, children }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const before = useRef(answered)
  useEffect(() => {
    if (before.current === answered) return
    before.current = answered
    element.current?.focus()
  }, [answered])
  return (
    <div ref={element} tabIndex={-1} className="grid gap-2 empty:hidden">
      {children}
    </div>
  )
}
