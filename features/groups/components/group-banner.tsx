import { useTranslations } from 'next-intl'
import { gutterLook } from '#components/frame/gutter.ts'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { GroupShell, TourPoint } from '../views.ts'
import { DemoBar } from './demo-bar.tsx'

type Props = {
  readonly group: GroupShell
  /** The tour of the demo, where it is begun; null: it is not, or this is no demo. */
  readonly points: readonly TourPoint[] | null
}

/** What stands above every page of some groups: that this is the demo, that the group will be deleted. */
export function GroupBanner({ group, points }: Props) {
  const t = useTranslations('groups')
  const { id, isDemo, deletesAt, viewerZone, viewer, perspectives } = group
  const current = viewer.isPerspective ? (viewer.parties.find(({ role }) => role === 'head')?.id ?? null) : null
  return (
    <>
      {isDemo &&
        (perspectives.length > 0 ? (
          <DemoBar looking={{ groupId: id, perspectives, current }} points={points} isWithin />
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
