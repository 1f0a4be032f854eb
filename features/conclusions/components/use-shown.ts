'use client'
import { useEffect, useRef, useState } from 'react'

/**
 * Whether the reader has just answered; and where it is said then, which takes the focus and comes into view as far as it was not.
 * `byForm`: the form in which it was answered stood below and is gone: the words that were answered come into view again.
 */
export function useAnswered(answered: string, byForm: { readonly current: boolean }) {
  const element = useRef<HTMLDivElement>(null)
  const [first] = useState(answered)
  const before = useRef(answered)
  useEffect(() => {
    if (before.current === answered) return
    before.current = answered
    if (answered === '') return
    const said = element.current
    said?.focus({ preventScroll: true })
    // The room that is kept for the bar is no part of the view: the bar itself would be brought out of it.
    const { top = 0, bottom = 0 } = said?.getBoundingClientRect() ?? {}
    const end = said?.closest('[data-act-bar]')?.getBoundingClientRect().bottom ?? bottom
    if (byForm.current) window.scrollBy({ top: end - window.innerHeight })
    else if (top < 0 || bottom > window.innerHeight) said?.scrollIntoView({ block: 'nearest' })
  }, [answered, byForm])
  return [answered !== '' && answered !== first, element] as const
}

/** Brings an element into sight once there is something to see in it: the acts may lie far from what they bring about. */
export function useShown(shown: unknown) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown) element.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return element
}
