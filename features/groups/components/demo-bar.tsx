import { useTranslations } from 'next-intl'
import type { KeptPoint } from '#lib/demo/tour.ts'
import type { LookingView, TourPoint } from '../views.ts'
import { DemoBars, type DemoBarsProps } from './demo-bars.tsx'

type Props = {
  readonly looking: LookingView
  /** Where on the tour somebody is; null: they have begun none. */
  readonly kept: KeptPoint | null
  /** The points of the tour, where they are on it; null: it is not begun, or put away. */
  readonly points: readonly TourPoint[] | null
  /** The page is one of the demo's own; default: it stands outside of it. */
  readonly isWithin?: boolean
}

/** Stands above every page for whoever may look at the demo as its heads: as whom one looks, and what to notice at a point of the tour. */
export function DemoBar({ looking, kept, points, isWithin = false }: Props) {
  const t = useTranslations('groups')
  const tour = useTranslations('groups.tour')
  const { groupId, perspectives, current } = looking
  const now = perspectives.find(({ partyId }) => partyId === current)
  const heads = perspectives.map(({ partyId, head, party }) => [partyId, t('lookAsHead', { head, party })] as const)
  return (
    <DemoBars
      groupId={groupId}
      current={current}
      heads={heads}
      kept={kept}
      words={{
        statement:
          now === undefined ? t(isWithin ? 'demoOrganizer' : 'demoAtHand') : t('lookingAs', { name: now.head }),
        short: now === undefined ? t('demoShort') : t('lookingShort', { name: now.head }),
        lookAs: t('lookAs'),
        back: t('lookBack'),
        begin: t('beginTour'),
        goOn: t('goOnTour'),
      }}
      tour={points === null ? null : { stops: stopsOf(points, perspectives, tour), words: tourWords(tour) }}
    />
  )
}

type Words = ReturnType<typeof useTranslations<'groups.tour'>>
type Tour = NonNullable<DemoBarsProps['tour']>

/** The points as they are said: on the tour alone the words travel with the page. */
function stopsOf(points: readonly TourPoint[], perspectives: LookingView['perspectives'], t: Words): Tour['stops'] {
  return points.map(({ key, as, href, section }, index) => {
    const head = perspectives.find(({ party }) => party === as) ?? null
    const asked = head === null ? t('asOneself') : t('asHead', { head: head.head, party: head.party })
    const place = { number: index + 1, count: points.length }
    return {
      key,
      href,
      section: section === null ? null : { at: section, label: t('toSection', { section }) },
      partyId: head?.partyId ?? null,
      asked: `${t('point', place)} ${asked}`,
      notice: t(`notice.${key}`),
      look: head === null ? t('lookAsOneself') : t('lookAsHead', { head: head.head }),
      isKept: t('isKept', place),
      back: t('backTo', place),
    }
  })
}

function tourWords(t: Words): Tour['words'] {
  return {
    title: t('title'),
    previous: t('previous'),
    next: t('next'),
    more: t('more'),
    putAway: t('putAway'),
    end: t('end'),
    ended: t('ended'),
    ownGroups: t('ownGroups'),
    close: t('close'),
  }
}
