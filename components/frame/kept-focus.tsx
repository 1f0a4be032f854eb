'use client'
import { useEffect } from 'react'

/**
 * Keeps the place of whoever goes by keyboard or listens when what had the focus goes from the page, and the browser would begin anew at its
 * top. On the same page that is the button which opens the same, or the nearest place around it that can be reached; on the page to which an
 * act led, what comes after the heads. Once, in the root layout.
 */
export function KeptFocus() {
  useEffect(() => {
    let last: HTMLElement | null = null
    let around: readonly HTMLElement[] = []
    let page = ''
    const note = ({ target }: FocusEvent) => {
      // A dialog that closes gives the focus back to what it was opened from, if that is still there.
      if (!(target instanceof HTMLElement) || target.closest('dialog') !== null) return
      last = target
      around = placesAround(target)
      page = location.pathname
    }
    const look = () => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return
      const near =
        page === location.pathname ? (openerLike(last) ?? around.find(({ isConnected }) => isConnected)) : null
      last = null
      const place = near ?? document.getElementById('main')
      place?.focus({ preventScroll: true })
    }
    const changes = new MutationObserver(look)
    document.addEventListener('focusin', note)
    changes.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      changes.disconnect()
    }
  }, [])
  return null
}

/** The elements around one that can have the focus without standing in the order of the keyboard, from the nearest. */
function placesAround(element: HTMLElement): readonly HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>('[tabindex="-1"]') ?? null
  return place === null ? [] : [place, ...placesAround(place)]
}

/** Another button that opens the same dialog: a link to one leads to its place. */
function openerLike(gone: HTMLElement): HTMLElement | null {
  if (gone instanceof HTMLAnchorElement)
    return gone.pathname === location.pathname && gone.hash !== ''
      ? (document.getElementById(gone.hash.slice(1))?.closest('button') ?? null)
      : null
  const { opens } = gone.dataset
  return opens === undefined ? null : document.querySelector(`button[data-opens="${CSS.escape(opens)}"]`)
}
