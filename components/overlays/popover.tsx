'use client'
import { type ReactNode, useId, useRef } from 'react'
import { Button, type ButtonVariant } from '../actions/button.tsx'
import type { Alignment } from './anchor.ts'
import { floatingLook } from './floating.ts'
import { useAnchored } from './use-anchored.ts'

export type PopoverProps = {
  /** The words of the button that opens it. */
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly variant?: ButtonVariant
  readonly buttonSize?: 'normal' | 'small'
  readonly alignment?: Alignment
  readonly children: ReactNode
}

/** A button and a small box beside it, for a few words or fields. Closes by Escape and by a press outside. */
export function Popover({ label, icon, variant = 'quiet', buttonSize = 'normal', alignment, children }: PopoverProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const anchored = useAnchored(button, alignment)
  return (
    <>
      <Button ref={button} variant={variant} size={buttonSize} icon={icon} popoverTarget={id}>
        {label}
      </Button>
      <div {...anchored} id={id} popover="auto" className={floatingLook}>
        {children}
      </div>
    </>
  )
}
