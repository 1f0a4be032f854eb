'use client'
import { X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { doneEvent } from '#lib/api/send.ts'
import { Button } from '../actions/button.tsx'
import { IconButton } from '../actions/icon-button.tsx'
import { dismissToast, endUndos, onToasts, type ShownToast, shownToasts } from './toast.ts'

/** How long a toast stays, in milliseconds; longer when it offers an undo. It waits while pointed at or focused. */
const STAY = 6_000
const STAY_WITH_UNDO = 15_000

const NONE: readonly ShownToast[] = []

/** Where toasts appear; once, in the root layout. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(onToasts, shownToasts, () => NONE)
  const region = useRef<HTMLDivElement>(null)
  useUndoKeys(toasts)
  useEndOfUndos()
  useEffect(() => {
    // Shown anew each time, so that it stands above a dialog that opened in between.
    region.current?.hidePopover()
    if (toasts.length > 0) region.current?.showPopover()
  }, [toasts])
  return (
    <div role="status" aria-live="polite">
      <div ref={region} popover="manual" className="toasts">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  )
}

/** What can be taken back on one page is not offered on the next, nor once something else was done. */
function useEndOfUndos(): void {
  const path = usePathname()
  useEffect(() => endUndos(path), [path])
  useEffect(() => {
    const done = () => endUndos()
    window.addEventListener(doneEvent, done)
    return () => window.removeEventListener(doneEvent, done)
  }, [])
}

/** The keys of undoing take back what the newest toast offers, wherever the focus is but where something is typed. */
function useUndoKeys(toasts: readonly ShownToast[]): void {
  useEffect(() => {
    const offer = toasts.findLast(({ undo }) => undo !== undefined)
    if (offer === undefined) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey) return
      if (!(event.ctrlKey || event.metaKey) || isTypedInto(event.target)) return
      event.preventDefault()
      dismissToast(offer.id)
      offer.undo?.()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [toasts])
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}

function ToastLine({ toast }: { toast: ShownToast }) {
  const t = useTranslations('components.page')
  const [held, setHeld] = useState(false)
  const { id, message, undo } = toast
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismissToast(id), undo ? STAY_WITH_UNDO : STAY)
    return () => clearTimeout(timer)
  }, [held, id, undo])
  const takeBack = () => {
    undo?.()
    dismissToast(id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is reading.
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{message}</p>
      {undo && (
        <Button size="small" variant="inverse" aria-keyshortcuts="Control+Z Meta+Z" onClick={takeBack}>
          {t('undo')}
        </Button>
      )}
      <IconButton variant="inverse" label={t('dismiss')} icon={<X aria-hidden />} onClick={() => dismissToast(id)} />
    </div>
  )
}
