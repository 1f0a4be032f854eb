import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ItemList } from '#components/collections/item-list.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Section } from '#components/frame/section.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { Term } from '#components/text/term.tsx'
import { agendaDefaults, itemKindsOf } from '#domain/agenda/agenda.ts'
import { useLanguage } from '#lib/words/use-language.ts'
import { zoneLabel } from '#lib/zone-names.ts'
import type { PlannedAgenda } from '../views/agenda.ts'
import type { PlanView } from '../views/plan.ts'
import type { AgendaEditorProps } from './agenda-editor.tsx'
import { AgendaBar, AgendaRow, startOf } from './agenda-rows.tsx'
import { NumberForm } from './number-form.tsx'
import { AgendaFit } from './plan-schedule.tsx'

type Props = {
  readonly plan: PlanView
  /** The editor with the picker of passages, which comes from the texts: put together by the page. */
  readonly renderEditor: (props: Omit<AgendaEditorProps, 'renderPicker'>) => ReactNode
}

/** The agenda: how its time is used, whether it fits, its items, and for those who write it the means to. */
export function PlanAgenda({ plan, renderEditor }: Props) {
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
          <AgendaBar agenda={agenda} zone={plan.viewerZone} available={plan.durationMinutes ?? 0} />
        )}
        <AgendaFit plan={plan} agenda={agenda} />
        {agenda.items.length === 0 && (
          <EmptyState title={t('agenda.none')} headingLevel={3}>
            {plan.can.editAgenda ? t('agenda.noneMeans') : t('agenda.noneReader')}
          </EmptyState>
        )}
        {plan.can.editAgenda ? (
          <div>{renderEditor(editorProps(plan, agenda, rows, optionsOf(plan, t)))}</div>
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

function editorProps(
  plan: PlanView,
  agenda: PlannedAgenda,
  rows: AgendaEditorProps['rows'],
  options: Pick<AgendaEditorProps, 'kinds' | 'leads'>,
): Omit<AgendaEditorProps, 'renderPicker'> {
  const { itemKind, itemMinutes } = agendaDefaults(plan.kind)
  return {
    meetingId: plan.id,
    agenda: { version: agenda.version, items: agenda.items },
    rows,
    ...options,
    defaults: { kind: itemKind, minutes: itemMinutes },
  }
}

function optionsOf(
  plan: PlanView,
  t: ReturnType<typeof useTranslations<'meetings'>>,
): Pick<AgendaEditorProps, 'kinds' | 'leads'> {
  const parties = plan.parties.filter((party) => !party.left)
  const people = parties.flatMap((party) =>
    party.people.map(({ id, name }) => ({ value: `person:${id}`, label: `${name} (${party.shortName})` })),
  )
  const officers = plan.offices.map(({ personId, name, office }) => ({
    value: `person:${personId}`,
    label: `${name} (${t(`office.${office}`)})`,
  }))
  const leads = [...parties.map(({ id, name }) => ({ value: `party:${id}`, label: name })), ...people, ...officers]
  return {
    kinds: itemKindsOf(plan.kind).map((kind) => ({ value: kind, label: t(`itemKind.${kind}`) })),
    leads: leads.filter(({ value }, index) => leads.findIndex((other) => other.value === value) === index),
  }
}

function Limits({ plan, agenda }: { plan: PlanView; agenda: PlannedAgenda }) {
  const t = useTranslations('meetings.agenda')
  const params = { meetingId: plan.id }
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
          <Dialog label={t('changeStatement')} title={t('statementTitle')} buttonSize="small">
            <NumberForm
              act={{ route: 'PUT /meetings/{meetingId}/statement-minutes', params }}
              agendaVersion={agenda.version}
              name="minutes"
              label={t('statementField')}
              initial={agenda.statementMinutes}
              submit={t('save')}
            />
          </Dialog>
        )}
        {plan.can.changeResolutionLimit && (
          <Dialog label={t('changeLimit')} title={t('limitTitle')} buttonSize="small">
            <NumberForm
              act={{ route: 'PUT /meetings/{meetingId}/resolution-limit', params }}
              agendaVersion={agenda.version}
              name="limit"
              label={t('limitField')}
              initial={agenda.resolutionLimit}
              submit={t('save')}
              reason={{ label: t('limitWhy'), hint: t('limitWhyHint') }}
            />
          </Dialog>
        )}
      </div>
    </div>
  )
}
