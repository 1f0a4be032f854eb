'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Button } from '#components/actions/button.tsx'
import { gutterLook } from '#components/frame/gutter.ts'
import { showToast } from '#components/overlays/toast.ts'
import type { TourKey } from '#lib/demo/tour.ts'
import { goToPoint, lookAsHeadOf, renewAsAnother } from './perspective.ts'
import { PerspectiveMenu } from './perspective-menu.tsx'

export type PerspectiveBarProps = {
  readonly ref?: Ref<HTMLDivElement>
  /** The group that is the demo. */
  readonly groupId: string
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  /** Where the tour is begun or gone on with, and in which words; null: one is on it. */
  readonly tour: { readonly key: TourKey; readonly label: string } | null
  readonly words: {
    /** "This is the demo …" */
    readonly statement: string
    /** As whom one looks, in a word or two, for a phone. */
    readonly short: string
    readonly lookAs: string
    readonly back: string
  }
}

/** On a phone the bar takes one row: what has no room there stands in the menu. */
const wide = 'max-md:hidden'

/** Says that this is the demo, lets whoever may look at it as any head, from any page, and leads back and on the tour. */
export function PerspectiveBar({ ref, groupId, current, tour, words }: PerspectiveBarProps) {
  const own = useTranslations('components.page')
  const run = (work: () => Promise<void>) => {
    void work().catch(() => showToast({ message: own('failed') }))
  }
  const change = (partyId: string | null) =>
    run(async () => {
      if (await lookAsHeadOf(partyId)) await renewAsAnother()
    })
  const begin = (key: TourKey) => run(() => goToPoint(groupId, key))
  return (
    <div ref={ref} className={`${gutterLook} flex items-center gap-x-4 py-1 max-md:py-0`}>
      <p className={`min-w-0 flex-1 ${wide}`}>{words.statement}</p>
      <p className="min-w-0 flex-1 truncate md:hidden">{words.short}</p>
      {tour !== null && (
        <span className={`contents ${wide}`}>
          <Button size="small" onClick={() => begin(tour.key)}>
            {tour.label}
          </Button>
        </span>
      )}
      {current !== null && (
        <span className={`contents ${wide}`}>
          <Button size="small" onClick={() => change(null)}>
            {words.back}
          </Button>
        </span>
      )}
      <PerspectiveMenu
        groupId={groupId}
        current={current}
        label={words.lookAs}
        onChange={change}
        more={[
          ...(current === null ? [] : [{ id: 'back', label: words.back, onSelect: () => change(null) }]),
          ...(tour === null ? [] : [{ id: 'tour', label: tour.label, onSelect: () => begin(tour.key) }]),
        ]}
      />
    </div>
  )
}
