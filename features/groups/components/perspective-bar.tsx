'use client'
import { useTranslations } from 'next-intl'
import { Button } from '#components/actions/button.tsx'
import { gutterLook } from '#components/frame/gutter.ts'
import { Menu } from '#components/overlays/menu.tsx'
import { showToast } from '#components/overlays/toast.ts'
import { tourKeys } from '#lib/demo/tour.ts'
import { goToPoint, lookAsHeadOf, renewAsAnother, setTouring } from './perspective.ts'

export type PerspectiveBarProps = {
  /** The group that is the demo. */
  readonly groupId: string
  /** The party as whose head one looks; null: as oneself. */
  readonly current: string | null
  /** As whom one may look, in words: the party, and its head. */
  readonly heads: readonly (readonly [partyId: string, label: string])[]
  readonly words: {
    /** "This is the demo …" */
    readonly statement: string
    /** As whom one looks, in a word or two, for a phone on which something is to be acted on. */
    readonly short: string
    readonly lookAs: string
    readonly back: string
    /** Begins the tour; null: it is begun. */
    readonly begin: string | null
  }
}

/** Where somebody stands on a phone to act on words, the bar takes one row. */
const wide = 'max-md:group-has-data-foremost/page:hidden'
const short = 'hidden max-md:group-has-data-foremost/page:block'

/** Says that this is the demo, lets whoever may look at it as any head, from any page, and leads back and on the tour. */
export function PerspectiveBar({ groupId, current, heads, words }: PerspectiveBarProps) {
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
    <div
      className={`${gutterLook} flex flex-wrap items-center gap-x-4 gap-y-1 py-1 max-md:group-has-data-foremost/page:flex-nowrap max-md:group-has-data-foremost/page:py-0`}
    >
      <p className={`min-w-0 flex-1 basis-56 ${wide}`}>{words.statement}</p>
      <p className={`min-w-0 flex-1 truncate ${short}`}>{words.short}</p>
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
      {heads.length > 0 && (
        <Menu
          label={words.lookAs}
          buttonSize="small"
          items={[
            ...heads.map(([partyId, label]) => ({
              id: partyId,
              label,
              current: partyId === current,
              onSelect: () => change(partyId),
            })),
            // On a phone where the button has no room.
            ...(current === null ? [] : [{ id: 'back', label: words.back, onSelect: () => change(null) }]),
          ]}
        />
      )}
    </div>
  )
}
