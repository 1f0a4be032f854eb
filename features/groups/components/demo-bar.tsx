import { useTranslations } from 'next-intl'
import type { LookingView, TourPoint } from '../views.ts'
import { PerspectiveBar } from './perspective-bar.tsx'
import { TourNote, type TourNoteProps } from './tour-note.tsx'

type Props = {
  readonly looking: LookingView
  /** The tour, where it is begun; null: it is not. */
  readonly points: readonly TourPoint[] | null
  /** The page is one of the demo's own; default: it stands outside of it. */
  readonly isWithin?: boolean
}

/** Stands above every page for whoever may look at the demo as its heads: as whom one looks, and what to notice at a point of the tour. */
export function DemoBar({ looking, points, isWithin = false }: Props) {
  const t = useTranslations('groups')
  const tour = useTranslations('groups.tour')
  const { groupId, perspectives, current } = looking
  const now = perspectives.find(({ partyId }) => partyId === current)
  const heads = perspectives.map(({ partyId, head, party }) => [partyId, t('lookAsHead', { head, party })] as const)
  return (
    <>
      <PerspectiveBar
        groupId={groupId}
        current={current}
        heads={heads}
        words={{
          statement:
            now === undefined ? t(isWithin ? 'demoOrganizer' : 'demoAtHand') : t('lookingAs', { name: now.head }),
          short: now === undefined ? t('demoShort') : t('lookingShort', { name: now.head }),
          lookAs: t('lookAs'),
          back: t('lookBack'),
          begin: points === null ? t('beginTour') : null,
        }}
      />
      {points !== null && (
        <TourNote
          groupId={groupId}
          current={current}
          stops={stopsOf(points, perspectives, tour)}
          words={tourWords(tour)}
        />
      )}
    </>
  )
}

type Words = ReturnType<typeof useTranslations<'groups.tour'>>

/** The points as they are said: on the tour alone the words travel with the page. */
function stopsOf(
  points: readonly TourPoint[],
  perspectives: LookingView['perspectives'],
  t: Words,
): TourNoteProps['stops'] {
  return points.map(({ key, as, href }, index) => {
    const head = perspectives.find(({ party }) => party === as) ?? null
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
