import { useTranslations } from 'next-intl'
import { gutterLook } from '#components/frame/gutter.ts'
import { TextLink } from '#components/frame/text-link.tsx'
import { Time } from '#components/text/time.tsx'
import type { GroupShell } from '../views.ts'
import { PerspectiveBar } from './perspective-bar.tsx'

/** What stands above every page of some groups: that this is the demo, that the group will be deleted. */
export function GroupBanner({ group }: { readonly group: GroupShell }) {
  const t = useTranslations('groups')
  const { id, isDemo, deletesAt, viewerZone, viewer, perspectives } = group
  return (
    <>
      {isDemo && (
        <PerspectiveBar
          to={`/groups/${id}`}
          statement={
            viewer.isPerspective
              ? t('lookingAs', { name: viewer.name })
              : t(perspectives.length > 0 ? 'demoOrganizer' : 'demo')
          }
          back={viewer.isPerspective ? t('lookBack') : null}
          lookAs={t('lookAs')}
          perspectives={perspectives.map(({ partyId, head, party }) => ({
            partyId,
            label: t('lookAsHead', { head, party }),
          }))}
        />
      )}
      {deletesAt !== null && (
        <p className={`${gutterLook} py-2 font-medium`}>
          {t('deletionPending')} <Time instant={deletesAt} zone={viewerZone} />.{' '}
          <TextLink href={`/groups/${id}/deletion`}>{t('deletionLink')}</TextLink>
        </p>
      )}
    </>
  )
}
