'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { gutterLook } from '#components/frame/gutter.ts'
import { showToast } from '#components/overlays/toast.ts'

type NoteProps = {
  readonly title: string
  /** One line, on every screen. */
  readonly isLine?: boolean
  readonly more?: ReactNode
  readonly close: ReactNode
  readonly children: ReactNode
}

/** The box of the tour below the bar of the demo. */
export function Note({ title, isLine = false, more, close, children }: NoteProps) {
  const row = isLine
    ? 'items-center'
    : 'items-start max-md:group-has-data-foremost/page:items-center max-md:group-has-data-foremost/page:gap-0'
  return (
    <aside
      aria-label={title}
      className={`${gutterLook} border-t border-line ${isLine ? '' : 'py-2 max-md:group-has-data-foremost/page:py-0'}`}
    >
      <div className={`flex gap-3 ${row}`}>
        {children}
        {more}
        {close}
      </div>
    </aside>
  )
}

/** Does what may find no server, and says so. */
export function useRunning(): (work: () => Promise<void>) => void {
  const own = useTranslations('components.page')
  return (work) => {
    void work().catch(() => showToast({ message: own('failed') }))
  }
}
