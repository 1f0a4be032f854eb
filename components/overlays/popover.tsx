import { type ReactNode, useId } from 'react'
import { Button, type ButtonVariant } from '../actions/button.tsx'
import { type Alignment, FloatingBox } from './floating-box.tsx'

export type PopoverProps = {
  /** The words of the button that opens it. */
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly variant?: ButtonVariant
  readonly buttonSize?: 'normal' | 'small'
  readonly alignment?: Alignment
  readonly children: ReactNode
}

/** A button and a small box beside it, for a few words or fields. Closes by Escape and by a press outside; needs no script. */
export function Popover({ label, icon, variant = 'quiet', buttonSize = 'normal', alignment, children }: PopoverProps) {
  const id = useId()
  return (
    <>
      <Button variant={variant} size={buttonSize} icon={icon} popoverTarget={id}>
        {label}
      </Button>
      <FloatingBox id={id} alignment={alignment} className="px-[1.15rem] py-4">
        {children}
      </FloatingBox>
    </>
  )
}
