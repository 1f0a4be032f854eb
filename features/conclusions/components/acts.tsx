import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ActBar } from '#components/actions/act-bar.tsx'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonLink } from '#components/actions/button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Section } from '#components/frame/section.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { Notice } from '#components/text/notice.tsx'
import { TermMark } from '#components/text/term.tsx'
import { sayIn } from '#lib/words/say.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import type { ConclusionView, OfferedAct } from '../views/conclusion.ts'
import { TextForm } from './text-form.tsx'
import { WordsMeant } from './words-meant.tsx'

type Props = {
  readonly view: ConclusionView
  /** Where the conclusions of the meeting lie. */
  readonly base: string
}

/** What those who conduct and draft can do with it; nothing for everybody else. */
export function Acts({ view, base }: Props) {
  const t = useTranslations('conclusions.acts')
  const asks = useAsks(view)
  const language = useLanguage()
  const { can, obstacle } = view
  const version = view.versions[0]?.number ?? 0
  const params = { conclusionId: view.id }
  if (obstacle === null && !conducting.some((act) => can[act])) return null
  return (
    // On paper nothing can be done: neither the acts nor their heading are there.
    <div className="print:hidden">
      <Section title={t('title')} id="acts">
        {obstacle !== null && (
          <Notice tone="info" title={asks('notReady')}>
            {sayIn(language, 'refusals', obstacle.refused, { ...obstacle })}
          </Notice>
        )}
        <div className="print:hidden mt-4 flex flex-wrap gap-3 first:mt-0">
          {can.revise && <ButtonLink href={`${base}/${view.id}/edit`}>{t('revise')}</ButtonLink>}
          {can['take-back'] && (
            <Dialog label={t('takeBack')} title={t('takeBackTitle')}>
              <p className="mb-4">{t('takeBackMeans')}</p>
              <TextForm
                name="reason"
                act={{ route: 'POST /conclusions/{conclusionId}/take-back', params, body: { version } }}
                label={t('takeBackReason')}
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
                name="title"
                act={{ route: 'POST /conclusions/{conclusionId}/divergence', params, body: {} }}
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
                name="reason"
                act={{ route: 'POST /conclusions/{conclusionId}/withdraw', params, body: { version } }}
                label={t('withdrawReason')}
                submit={t('withdrawSend')}
                hurts
              />
            </Dialog>
          )}
        </div>
      </Section>
    </div>
  )
}

/** The words of putting: of a study session its participants are asked. */
function useAsks({ meeting }: Props['view']) {
  return useTranslations(meeting.kind === 'study' ? 'conclusions.acts.inStudy' : 'conclusions.acts')
}

const conducting = [
  'revise',
  'take-back',
  'withdraw',
  'record-divergence',
  'new-draft',
  'supersede',
] as const satisfies OfferedAct[]

/** Putting the words above to the parties: within reach while they are read on a phone, after them on a desk. */
export function PutAct({ view }: Pick<Props, 'view'>) {
  const t = useTranslations('conclusions.acts')
  const asks = useAsks(view)
  const markId = useId()
  const version = view.versions[0]?.number ?? 0
  if (!view.can.put || view.obstacle !== null) return null
  return (
    <div className="contents md:block md:pb-6">
      <ActBar label={t('putBar')}>
        <ConfirmAct
          describedBy={markId}
          act={{ route: 'POST /conclusions/{conclusionId}/put', params: { conclusionId: view.id }, body: { version } }}
          variant="primary"
          label={asks('put', { version })}
          title={asks('putTitle')}
          thing={view.title}
          confirmLabel={asks('put', { version })}
        >
          <p>{asks('putMeans')}</p>
          <WordsMeant view={view} />
        </ConfirmAct>
        {/* In the bar of a phone there is room for the act alone. */}
        <span className="max-md:hidden">
          <TermMark of="put" id={markId} />
        </span>
      </ActBar>
    </div>
  )
}

/** Agreeing to share an adopted conclusion with the group, and taking that back. */
export function SharingActs({ view }: { readonly view: ConclusionView }) {
  const t = useTranslations('conclusions.acts')
  if (view.can.share)
    return (
      <ActButton
        act={{
          route: 'POST /conclusions/{conclusionId}/sharing',
          params: { conclusionId: view.id },
          body: { agree: true },
        }}
        size="small"
      >
        {t('share')}
      </ActButton>
    )
  if (!view.can.unshare) return null
  return (
    <ConfirmAct
      act={{
        route: 'POST /conclusions/{conclusionId}/sharing',
        params: { conclusionId: view.id },
        body: { agree: false },
      }}
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
