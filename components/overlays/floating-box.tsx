import type { ComponentProps } from 'react'

/** Which edge of what opened it the box lines up with, in the direction the text runs. */
export type Alignment = 'start' | 'center' | 'end'

/** The first is said by the class itself: most boxes stand so. */
const placed: Readonly<Record<Alignment, string>> = {
  start: '',
  center: '[position-area:block-end]',
  end: '[position-area:block-end_span-inline-start]',
}

export type FloatingBoxProps = ComponentProps<'div'> & {
  /** Default `start`. */
  readonly alignment?: Alignment | undefined
  /** `span` where it stands in a heading or a sentence. Default `div`. */
  readonly as?: 'div' | 'span'
}

/**
 * A box above everything beside the control that opened it: the browser's own popover, which stands above dialogs too, placed by the
 * browser itself in every direction of writing. A control names it (`popoverTarget`), or it is shown with its `source`. A browser
 * that cannot place it so shows it in the middle.
 */
export function FloatingBox({
  as: Box = 'div',
  alignment = 'start',
  className = '',
  popover = 'auto',
  ...rest
}: FloatingBoxProps) {
  return <Box {...rest} popover={popover} className={`floating print:hidden ${placed[alignment]} ${className}`} />
}

/** Shows a `FloatingBox`, or another popover, beside a control that does not name it. */
export function showBeside(control: HTMLElement | null, box: HTMLElement | null): void {
  if (control !== null) box?.showPopover({ source: control })
}

/** How a line to choose looks, in a menu and in a list of choices. */
export const lineLook =
  'flex min-h-[2.35rem] w-full cursor-pointer items-center gap-[0.65rem] rounded-sm px-[0.7rem] py-[0.35rem] text-start text-ink -outline-offset-2 ' +
  'hover:bg-sunk focus-visible:bg-sunk data-focused:bg-sunk data-focused:outline-2 data-focused:outline-accent ' +
  'data-[tone=danger]:text-danger aria-disabled:cursor-not-allowed aria-disabled:text-soft'
