import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonAnchor, ButtonLink } from '#components/actions/button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Section } from '#components/frame/section.tsx'
import { Time } from '#components/text/time.tsx'
import { hrefOf } from '#lib/api/send.ts'
import type { DeletionView } from '../queries/deletion.ts'

/** That the group will be deleted, and what a member does about it: take along what was agreed, stop it, call it off. */
export function DeletionSheet({ deletion }: { readonly deletion: DeletionView }) {
  const t = useTranslations('groups')
  const { groupId, deletesAt, announcedBy, viewerZone, parties, can } = deletion
  if (deletesAt === null)
    return (
      <>
        <PageHeader title={t('deletionTitle')} />
        <EmptyState
          title={t('deletionNone')}
          action={<ButtonLink href={`/groups/${groupId}`}>{t('nav.overview')}</ButtonLink>}
        >
          {t('deletionNoneMeans')}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader
        title={t('deletionTitle')}
        asked={
          <span>
            {t('deletionPending')} <Time instant={deletesAt} zone={viewerZone} />
          </span>
        }
        meta={announcedBy === '' ? undefined : <span>{t('deletionBy', { name: announcedBy })}</span>}
      />
      <Section title={t('takeAlong')}>
        {parties.length === 0 ? (
          <p className="max-w-reading">{t('takeAlongNone')}</p>
        ) : (
          <div className="grid max-w-reading gap-4">
            <p>{t('takeAlongMeans')}</p>
            <div className="flex flex-wrap gap-3">
              {parties.map(({ id, name }) => (
                // A plain link: what is behind it is a file and no page.
                <ButtonAnchor
                  key={id}
                  variant="primary"
                  href={hrefOf({ route: 'GET /parties/{partyId}/export.json', params: { partyId: id } })}
                  icon={<Download aria-hidden />}
                >
                  {t('takeAlongOf', { party: name })}
                </ButtonAnchor>
              ))}
              <ButtonLink href="/verify-record" variant="plain">
                {t('takeAlongVerify')}
              </ButtonLink>
            </div>
          </div>
        )}
      </Section>
      <Ending deletion={deletion} />
      {!can.stop && !can.callOff && <p className="mt-8 max-w-reading text-soft">{t('stopOthers')}</p>}
    </>
  )
}

function Ending({ deletion: { groupId, name, can } }: { readonly deletion: DeletionView }) {
  const t = useTranslations('groups')
  const act = { route: 'DELETE /groups/{groupId}/deletion', params: { groupId } } as const
  if (can.callOff)
    return (
      <Section title={t('callOff')}>
        <ActButton act={act}>{t('callOff')}</ActButton>
      </Section>
    )
  if (!can.stop) return null
  return (
    <Section title={t('stopDeletion')}>
      <p className="mb-4 max-w-reading">{t('stopDeletionMeans')}</p>
      <ConfirmAct
        label={t('stopDeletion')}
        title={t('stopDeletionTitle')}
        thing={<bdi>{name}</bdi>}
        confirmLabel={t('stopDeletion')}
        act={act}
      >
        {t('stopDeletionMeans')}
      </ConfirmAct>
    </Section>
  )
}
