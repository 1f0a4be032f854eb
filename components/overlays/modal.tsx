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

/** The browser's modal dialog: the page behind is inert, the focus stays inside and goes back afterwards. Mount it to open it. */
export function Modal({ title, onClose, size, placement, children }: ModalProps) {
  const t = useTranslations('components')
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
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
      className="modal"
      data-size={size}
      data-placement={placement}
      aria-labelledby={titleId}
      onClick={pressedOutside}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 id={titleId} className="min-w-0 pt-1.5 text-xl font-medium">
          {title}
        </h2>
        <IconButton label={t('close')} icon={<X aria-hidden />} onClick={onClose} />
      </header>
      <div>
        <CloseContext value={onClose}>{children}</CloseContext>
      </div>
    </dialog>
  )
}
