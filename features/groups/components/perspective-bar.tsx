'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Button } from '#components/actions/button.tsx'
import { gutterLook } from '#components/frame/gutter.ts'
import { showToast } from '#components/overlays/toast.ts'
import type { TourKey } from '#lib/demo/tour.ts'
import { beginAt, lookAsHeadOf, renewAsAnother } from './perspective.ts'
import { PerspectiveMenu } from './perspective-menu.tsx'

export type PerspectiveBarProps = {
  readonly ref?: Ref<HTMLDivElement>
  /** The group that is the demo. */
  readonly groupId: string
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  /** Where the tour is begun or gone on with, and in which words; null: one is on it. */
  readonly tour: {
    readonly key: TourKey
    readonly label: string
    /** On a phone, beside the name of a head. */
    readonly short: string
  } | null
  readonly words: {
    /** "This is the demo …" */
    readonly statement: string
    /** As whom one looks, in a word or two, for a phone. */
    readonly short: string
    readonly lookAs: string
    readonly back: string
  }
}

/** On a phone the bar takes one row: what has no room there stands in the menu, or is said in fewer words. */
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
  // Where the tour is offered in whole words, a screen of 320 pixels has no room for more.
  const short = tour !== null && current === null ? 'max-[22rem]:sr-only' : 'md:hidden'
  return (
    <div
      ref={ref}
      className={`${gutterLook} flex items-center justify-between gap-x-4 py-1 max-md:gap-x-2 max-md:py-0.5`}
    >
      <p className={`min-w-0 flex-1 ${wide}`}>{words.statement}</p>
      <p className={`min-w-0 flex-1 truncate md:hidden ${short}`}>{words.short}</p>
      {tour !== null && (
        <Button size="small" aria-label={tour.label} onClick={() => run(() => beginAt(groupId, tour.key, current))}>
          {current === null ? (
            tour.label
          ) : (
            <>
              <span className={wide}>{tour.label}</span>
              <span className="md:hidden">{tour.short}</span>
            </>
          )}
        </Button>
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
        more={current === null ? [] : [{ id: 'back', label: words.back, onSelect: () => change(null) }]}
      />
    </div>
  )
}
