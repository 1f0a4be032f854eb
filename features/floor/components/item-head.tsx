'use client'
import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  /** The item that the meeting is at. */
  readonly itemId: string
  readonly children: ReactNode
}

/** What the current item is called: brought into view once the meeting has come to another, for the act that does so lies after its words. */
export function ItemHead({ itemId, children }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const before = useRef(itemId)
  useEffect(() => {
    if (before.current === itemId) return
    before.current = itemId
    const top = element.current?.getBoundingClientRect().top ?? 0
    if (top < 0 || top > window.innerHeight / 2) element.current?.scrollIntoView({ block: 'start' })
  }, [itemId])
  return <div ref={element}>{children}</div>
}
