'use client'
import { useEffect } from 'react'

/**
 * Keeps the place of whoever goes by keyboard or listens when what had the focus goes from the page, and the browser would begin anew at its
 * top. On the same page that is the button which opens the same, or the nearest place around it that can be reached; on the page to which an
 * act led, what comes after the heads; in a dialog whose contents change, those. Once, in the root layout.
 */
export function KeptFocus() {
  useEffect(() => {
    const page: Kept = { last: null, around: [], path: '' }
    // A dialog that closes gives the focus back to what it was opened from, where that is still on the page.
    const dialog: Kept = { last: null, around: [], path: '' }
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      const kept = target.closest('dialog') === null ? page : dialog
      kept.last = target
      kept.around = placesAround(target)
      kept.path = location.pathname
    }
    const look = () => {
      const kept = document.querySelector('dialog:modal') === null ? page : dialog
      if (kept.last === null || kept.last.isConnected || document.activeElement !== document.body) return
      const near = openerLike(kept.last) ?? kept.around.find(({ isConnected }) => isConnected)
      kept.last = null
      const place = kept.path === location.pathname && near ? near : document.getElementById('main')
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

/** What had the focus last, what was around it, and on which page. */
interface Kept {
  last: HTMLElement | null
  around: readonly HTMLElement[]
  path: string
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
