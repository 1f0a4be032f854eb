import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextAnchor, TextLink } from '#components/frame/text-link.tsx'
import { type KeptPoint, type TourKey, type TourThing, tourThings } from '#lib/demo/tour.ts'
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
        tour: t('tourShort'),
        moved: t('lookMoved', { name }),
      }}
      tour={tour === null || kept === null ? null : tourAt(kept.key, tour, said)}
    />
  )
}

type Words = ReturnType<typeof useTranslations<'groups.tour'>>
type Tour = NonNullable<DemoBarsProps['tour']>

/** What the tour says at a point: on the tour alone its words travel with the page. */
function tourAt(at: TourKey, { points, heads }: DemoTour, t: Words): Tour {
  const index = points.findIndex(({ key }) => key === at)
  const end = (point: TourPoint | undefined) =>
    point && { key: point.key, partyId: headOf(point, heads)?.partyId ?? null }
  const point = points[index]
  return {
    stop: point === undefined ? null : stopOf(point, { number: index + 1, count: points.length }, heads, t),
    before: end(points[index - 1]) ?? null,
    after: end(points[index + 1]) ?? null,
    words: tourWords(t),
  }
}

function headOf({ as }: TourPoint, heads: readonly DemoHead[]): DemoHead | null {
  return heads.find(({ party }) => party === as) ?? null
}

type Place = { readonly number: number; readonly count: number }

function stopOf(point: TourPoint, place: Place, heads: readonly DemoHead[], t: Words): NonNullable<Tour['stop']> {
  const { key, href, things, isDone } = point
  const head = headOf(point, heads)
  const links = thingTags(things)
  return {
    key,
    pages: [...(href === null ? [] : [href]), ...things.map((thing) => thing.href)],
    partyId: head?.partyId ?? null,
    place: t('point', place),
    asked: head === null ? t('asOneself') : t('asHead', { head: head.head, party: head.party }),
    now: head === null ? t('nowOneself') : t('nowHead', { head: head.head, party: head.party }),
    first: isDone ? t.rich('doneFirst', links) : t.rich(`first.${key}`, links),
    notice: t.rich(isDone ? 'doneNotice' : `notice.${key}`, links),
    look: head === null ? t('lookAsOneself') : t('lookAsHead', { head: head.head }),
    isKept: t('isKept', place),
    back: t('backTo', place),
  }
}

/** What a point names leads there, where the viewer knows of it. */
function thingTags(things: TourPoint['things']): Readonly<Record<TourThing, (words: ReactNode) => ReactNode>> {
  const tagOf = (name: TourThing) => {
    const href = things.find((thing) => thing.name === name)?.href
    return (words: ReactNode) => (href === undefined ? words : <ThingLink href={href}>{words}</ThingLink>)
  }
  return Object.fromEntries(tourThings.map((name) => [name, tagOf(name)])) as ReturnType<typeof thingTags>
}

/** To a part of a page the browser itself goes: then it marks the part too. */
function ThingLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return /[?#]/.test(href) ? (
    <TextAnchor href={href}>{children}</TextAnchor>
  ) : (
    <TextLink href={href}>{children}</TextLink>
  )
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
