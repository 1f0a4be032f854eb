import { LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'

/**
 * `primary`: the one act the page is about. `danger`: an act that hurts, opened by a confirmation. `plain`: an act among words.
 * `inverse`: on a ground of ink.
 */
export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'plain' | 'inverse'

/** `small`: beside table rows and in margins. `bar`: in the bar of a page. `picture`: a picture in the place of words. */
export type ButtonSize = 'normal' | 'small' | 'bar' | 'picture'

/** What decides how a button looks. */
export type ButtonLook = {
  /** Default `quiet`. */
  readonly variant?: ButtonVariant | undefined
  /** Default `normal`. */
  readonly size?: ButtonSize | undefined
  /** In a bar: may be narrower than its words, which cut themselves short. Without it the words break where there is no room. */
  readonly shrinks?: boolean | undefined
}

/** As wide as the words where there is room; where there is none the words break, not the page. On paper nothing can be pressed. */
const always =
  'inline-flex max-w-full items-center justify-center gap-[0.5em] rounded-md border text-center font-sans font-[530] wrap-anywhere transition-colors print:hidden'

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary:
    'border-accent bg-accent text-on-accent hover:bg-[color-mix(in_oklab,var(--color-accent)_86%,var(--color-ink))]',
  quiet: 'border-edge text-ink hover:border-ink hover:bg-sunk active:bg-line',
  danger: 'border-danger text-danger hover:bg-danger-wash',
  plain: 'border-transparent text-accent hover:bg-accent-wash',
  inverse: 'border-paper/45 text-inherit hover:bg-paper/16',
}

const pictures: Readonly<Record<ButtonVariant, string>> = {
  ...variants,
  quiet: 'border-transparent text-soft hover:bg-sunk hover:text-ink active:bg-line',
  inverse: 'border-transparent text-inherit hover:bg-paper/16',
}

/** What cannot be pressed looks so whatever its variant, under the pointer too: after a press the pointer is still there. */
const off = 'cursor-not-allowed border-dashed border-edge text-soft'
const offPicture = 'cursor-not-allowed border-dashed border-transparent text-soft opacity-60'

const sizes: Readonly<Record<ButtonSize, string>> = {
  normal: 'min-h-10 px-[0.95rem] py-1.5 text-base/[1.3]',
  small: 'min-h-8 px-[0.65rem] py-[0.2rem] text-sm/[1.3]',
  bar: 'min-h-10 flex-none px-[0.7rem] py-1.5 text-base/[1.3]',
  picture: 'min-h-10 w-10 p-0 text-base/[1.3]',
}
/** Among words: nearer to them. */
const plainSize = 'min-h-10 px-[0.6rem] py-1.5 text-base/[1.3]'

/** The utilities of a button, for what is one and for what only looks like one; `isOff`: it cannot be pressed now. */
export function buttonLook({ variant = 'quiet', size = 'normal', shrinks = false }: ButtonLook, isOff = false): string {
  const isPicture = size === 'picture'
  const colours = isOff ? (isPicture ? offPicture : off) : isPicture ? pictures[variant] : variants[variant]
  const room = variant === 'plain' && size === 'normal' ? plainSize : sizes[size]
  return `${always} ${shrinks ? 'min-w-0' : 'min-w-fit'} ${room} ${colours}`
}

type Look = ButtonLook & {
  /** Stands before the words; decorative. */
  readonly icon?: ReactNode
}

export type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'aria-busy' | 'className'> & {
    /** The act is on its way: keeps the focus, says so to a screen reader, and lets no second press through. Only below a client component. */
    readonly pending?: boolean
  }

/** A native button. Without `type` it is a plain button, never a submit by accident. */
export function Button({ variant, size, shrinks, icon, pending = false, children, ...rest }: ButtonProps) {
  const busy = pending && ({ 'aria-busy': true, 'aria-disabled': true, onClick: swallow } as const)
  const ariaOff = rest['aria-disabled']
  const isOff = rest.disabled === true || ariaOff === true || ariaOff === 'true'
  const look = buttonLook({ variant, size, shrinks }, isOff)
  return (
    // While its act is on the way it stays as readable as it was: what one has just pressed is what one reads.
    <button type="button" {...rest} {...busy} className={pending ? `${look} cursor-progress` : look}>
      {pending ? <LoaderCircle className="motion-safe:animate-spin" aria-hidden /> : icon}
      {children}
    </button>
  )
}

export type ButtonLinkProps = Look & Omit<ComponentProps<typeof Link>, 'prefetch' | 'className'>

/** A link that looks like a button: for going somewhere, not for acting. Works without script. */
export function ButtonLink({ variant, size, shrinks, icon, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} prefetch={false} className={buttonLook({ variant, size, shrinks })}>
      {icon}
      {children}
    </Link>
  )
}

export type ButtonAnchorProps = Look & Omit<ComponentProps<'a'>, 'className'>

/** A link that looks like a button and leaves the page as it is: to a file, or into another tab. The browser follows it, not the router. */
export function ButtonAnchor({ variant, size, shrinks, icon, children, ...rest }: ButtonAnchorProps) {
  return (
    <a {...rest} className={buttonLook({ variant, size, shrinks })}>
      {icon}
      {children}
    </a>
  )
}

function swallow(event: MouseEvent) {
  event.preventDefault()
}
