'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useTransition } from 'react'

/** What a page does once an act is done: it leads on, or it stays; either way nothing that was shown before is shown again. */
export interface Going {
  /** The next page is on the way: a form sent meanwhile is the same one pressed twice. */
  readonly going: boolean
  /** Leads to another page. What the two have in common, such as the frame around them, is fetched again with it. */
  readonly go: (href: string) => void
  /** Leads where a link leads that is no component: nothing was done that other pages would have to show. */
  readonly follow: (href: string) => void
  /** Fetches the page again in place. */
  readonly renew: () => void
}

/** The only way in which a part of a page sends the browser on or renews what it shows. */
export function useGoing(): Going {
  const router = useRouter()
  const [going, start] = useTransition()
  const go = (href: string) =>
    start(() => {
      router.push(href)
      // The router keeps what it has fetched: the frames of a page, the pages before it, and those it fetched ahead.
      router.refresh()
    })
  const follow = (href: string) => router.push(href)
  const renew = useCallback(() => router.refresh(), [router])
  return { going, go, follow, renew }
}
