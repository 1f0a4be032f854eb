import type { ReactNode } from 'react'
import { PageShell } from '#components/frame/page-shell.tsx'
import { DemoBar } from '#features/groups/components/demo-bar.tsx'
import type { LookingView } from '#features/groups/views.ts'
import { AccountMenu } from '#features/people/components/account-menu.tsx'
import type { KeptPoint } from '#lib/demo/tour.ts'

export type NotFoundFrameProps = {
  readonly product: { readonly name: string; readonly href: string }
  /** Whoever is signed in. */
  readonly name: string
  /** As whom they look at the demo; null: not at all. */
  readonly looking: LookingView | null
  /** Where on its tour they are; null: they have begun none. */
  readonly kept: KeptPoint | null
  readonly children: ReactNode
}

/** The frame of what is not there, for whoever is signed in: as of other pages, but that the tour is gone on with from here. */
export function NotFoundFrame({ product, name, looking, kept, children }: NotFoundFrameProps) {
  const away = kept && { ...kept, isAway: true }
  return (
    <PageShell
      product={product}
      banner={looking && <DemoBar looking={looking} touring={{ kept: away, tour: null }} />}
      account={<AccountMenu name={name} />}
    >
      {children}
    </PageShell>
  )
}
