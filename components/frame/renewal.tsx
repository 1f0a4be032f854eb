'use client'
import { useEffect } from 'react'
import { doneEvent, signedOutEvent } from '#lib/api/send.ts'
import { useGoing } from '../actions/use-going.ts'
import { type TabsMessage, tabsChannel } from './other-tabs.ts'

/**
 * Keeps what the tabs of a browser show true: an act in one of them renews the others, those in the background when somebody comes
 * back to them; and a page that the browser kept while one was elsewhere is renewed when one goes back to it. Once, in the root layout.
 */
export function Renewal() {
  const { renew } = useGoing()
  useEffect(() => {
    const others = new BroadcastChannel(tabsChannel)
    let stale = false
    let isAnother = false
    // What was typed waits here for the next sign-in, which happens in another tab: fetched now, the page would lead away from it.
    let signedOut = false
    const look = () => {
      if (document.visibilityState === 'hidden') return
      // As somebody else: nothing of what stands in its fields stays.
      if (isAnother) return window.location.reload()
      if (!stale || signedOut) return
      stale = false
      renew()
    }
    const told = () => {
      stale = true
      look()
    }
    const hear = ({ data }: MessageEvent<TabsMessage>) => {
      isAnother ||= data === 'viewer'
      told()
    }
    const tell = () => {
      signedOut = false
      others.postMessage('done' satisfies TabsMessage)
    }
    const wait = () => {
      signedOut = true
    }
    const shown = ({ persisted }: PageTransitionEvent) => persisted && told()
    others.addEventListener('message', hear)
    window.addEventListener(doneEvent, tell)
    window.addEventListener(signedOutEvent, wait)
    window.addEventListener('pageshow', shown)
    document.addEventListener('visibilitychange', look)
    return () => {
      others.close()
      window.removeEventListener(doneEvent, tell)
      window.removeEventListener(signedOutEvent, wait)
      window.removeEventListener('pageshow', shown)
      document.removeEventListener('visibilitychange', look)
    }
  }, [renew])
  return null
}
