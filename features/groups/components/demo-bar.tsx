import { useTranslations } from 'next-intl'
import type { KeptPoint } from '#lib/demo/tour.ts'
import type { DemoHead, LookingView, TourPoint } from '../views.ts'
import { DemoBars, type DemoBarsProps } from './demo-bars.tsx'

/** What the tour of a demo speaks of. */
interface DemoTour {
  readonly points: readonly TourPoint[]
  /** The heads as whom it asks to look. */
  readonly heads: readonly DemoHead[]
}

/** Where somebody is on the tour of a demo. */
export interface Touring {
  /** The point that is kept; null: they have begun none. */
  readonly kept: KeptPoint | null
  /** The tour, where they are on it; null: it is not begun, or put away. */
  readonly tour: DemoTour | null
}

type Props = {
  readonly looking: LookingView
  /** Default: on no tour. */
  readonly touring?: Touring | undefined
  /** The page is one of the demo's own; default: it stands outside of it. */
  readonly isWithin?: boolean
}

const onNone: Touring = { kept: null, tour: null }

/** Stands above every page for whoever may look at the demo as its heads: as whom one looks, and what to notice at a point of the tour. */
export function DemoBar({ looking, touring = onNone, isWithin = false }: Props) {
  const t = useTranslations('groups')
  const said = useTranslations('groups.tour')
  const { groupId, current, name } = looking
  const { kept, tour } = touring
  const isOneself = current === null
  return (
    <DemoBars
      groupId={groupId}
      current={current}
      kept={kept}
      words={{
        statement: isOneself ? t(isWithin ? 'demoOrganizer' : 'demoAtHand') : t('lookingAs', { name }),
        short: isOneself ? t('demoShort') : t('lookingShort', { name }),
        lookAs: t('lookAs'),
        // What cannot be shown before the page is made anew stays empty: the bar stands above every page.
        back: isOneself ? '' : t('lookBack'),
        begin: tour === null && kept !== null ? '' : t('beginTour'),
        goOn: tour === null && kept === null ? '' : t('goOnTour'),
      }}
      tour={tour === null ? null : { stops: stopsOf(tour, said), words: tourWords(said) }}
    />
  )
}

type Words = ReturnType<typeof useTranslations<'groups.tour'>>
type Tour = NonNullable<DemoBarsProps['tour']>

/** The points as they are said: on the tour alone the words travel with the page. */
function stopsOf({ points, heads }: DemoTour, t: Words): Tour['stops'] {
  return points.map(({ key, as, href, section }, index) => {
    const head = heads.find(({ party }) => party === as) ?? null
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
