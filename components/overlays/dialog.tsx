'use client'
import { type ReactNode, useState } from 'react'
import { Button, type ButtonVariant } from '../actions/button.tsx'
import { Modal, type ModalProps, useClose } from './modal.tsx'

export type DialogProps = Omit<ModalProps, 'onClose'> & {
  /** The words of the button that opens it. */
  readonly label: ReactNode
  /** The button's accessible name where others beside it have the same words: these, and their object. */
  readonly name?: string
  /** Id of what describes the button besides, such as the meaning of a term in it. */
  readonly describedBy?: string
  readonly icon?: ReactNode
  readonly variant?: ButtonVariant
  readonly buttonSize?: 'normal' | 'small'
  /** Hears that it was closed, in whichever way. */
  readonly closed?: () => void
  /** What stands in the dialog; mounted when it opens. */
  readonly children: ReactNode
}

/** A button and the dialog that it opens. */
export function Dialog({
  label,
  name,
  describedBy,
  icon,
  variant = 'quiet',
  buttonSize = 'normal',
  closed,
  ...modal
}: DialogProps) {
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    closed?.()
  }
  return (
    <>
      <Button
        variant={variant}
        size={buttonSize}
        icon={icon}
        aria-label={name}
        aria-describedby={describedBy}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && <Modal {...modal} onClose={close} />}
    </>
  )
}

/** A button that closes the dialog around it. */
export function CloseButton({ children }: { readonly children: ReactNode }) {
  return <Button onClick={useClose()}>{children}</Button>
}
