'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'

/** Goes to another page. Until that stands it is `going`: a form sent meanwhile is the same one pressed twice. */
export function useGoing(): { going: boolean; go: (href: string) => void } {
  const router = useRouter()
  const [going, start] = useTransition()
  return { going, go: (href) => start(() => router.push(href)) }
}
