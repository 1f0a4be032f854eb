import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Section } from '#components/frame/section.tsx'
import { useNames } from '#lib/words/use-language.ts'
import type { RecordView } from '../views.ts'

/** Who agrees to share the agreed minutes with the group; every party that was in the meeting is asked, also one that left. */
export function RecordSharing({ view }: { readonly view: RecordView }) {
  const t = useTranslations('records.sharing')
  const list = useNames()
  const { sharing, title } = view
  if (sharing === null) return null
  const { agreed, missing, can, conclusionId } = sharing
  return (
    <Section title={t('title')} id="sharing" screenOnly>
      <p className="max-w-reading">{sharing.with === 'group' ? t('shared') : t('means')}</p>
      {agreed.length > 0 && <p className="mt-2">{t('agreed', { names: list(agreed.map(({ name }) => name)) })}</p>}
      {missing.length > 0 && <p className="mt-2">{t('missing', { names: list(missing.map(({ name }) => name)) })}</p>}
      <div className="mt-3 empty:hidden">
        {can === 'share' && (
          <ActButton
            act={{
              route: 'POST /conclusions/{conclusionId}/sharing',
              params: { conclusionId },
              body: { agree: true },
            }}
            size="small"
          >
            {t('share')}
          </ActButton>
        )}
        {can === 'unshare' && (
          <ConfirmAct
            act={{
              route: 'POST /conclusions/{conclusionId}/sharing',
              params: { conclusionId },
              body: { agree: false },
            }}
            buttonSize="small"
            variant="plain"
            label={t('unshare')}
            title={t('unshareTitle')}
            thing={<bdi>{title}</bdi>}
            confirmLabel={t('unshare')}
          >
            {t('unshareMeans')}
          </ConfirmAct>
        )}
      </div>
    </Section>
  )
}
