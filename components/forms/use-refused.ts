'use client'
import { useEffect, useState } from 'react'
import { doneEvent } from '#lib/api/send.ts'

/**
 * Why an act was refused, as state of whatever shows it. Null again as soon as any act on this page is done: what stood in the
 * way may be gone with it, and a refusal is said of the page as it stands.
 */
export function useRefused<Why>(): readonly [Why | null, (why: Why | null) => void] {
  const [why, setWhy] = useState<Why | null>(null)
  useEffect(() => {
    const forget = () => setWhy(null)
    window.addEventListener(doneEvent, forget)
    return () => window.removeEventListener(doneEvent, forget)
  }, [])
  return [why, setWhy]
}
