import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'

/** `primary`: the one act the page is about. `danger`: an act that hurts, opened by a confirmation. `plain`: an act among words. */
export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'plain'

type Look = {
  /** Default `quiet`. */
  readonly variant?: ButtonVariant
  /** Default `normal`; `small` beside table rows and in margins. */
  readonly size?: 'normal' | 'small'
  /** Stands before the words; decorative. */
  readonly icon?: ReactNode
}

export type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'aria-busy'> & {
    /** The act is on its way: keeps the focus, says so to a screen reader, and lets no second press through. Only below a client component. */
    readonly pending?: boolean
  }

/** A native button. Without `type` it is a plain button, never a submit by accident. */
export function Button({ variant, size, icon, pending = false, children, className = '', ...rest }: ButtonProps) {
  const busy = pending && ({ 'aria-busy': true, 'aria-disabled': true, onClick: swallow } as const)
  return (
    <button
      type="button"
      {...rest}
      {...busy}
      className={`button ${className}`}
      data-variant={variant ?? 'quiet'}
      data-size={size}
    >
      {pending ? <LoaderCircle className="icon motion-safe:animate-spin" aria-hidden /> : icon}
      {children}
    </button>
  )
}

export type ButtonLinkProps = Look & Omit<ComponentProps<typeof Link>, 'prefetch'>

/** A link that looks like a button: for going somewhere, not for acting. Works without script. */
export function ButtonLink({ variant, size, icon, children, className = '', ...rest }: ButtonLinkProps) {
  return (
    <Link
      {...rest}
      prefetch={false}
      className={`button ${className}`}
      data-variant={variant ?? 'quiet'}
      data-size={size}
    >
      {icon}
      {children}
    </Link>
  )
}

function swallow(event: MouseEvent) {
  event.preventDefault()
}
