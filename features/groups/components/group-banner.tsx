import { useTranslations } from 'next-intl'
import { gutterLook } from '#components/frame/gutter.ts'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { GroupShell } from '../views.ts'
import { DemoBar, type Touring } from './demo-bar.tsx'

type Props = {
  readonly group: GroupShell
  /** Where on the tour of the demo somebody is; default: they have begun none, or this is no demo. */
  readonly touring?: Touring | undefined
}

/** What stands above every page of some groups: that this is the demo, that the group will be deleted. */
export function GroupBanner({ group, touring }: Props) {
  const t = useTranslations('groups')
  const { id, isDemo, deletesAt, viewerZone, viewer, mayLook } = group
  const current = viewer.isPerspective ? (viewer.parties.find(({ role }) => role === 'head')?.id ?? null) : null
  return (
    <>
      {isDemo &&
        (mayLook ? (
          <DemoBar looking={{ groupId: id, current, name: viewer.name }} touring={touring} isWithin />
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
