import type { ReactNode } from 'react'

/** A small count or kind beside a name. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="badge">{children}</span>
}
