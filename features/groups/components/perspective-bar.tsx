'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { tourKeys } from '#lib/demo/tour.ts'
import { goToPoint, lookAsHeadOf, renewAsAnother, setTouring } from './perspective.ts'
import { PerspectiveMenu } from './perspective-menu.tsx'

export type PerspectiveBarProps = {
  /** The group that is the demo. */
  readonly groupId: string
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  readonly words: {
    readonly lookAs: string
    readonly back: string
    /** Begins the tour; null: it is begun. */
    readonly begin: string | null
  }
}

/** Where somebody stands on a phone to act on words, the bar takes one row. */
const wide = 'max-md:group-has-data-foremost/page:hidden'

/** The acts of the demo's bar: looks at it as any head, from any page, and leads back and on the tour. */
export function PerspectiveBar({ groupId, current, words }: PerspectiveBarProps) {
  const own = useTranslations('components.page')
  const run = (work: () => Promise<void>) => {
    void work().catch(() => showToast({ message: own('failed') }))
  }
  const change = (partyId: string | null) =>
    run(async () => {
      if (await lookAsHeadOf(partyId)) await renewAsAnother()
    })
  const begin = () =>
    run(async () => {
      setTouring(true)
      await goToPoint(groupId, tourKeys[0])
    })
  return (
    <>
      {words.begin !== null && (
        <span className={`contents ${wide}`}>
          <Button size="small" onClick={begin}>
            {words.begin}
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
      <PerspectiveMenu groupId={groupId} current={current} label={words.lookAs} back={words.back} onChange={change} />
    </>
  )
}
