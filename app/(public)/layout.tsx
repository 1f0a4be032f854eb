import type { ReactNode } from 'react'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'

/** Pages that anybody may open: signing in and invitations. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <OuterFrame>
      <div className="max-w-reading">{children}</div>
    </OuterFrame>
  )
}
