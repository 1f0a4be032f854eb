import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonAnchor, ButtonLink } from '#components/actions/button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Notice } from '#components/text/notice.tsx'
import { Time } from '#components/text/time.tsx'
import { hrefOf } from '#lib/api/send.ts'
import type { SettingsView } from '../views.ts'

/** The end of a group: export first, announce, and time to call it off. */
export function DeletionSection({ settings }: { readonly settings: SettingsView }) {
  const t = useTranslations('groups')
  const { id, name, viewerZone, deletesAt, announceableFrom } = settings
  const records = (
    <>
      {/* A plain link: what is behind it is a file and no page. */}
      <ButtonAnchor href={hrefOf({ route: 'GET /groups/{groupId}/export.json', params: { groupId: id } })}>
        {t('exportGroup')}
      </ButtonAnchor>
      <ButtonLink href={`/groups/${id}/meetings`}>{t('exportLink')}</ButtonLink>
    </>
  )
  if (deletesAt !== null)
    return (
      <Notice
        tone="warning"
        title={
          <>
            {t('deletionPending')} <Time instant={deletesAt} zone={viewerZone} />
          </>
        }
      >
        <p>{t('exportFirst')}</p>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <ActButton variant="primary" act={{ route: 'DELETE /groups/{groupId}/deletion', params: { groupId: id } }}>
            {t('callOff')}
          </ActButton>
          {records}
        </div>
      </Notice>
    )
  return (
    <div className="grid max-w-reading gap-4">
      <p>{t('deletionMeans')}</p>
      <p>{t('exportFirst')}</p>
      <div className="flex flex-wrap gap-3">
        {records}
        {announceableFrom === null && (
          <ConfirmAct
            label={t('announceDeletion')}
            title={t('announceDeletionTitle')}
            thing={<bdi>{name}</bdi>}
            confirmLabel={t('announceDeletion')}
            act={{ route: 'POST /groups/{groupId}/deletion', params: { groupId: id } }}
          >
            {t('deletionMeans')}
          </ConfirmAct>
        )}
      </div>
      {announceableFrom !== null && (
        <p>
          {t('deletionEndedLately')} <Time instant={announceableFrom} zone={viewerZone} />
        </p>
      )}
    </div>
  )
}

/** A group that was just founded and is nobody else’s yet: it goes at once, and the page says until when. */
export function FoundingBack({ settings, until }: { readonly settings: SettingsView; readonly until: string }) {
  const t = useTranslations('groups.foundingBack')
  const { id: groupId, name, viewerZone } = settings
  return (
    <div className="grid max-w-reading gap-4">
      <p>
        {t('means')} {t('until')} <Time instant={until} zone={viewerZone} />
        {t('after')}
      </p>
      <div>
        <ConfirmAct
          label={t('act')}
          title={t('title')}
          thing={<bdi>{name}</bdi>}
          confirmLabel={t('act')}
          act={{ route: 'DELETE /groups/{groupId}/founding', params: { groupId } }}
          goTo="/groups"
        >
          {t('meansNow')}
        </ConfirmAct>
      </div>
    </div>
  )
}
