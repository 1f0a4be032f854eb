import type { ReactNode } from 'react'

export type AskedProps = {
  /** What is asked of the reader, in one sentence. */
  readonly children?: ReactNode
  /** By when. */
  readonly due?: ReactNode
  /** Why, in one sentence below it. */
  readonly means?: ReactNode
}

/** What is asked of the reader, and by when, under the name of the thing. */
export function Asked({ children, due, means }: AskedProps) {
  return (
    <p className="flex max-w-3xl flex-wrap items-baseline gap-x-5 gap-y-[0.15rem] border-s-3 border-accent ps-[0.9rem] font-serif text-xl max-md:not-print:group-has-data-foremost/page:text-lg/[1.35]">
      {children}
      {due && <span className="font-sans text-base/[1.35] font-semibold">{due}</span>}
      {means && <span className="w-full max-w-reading font-sans text-sm text-soft">{means}</span>}
    </p>
  )
}
