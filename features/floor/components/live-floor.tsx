'use client'
import { useEffect } from 'react'
import { useGoing } from '#components/actions/use-going.ts'
import { read } from '#lib/api/send.ts'
import { standOf } from './stand-of.ts'

interface Props {
  readonly meetingId: string
  /** How the meeting stands on the page (`standOf`). */
  readonly shown: string
}

/** How often it is asked how the meeting stands, in ms, while the page is looked at. */
const every = 15_000

/**
 * Keeps the page of a running meeting true while others act: asks how it stands now and then, and when somebody comes back to it. While
 * somebody types nothing moves.
 */
export function LiveFloor({ meetingId, shown }: Props) {
  const { renew } = useGoing()
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState === 'hidden' || document.activeElement?.matches('textarea, input')) return
      const answer = await read({ route: 'GET /meetings/{meetingId}/floor', params: { meetingId } })
      // Without an answer the page stays as it is: it is asked again.
      if (answer.ok && standOf(answer.view) !== shown) renew()
    }
    const lookNow = () => void look().catch(() => undefined)
    const timer = setInterval(lookNow, every)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [meetingId, shown, renew])
  return null
}
