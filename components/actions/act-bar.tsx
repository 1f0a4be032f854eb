import type { ReactNode } from 'react'

export type ActBarProps = {
  /** The accessible name of the acts together: what they are about. */
  readonly label: string
  /** Default true. False: nothing waits for the reader, and the acts stand where they stand on a phone, too. */
  readonly stays?: boolean
  /** They stay within reach on a desk, too: words that may be long are answered. Default false. */
  readonly everywhere?: boolean
  /** What must be known before the act, in a sentence; it stays beside the acts. */
  readonly note?: ReactNode
  /** Buttons, the one that is asked for first. */
  readonly children: ReactNode
}

const always = 'flex min-w-0 flex-wrap items-center gap-2 print:hidden'

/** Full width, over the margins of the page; within the reach of the thumb, above what a phone keeps for itself. */
const atTheEdge =
  'max-md:sticky max-md:bottom-0 max-md:z-1 max-md:-mx-gutter max-md:border-t max-md:border-line max-md:bg-raised ' +
  'max-md:px-gutter max-md:pt-2 max-md:pb-[max(0.5rem,env(safe-area-inset-bottom))] ' +
  'max-md:[&>:is(a,button)]:min-h-11 max-md:[&>:is(a,button)]:flex-1 max-md:[&>:is(a,button)]:px-2'

/** On a desk as wide as the words. */
const onADesk = 'md:sticky md:bottom-0 md:z-1 md:border-t md:border-line md:bg-paper md:py-3'

/** A keyboard on the screen takes half of it: what is typed into is worth more than the acts, and a low screen has no room for them. */
const givesWay =
  'max-md:in-[body:has(:is(textarea,input:not([type=radio],[type=checkbox])):focus)]:static [@media(max-height:26rem)]:static'

/**
 * The acts on what one has read, after it: the last part of the element that holds what they are about. On a phone they stay at the
 * lower edge of the screen as long as that element is on it, and come to rest at its end. So they are never there without what they
 * are about, and cover neither the end of the page nor what has the focus.
 */
export function ActBar({ label, stays = true, everywhere = false, note, children }: ActBarProps) {
  const place = stays ? `${always} ${atTheEdge} ${givesWay}` : always
  return (
    <fieldset
      aria-label={label}
      data-act-bar={stays || undefined}
      className={everywhere ? `${place} ${onADesk}` : place}
    >
      {note && <div className="min-w-0 flex-1 basis-64 max-md:basis-full max-md:text-sm md:order-last">{note}</div>}
      {children}
    </fieldset>
  )
}
