import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonLink } from '#components/actions/button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Section } from '#components/frame/section.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { Notice } from '#components/text/notice.tsx'
import { sayIn } from '#lib/words/say.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { ConclusionView, OfferedAct } from '../queries/view.ts'
import { TextForm } from './text-form.tsx'

type Props = {
  readonly view: ConclusionView
  /** Where the conclusions of the meeting lie. */
  readonly base: string
}

/** What those who conduct and draft can do with it; nothing for everybody else. */
export function Acts({ view, base }: Props) {
  const t = useTranslations('conclusions.acts')
  const language = useLanguage()
  const { can, obstacle } = view
  const version = view.versions[0]?.number ?? 0
  const path = `/conclusions/${view.id}`
  if (!conducting.some((act) => can[act])) return null
  return (
    <Section title={t('title')} id="acts">
      {obstacle !== null && (
        <Notice tone="info" title={t('notReady')}>
          {sayIn(language, 'refusals', obstacle.refused, { ...obstacle })}
        </Notice>
      )}
      <div className="no-print mt-4 flex flex-wrap gap-3 first:mt-0">
        {can.put && obstacle === null && (
          <ConfirmAct
            method="POST"
            path={`${path}/put`}
            body={{ version }}
            variant="primary"
            label={t('put', { version })}
            title={t('putTitle')}
            thing={view.title}
            confirmLabel={t('put', { version })}
          >
            {t('putMeans')}
          </ConfirmAct>
        )}
        {can.revise && <ButtonLink href={`${base}/${view.id}/edit`}>{t('revise')}</ButtonLink>}
        {can['take-back'] && (
          <Dialog label={t('takeBack')} title={t('takeBackTitle')}>
            <p className="mb-4">{t('takeBackMeans')}</p>
            <TextForm
              path={`${path}/take-back`}
              name="reason"
              label={t('takeBackReason')}
              extra={{ version }}
              submit={t('takeBackSend', { version })}
            />
          </Dialog>
        )}
        {can['new-draft'] && <ButtonLink href={`${base}/new?from=${view.id}`}>{t('newDraft')}</ButtonLink>}
        {can.supersede && <ButtonLink href={`${base}/new?replaces=${view.id}`}>{t('supersede')}</ButtonLink>}
        {can['record-divergence'] && (
          <Dialog label={t('diverge')} title={t('divergeTitle')}>
            <p className="mb-4">{t('divergeMeans')}</p>
            <TextForm
              path={`${path}/divergence`}
              name="title"
              label={t('divergeName')}
              initial={view.title}
              submit={t('divergeSend')}
              goToUnder={base}
            />
          </Dialog>
        )}
        {can.withdraw && (
          <Dialog label={t('withdraw')} title={t('withdrawTitle')} variant="plain">
            <p className="mb-4">{t('withdrawMeans')}</p>
            <TextForm
              path={`${path}/withdraw`}
              name="reason"
              label={t('withdrawReason')}
              extra={{ version }}
              submit={t('withdrawSend')}
              hurts
            />
          </Dialog>
        )}
      </div>
    </Section>
  )
}

const conducting = [
  'put',
  'revise',
  'take-back',
  'withdraw',
  'record-divergence',
  'new-draft',
  'supersede',
] as const satisfies OfferedAct[]

/** Agreeing to share an adopted conclusion with the group, and taking that back. */
export function SharingActs({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.acts')
  const path = `/conclusions/${view.id}/sharing`
  if (view.can.share)
    return (
      <ActButton method="POST" path={path} body={{ agree: true }} size="small">
        {t('share')}
      </ActButton>
    )
  if (!view.can.unshare) return null
  return (
    <ConfirmAct
      method="POST"
      path={path}
      body={{ agree: false }}
      buttonSize="small"
      variant="plain"
      label={t('unshare')}
      title={t('unshareTitle')}
      thing={view.title}
      confirmLabel={t('unshare')}
    >
      {t('unshareMeans')}
    </ConfirmAct>
  )
}
