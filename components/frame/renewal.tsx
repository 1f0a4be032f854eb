'use client'
import { useEffect } from 'react'
import { becameAnotherEvent, doneEvent, noteOpener, signedOutEvent } from '#lib/api/send.ts'
import { useGoing } from '../actions/use-going.ts'

/**
 * Keeps what the tabs of a browser show true: an act in one of them renews the others, those in the background when somebody comes
 * back to them; and a page that the browser kept while one was elsewhere is renewed when one goes back to it. Where one of them became
 * somebody else, the others are loaded anew, with nothing of the one before. Once, in the root layout.
 */
export function Renewal() {
  const { renew } = useGoing()
  useEffect(() => {
    const others = new BroadcastChannel('acts')
    let stale = false
    let isOfAnother = false
    // What was typed waits here for the next sign-in, which happens in another tab: fetched now, the page would lead away from it.
    let signedOut = false
    const look = () => {
      if (!stale || signedOut || document.visibilityState === 'hidden') return
      stale = false
      if (isOfAnother) return window.location.reload()
      noteOpener()
      renew()
    }
    const told = () => {
      stale = true
      look()
    }
    const hear = ({ data }: MessageEvent) => {
      isOfAnother ||= data === 'another'
      told()
    }
    const tellAnother = () => others.postMessage('another')
    const tell = () => {
      signedOut = false
      others.postMessage('done')
    }
    const wait = () => {
      signedOut = true
    }
    const shown = ({ persisted }: PageTransitionEvent) => persisted && told()
    others.addEventListener('message', hear)
    window.addEventListener(doneEvent, tell)
    window.addEventListener(becameAnotherEvent, tellAnother)
    window.addEventListener(signedOutEvent, wait)
    window.addEventListener('pageshow', shown)
    document.addEventListener('visibilitychange', look)
    return () => {
      others.close()
      window.removeEventListener(doneEvent, tell)
      window.removeEventListener(becameAnotherEvent, tellAnother)
      window.removeEventListener(signedOutEvent, wait)
      window.removeEventListener('pageshow', shown)
      document.removeEventListener('visibilitychange', look)
    }
  }, [renew])
  return null
}
