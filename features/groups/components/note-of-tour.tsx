'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { gutterLook } from '#components/frame/gutter.ts'
import { showToast } from '#components/overlays/toast.ts'

type NoteProps = {
  readonly title: string
  /** One line, on every screen. */
  readonly isLine?: boolean
  /** Its words take many lines on a phone: what stands beside them begins with them. */
  readonly isTall?: boolean
  readonly children: ReactNode
}

/** The box of the tour below the bar of the demo. */
export function Note({ title, isLine = false, isTall = false, children }: NoteProps) {
  const room = isLine ? '' : 'flex-wrap py-2 max-md:py-1'
  const beside = isTall ? 'md:items-center max-md:items-start' : 'items-center'
  return (
    <aside
      aria-label={title}
      className={`${gutterLook} flex gap-x-3 gap-y-2 border-t border-line max-md:gap-x-1 ${room} ${beside}`}
    >
      {children}
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
