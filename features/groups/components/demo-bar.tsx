import { useTranslations } from 'next-intl'
import { gutterLook } from '#components/frame/gutter.ts'
import type { DemoHead, LookingView, TourPoint } from '../views.ts'
import { PerspectiveBar } from './perspective-bar.tsx'
import { TourNote, type TourNoteProps } from './tour-note.tsx'

/** The tour of a demo. */
export interface Tour {
  readonly points: readonly TourPoint[]
  readonly heads: readonly DemoHead[]
}

type Props = {
  readonly looking: LookingView
  /** The tour and the heads as whom it asks to look, where it is begun; null: it is not. */
  readonly tour: Tour | null
  /** The page is one of the demo's own; default: it stands outside of it. */
  readonly isWithin?: boolean
}

/** Stands above every page for whoever may look at the demo as its heads: as whom one looks, and what to notice at a point of the tour. */
export function DemoBar({ looking, tour, isWithin = false }: Props) {
  const t = useTranslations('groups')
  const said = useTranslations('groups.tour')
  const { groupId, current, name } = looking
  const isOneself = current === null
  return (
    <>
      <div
        className={`${gutterLook} flex flex-wrap items-center gap-x-4 gap-y-1 py-1 max-md:group-has-data-foremost/page:flex-nowrap max-md:group-has-data-foremost/page:py-0`}
      >
        <p className="min-w-0 flex-1 basis-56 max-md:group-has-data-foremost/page:hidden">
          {isOneself ? t(isWithin ? 'demoOrganizer' : 'demoAtHand') : t('lookingAs', { name })}
        </p>
        {/* On a phone where something is to be acted on the bar takes one row, and says it in a word or two. */}
        <p className="hidden min-w-0 flex-1 truncate max-md:group-has-data-foremost/page:block">
          {isOneself ? t('demoShort') : t('lookingShort', { name })}
        </p>
        <PerspectiveBar
          groupId={groupId}
          current={current}
          words={{ lookAs: t('lookAs'), back: t('lookBack'), begin: tour === null ? t('beginTour') : null }}
        />
      </div>
      {tour !== null && (
        <TourNote groupId={groupId} current={current} stops={stopsOf(tour, said)} words={tourWords(said)} />
      )}
    </>
  )
}

type Words = ReturnType<typeof useTranslations<'groups.tour'>>

/** The points as they are said: on the tour alone the words travel with the page. */
function stopsOf({ points, heads }: Tour, t: Words): TourNoteProps['stops'] {
  return points.map(({ key, as, href }, index) => {
    const head = heads.find(({ party }) => party === as) ?? null
    const asked = head === null ? t('asOneself') : t('asHead', { head: head.head, party: head.party })
    return {
      key,
      href,
      partyId: head?.partyId ?? null,
      asked: `${t('point', { number: index + 1, count: points.length })} ${asked}`,
      notice: t(`notice.${key}`),
      look: head === null ? t('lookAsOneself') : t('lookAsHead', { head: head.head }),
    }
  })
}

function tourWords(t: Words): TourNoteProps['words'] {
  return {
    title: t('title'),
    elsewhere: t('elsewhere'),
    previous: t('previous'),
    next: t('next'),
    toFirst: t('toFirst'),
    more: t('more'),
    close: t('close'),
  }
}
