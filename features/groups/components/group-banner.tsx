import { useTranslations } from 'next-intl'
import { gutterLook } from '#components/frame/gutter.ts'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { KeptPoint } from '#lib/demo/tour.ts'
import type { GroupShell, TourPoint } from '../views.ts'
import { DemoBar } from './demo-bar.tsx'

type Props = {
  readonly group: GroupShell
  /** Where on the tour of the demo somebody is; null: they have begun none, or this is no demo. */
  readonly kept: KeptPoint | null
  /** The points of that tour, where they are on it; null: it is not begun, or put away. */
  readonly points: readonly TourPoint[] | null
}

/** What stands above every page of some groups: that this is the demo, that the group will be deleted. */
export function GroupBanner({ group, kept, points }: Props) {
  const t = useTranslations('groups')
  const { id, isDemo, deletesAt, viewerZone, viewer, perspectives } = group
  const current = viewer.isPerspective ? (viewer.parties.find(({ role }) => role === 'head')?.id ?? null) : null
  return (
    <>
      {isDemo &&
        (perspectives.length > 0 ? (
          <DemoBar looking={{ groupId: id, perspectives, current }} kept={kept} points={points} isWithin />
        ) : (
          <p className={`${gutterLook} py-1`}>{t('demo')}</p>
        ))}
      {deletesAt !== null && (
        <p className={`${gutterLook} py-2 font-medium`}>
          {t('deletionPending')} <Time instant={deletesAt} zone={viewerZone} />.{' '}
          <TextLink href={`/groups/${id}/deletion`}>{t('deletionLink')}</TextLink>
        </p>
      )}
    </>
  )
}
