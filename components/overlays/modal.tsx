'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type MouseEvent, type ReactNode, use, useEffect, useId, useRef } from 'react'
import { IconButton } from '../actions/icon-button.tsx'

const CloseContext = createContext<() => void>(() => {})

/** Closes the dialog around the component that asks; outside one it does nothing. */
export function useClose(): () => void {
  return use(CloseContext)
}

export type ModalProps = {
  readonly title: ReactNode
  /** Called by Escape, by the close button, by a press outside, and by `useClose`. */
  readonly onClose: () => void
  readonly size?: 'normal' | 'wide'
  /** `side`: a sheet along the end of the page, e.g. for the margin at narrow width. */
  readonly placement?: 'center' | 'side'
  readonly children: ReactNode
}

const fields = 'input:not([type=hidden]), select, textarea'
const middle = 'm-auto max-h-[calc(100dvh-2rem)] rounded-md border motion-safe:open:animate-[rise_140ms_ease-out]'
const narrow = 'w-[min(34rem,calc(100vw-2rem))]'
const wide = 'w-[min(56rem,calc(100vw-2rem))]'
/** A sheet along the end of the page. */
const beside =
  'my-0 ms-auto me-0 h-dvh max-h-none w-[min(30rem,calc(100vw-2.5rem))] rounded-none border-x border-y-0 max-sm:w-dvw max-sm:max-w-none max-sm:border-0'

/** The browser's modal dialog: the page behind is inert, the focus stays inside and goes back afterwards. Mount it to open it. */
export function Modal({ title, onClose, size, placement, children }: ModalProps) {
  const t = useTranslations('components.page')
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    // What a browser finds first is the button that closes: one begins in a field. Under a finger only where it says so, since a field brings
    // the keyboard over what is to be read.
    const first = matchMedia('(pointer: fine)').matches ? element?.querySelector<HTMLElement>(fields) : null
    ;(element?.querySelector<HTMLElement>('[data-begins]') ?? first)?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  const pressedOutside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target !== event.currentTarget) return
    const { left, right, top, bottom } = event.currentTarget.getBoundingClientRect()
    const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom
    if (!inside) onClose()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape, which the dialog answers itself, is the key for a press outside.
    <dialog
      ref={dialog}
      className={`border-line bg-raised p-0 text-ink shadow-overlay backdrop:bg-veil open:grid open:grid-rows-[auto_minmax(0,1fr)] ${placement === 'side' ? beside : `${middle} ${size === 'wide' ? wide : narrow}`}`}
      aria-labelledby={titleId}
      onClick={pressedOutside}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="flex items-start justify-between gap-4 ps-6 pe-[1.1rem] pt-[1.1rem] pb-2 tight:ps-4 tight:pe-2 tight:pt-1 tight:pb-0">
        <h2 id={titleId} className="min-w-0 pt-1.5 text-xl font-medium tight:text-lg">
          {title}
        </h2>
        <IconButton label={t('close')} icon={<X aria-hidden />} onClick={onClose} />
      </header>
      <div tabIndex={-1} className="overflow-auto overscroll-contain px-6 pt-2 pb-6 tight:px-4 focus:outline-none">
        <CloseContext value={onClose}>{children}</CloseContext>
      </div>
    </dialog>
  )
}
