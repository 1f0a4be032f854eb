import { useTranslations } from 'next-intl'
import { gutterLook } from '#components/frame/gutter.ts'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { GroupShell } from '../views.ts'
import { DemoBar, type Tour } from './demo-bar.tsx'

type Props = {
  readonly group: GroupShell
  /** The tour of the demo, where it is begun; null: it is not, or this is no demo. */
  readonly tour: Tour | null
}

/** What stands above every page of some groups: that this is the demo, that the group will be deleted. */
export function GroupBanner({ group, tour }: Props) {
  const t = useTranslations('groups')
  const { id, isDemo, deletesAt, viewerZone, viewer, mayLook } = group
  const current = viewer.isPerspective ? (viewer.parties.find(({ role }) => role === 'head')?.id ?? null) : null
  return (
    <>
      {isDemo &&
        (mayLook ? (
          <DemoBar looking={{ groupId: id, current, name: viewer.name }} tour={tour} isWithin />
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
