'use client'
import { useEffect } from 'react'
import { becameAnotherEvent, doneEvent, noteOpener, signedOutEvent } from '#lib/api/send.ts'
import { seldomWords } from '#lib/words/seldom.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import { useGoing } from '../actions/use-going.ts'
import { showToast } from '../overlays/toast.ts'

/**
 * Keeps what the tabs of a browser show true: an act in one of them renews the others, those in the background when somebody comes
 * back to them; and a page that the browser kept while one was elsewhere is renewed when one goes back to it. Where one of them became
 * somebody else, the others are loaded anew, with nothing of the one before, and say so. Once, in the root layout.
 */
export function Renewal() {
  const { renew } = useGoing()
  const { becameAnother } = seldomWords(useLanguage().tag)
  useEffect(() => {
    if (wasLoadedAsAnother()) showToast({ message: becameAnother.said })
  }, [becameAnother])
  useEffect(() => {
    const others = new BroadcastChannel('acts')
    let stale = false
    let isOfAnother = false
    // What was typed waits here for the next sign-in, which happens in another tab: fetched now, the page would lead away from it.
    let signedOut = false
    const look = () => {
      if (!stale || signedOut || document.visibilityState === 'hidden') return
      stale = false
      if (isOfAnother) return loadAsAnother()
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

/** Noted for the page that is loaded, in this tab alone. Where a browser keeps nothing, it is loaded without a word. */
const mark = 'loaded-as-another'

function loadAsAnother(): void {
  try {
    sessionStorage.setItem(mark, '')
  } catch {
    // Nothing is said there.
  }
  window.location.reload()
}

function wasLoadedAsAnother(): boolean {
  try {
    const isMarked = sessionStorage.getItem(mark) !== null
    sessionStorage.removeItem(mark)
    return isMarked
  } catch {
    return false
  }
}
