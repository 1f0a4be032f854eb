import type { ReactNode } from 'react'

/** A small count or kind beside a name. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return (
    <span className="inline-block rounded-full border border-edge px-[0.45em] text-xs/[1.6] font-label whitespace-nowrap tabular-nums">
      {children}
    </span>
  )
}
