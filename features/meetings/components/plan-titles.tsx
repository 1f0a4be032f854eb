import { useTranslations } from 'next-intl'
import { ActButton } from '#components/actions/act-button.tsx'
import { Section } from '#components/frame/section.tsx'
import type { PlanView } from '../views/plan.ts'

/** What the organizer sees of a bilateral: its parties say so, both to allow and either to take it back. */
export function PlanTitles({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.titles')
  const { can } = plan
  const { shared, asked } = plan.titles
  if (!can.shareTitles && !can.unshareTitles) return null
  return (
    <Section title={t('title')} id="titles">
      <p className="mb-3 max-w-reading">{shared ? t('shared') : t('closed')}</p>
      {asked !== null && <p className="mb-3">{asked === 'mine' ? t('askedMine') : t('askedOther')}</p>}
      <div className="flex flex-wrap items-center gap-2">
        {can.shareTitles && (
          <ActButton
            act={{
              route: 'PUT /meetings/{meetingId}/titles-sharing',
              params: { meetingId: plan.id },
              body: { shared: true },
            }}
            size="small"
          >
            {asked === 'other' ? t('agree') : t('allow')}
          </ActButton>
        )}
        {can.unshareTitles && (
          <ActButton
            act={{
              route: 'PUT /meetings/{meetingId}/titles-sharing',
              params: { meetingId: plan.id },
              body: { shared: false },
            }}
            size="small"
            variant="plain"
          >
            {t('back')}
          </ActButton>
        )}
      </div>
    </Section>
  )
}
