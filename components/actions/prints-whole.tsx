'use client'
import { useEffect, useEffectEvent } from 'react'
import { useGoing } from './use-going.ts'

type Props = {
  /** The page that is printed, with all of it; null: this is it. */
  readonly whole: string | null
}

/** Whether it was asked to print before all of it stood there; told across the two pages, which are one document. */
let isWanted = false

/**
 * Prints all of what a page shows a part of, also where the keys of the browser ask for printing: the rest is fetched first. A menu of the
 * browser that prints tells nobody before; there paper says where the whole is found.
 */
export function PrintsWhole({ whole }: Props) {
  const { follow } = useGoing()
  const press = useEffectEvent((event: KeyboardEvent) => {
    const asksToPrint = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'p'
    if (!asksToPrint || whole === null) return
    event.preventDefault()
    isWanted = true
    follow(whole)
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useEffect(() => {
    if (whole !== null || !isWanted) return
    isWanted = false
    window.print()
  }, [whole])
  return null
}
