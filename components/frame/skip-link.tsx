import type { ReactNode } from 'react'

interface Props {
  /** A place of this page, `#answer`. */
  readonly href: string
  readonly children: ReactNode
}

/** Leads by the keyboard over what stands between here and what one came for; seen while it has the focus. */
export function SkipLink({ href, children }: Props) {
  return (
    <a
      href={href}
      className="fixed start-2 top-2 z-10 -translate-y-[200%] bg-ink px-4 py-[0.6rem] text-paper focus:translate-y-0 print:hidden"
    >
      {children}
    </a>
  )
}
