import { useTranslations } from 'next-intl'
import { ItemList } from '#components/collections/item-list.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Section } from '#components/frame/section.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import { Term } from '#components/text/term.tsx'
import { useLanguage } from '#lib/words/use-language.ts'
import { zoneLabel } from '#lib/zone-names.ts'
import type { PlannedAgenda } from '../views/agenda.ts'
import type { PlanView } from '../views/plan.ts'
import { AgendaEditor } from './agenda-editor.tsx'
import { AgendaFit } from './agenda-fit.tsx'
import { AgendaBar, AgendaRow, startOf } from './agenda-rows.tsx'
import { opensPlan } from './opens-plan.ts'

/** The agenda: how its time is used, whether it fits, its items, and for those who write it the means to. */
export function PlanAgenda({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings')
  const language = useLanguage()
  const { agenda } = plan
  if (agenda === null) {
    return (
      <Section title={t('agenda.title')} id="agenda">
        <p className="text-soft">{t(`agenda.hidden.${plan.kind}`)}</p>
      </Section>
    )
  }
  const rows = agenda.items.map((item, index) => ({
    id: item.id,
    content: (
      <AgendaRow
        groupId={plan.groupId}
        item={item}
        start={startOf(agenda, index, plan.viewerZone, language)}
        needs={agenda.times[index]?.minutes ?? item.minutes}
      />
    ),
  }))
  return (
    <Section title={<Term of="agenda">{t('agenda.title')}</Term>} id="agenda">
      <div className="grid gap-6">
        {agenda.titlesOnly && <p className="text-soft">{t('agenda.titlesOnly')}</p>}
        {agenda.items.length > 0 && plan.startsAt !== null && (
          <p className="text-sm text-soft">{t('agenda.zone', { zone: zoneLabel(plan.viewerZone) })}</p>
        )}
        {agenda.items.length > 0 && (
          <div className="print:hidden">
            <AgendaBar agenda={agenda} zone={plan.viewerZone} available={plan.durationMinutes ?? 0} />
          </div>
        )}
        <AgendaFit plan={plan} agenda={agenda} />
        {agenda.items.length === 0 && (
          <EmptyState title={t('agenda.none')} headingLevel={3}>
            {plan.can.editAgenda ? t('agenda.noneMeans') : t('agenda.noneReader')}
          </EmptyState>
        )}
        {plan.can.editAgenda ? (
          <div>
            <AgendaEditor meetingId={plan.id} agenda={agenda} rows={rows} />
          </div>
        ) : (
          rows.length > 0 && (
            <ItemList ordered>
              {rows.map(({ id, content }) => (
                <li key={id} className="border-t border-line py-3">
                  {content}
                </li>
              ))}
            </ItemList>
          )
        )}
        {plan.kind === 'multilateral' && !agenda.titlesOnly && <Limits plan={plan} agenda={agenda} />}
      </div>
    </Section>
  )
}

function Limits({ plan, agenda }: { plan: PlanView; agenda: PlannedAgenda }) {
  const t = useTranslations('meetings.agenda')
  return (
    <div className="grid gap-2">
      <h3 className="font-sans font-semibold">{t('settings')}</h3>
      <p>{t('statement', { minutes: agenda.statementMinutes })}</p>
      <p>
        {t('limit', { limit: agenda.resolutionLimit })}
        {agenda.resolutionLimitReason !== null && (
          <span className="text-soft"> — {t('limitReason', { reason: agenda.resolutionLimitReason })}</span>
        )}
      </p>
      <div className="print:hidden flex flex-wrap gap-2">
        {plan.can.editAgenda && (
          <OpensDialog size="small" opens={opensPlan('statement')}>
            {t('changeStatement')}
          </OpensDialog>
        )}
        {plan.can.changeResolutionLimit && (
          <OpensDialog size="small" opens={opensPlan('limit')}>
            {t('changeLimit')}
          </OpensDialog>
        )}
      </div>
    </div>
  )
}
