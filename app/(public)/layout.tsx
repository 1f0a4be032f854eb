import type { ReactNode } from 'react'
import { PageWords } from '#components/text/page-words.tsx'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'

/** Pages that anybody may open: signing in and invitations. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <PageWords of={['components.forms', 'groups.menu']}>
      <OuterFrame>
        <div className="max-w-reading">{children}</div>
      </OuterFrame>
    </PageWords>
  )
}
