'use client'
import type { ReactNode } from 'react'
import { Tooltip } from '../overlays/tooltip.tsx'
import { Button, type ButtonProps } from './button.tsx'

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'size' | 'variant' | 'shrinks' | 'aria-label'> & {
  /** Default `quiet`. */
  readonly variant?: 'quiet' | 'inverse'
  /** What the button does; its accessible name and its tooltip. */
  readonly label: string
  readonly icon: ReactNode
  /** Shorter words for the tooltip, with which the label begins: "Move up" of "Move up: Procedure". */
  readonly tip?: string
}

/** A button with a picture for its word. The word appears on hover and on focus. */
export function IconButton({ label, icon, tip, pending, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={tip ?? label}>
      {(control) => (
        <Button
          {...rest}
          {...control}
          {...(pending === undefined ? {} : { pending })}
          aria-label={label}
          size="picture"
          icon={icon}
        />
      )}
    </Tooltip>
  )
}
