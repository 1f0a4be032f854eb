import { useTranslations } from 'next-intl'
import { Section } from '#components/frame/section.tsx'
import { Notice } from '#components/text/notice.tsx'
import { resolutionsOn } from '#domain/agenda/agenda.ts'
import { arityRefusal } from '#domain/meeting/arity.ts'
import type { Warning as WarningFacts } from '#domain/meeting/warnings.ts'

import { useNames } from '#lib/words/use-language.ts'

import type { PlanView } from '../views/plan.ts'
import { partiesOfTime, roomOf, timeDraftOf } from './plan-drafts.ts'
import { TimeForm } from './time-form.tsx'

/** The explicit act, with what stands in its way and what is worth knowing said before. */
export function PlanSchedule({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings')
  return (
    <Section title={t('schedule.title')} id="schedule" screenOnly>
      <div className="grid gap-6">
        <p className="max-w-reading">{t('schedule.means')}</p>
        <Checks plan={plan} />
        <TimeForm
          what={{ act: { route: 'POST /meetings/{meetingId}/schedule', params: { meetingId: plan.id } } }}
          draft={`schedule-${plan.id}`}
          initial={timeDraftOf(plan)}
          parties={partiesOfTime(plan)}
          room={roomOf(plan)}
          note={<AgendaGoes plan={plan} />}
          submit={t('schedule.submit')}
          led={{ place: 'next', said: t('schedule.done') }}
        />
      </div>
    </Section>
  )
}

function Checks({ plan }: { plan: PlanView }) {
  const t = useTranslations('meetings.schedule')
  const present = plan.parties.filter((party) => !party.left).map(({ id }) => id)
  const arity = arityRefusal(plan.kind, present)
  const multilateral = plan.kind === 'multilateral' && plan.agenda !== null
  return (
    <div className="grid gap-3">
      <h3 className="font-sans font-semibold">{t('checks')}</h3>
      {arity !== null && <Notice tone="refusal" title={t(`arity.${plan.kind}`, { count: present.length })} />}
      {plan.warnings.map(({ warning }) => (
        <Warning key={warning} warning={warning} />
      ))}
      <Headless plan={plan} />
      <ul className="list-disc ps-5">
        {arity === null && <li>{t('arityOk', { count: present.length })}</li>}
        {multilateral && (
          <li>
            {t('resolutions', {
              count: resolutionsOn(plan.agenda?.items ?? []),
              limit: plan.agenda?.resolutionLimit ?? 0,
            })}
          </li>
        )}
      </ul>
    </div>
  )
}

/** What scheduling takes out of the viewer's sight; nothing where they see as much as before. */
function AgendaGoes({ plan: { onceScheduled, sight, kind } }: { plan: PlanView }) {
  const t = useTranslations('meetings.schedule.after')
  if (sight !== 'contents' || onceScheduled !== 'logistics') return null
  return (
    <Notice tone="warning" title={t('agendaGoes')}>
      {t(kind === 'bilateral' ? 'agendaGoesBilateral' : 'agendaGoesMeans')}
    </Notice>
  )
}

/** Out of whose sight the meeting stays for lack of a head. */
function Headless({ plan: { parties } }: { plan: PlanView }) {
  const t = useTranslations('meetings.schedule.after')
  const list = useNames()
  const headless = parties.filter(({ left, withoutHead }) => !left && withoutHead)
  if (headless.length === 0) return null
  return (
    <Notice tone="warning" title={t('headless', { names: list(headless.map(({ shortName }) => shortName)) })}>
      {t('headlessMeans')}
    </Notice>
  )
}

const known = ['empty-agenda', 'no-participants', 'no-chair'] as const satisfies readonly WarningFacts['warning'][]

function Warning({ warning }: { warning: string }) {
  const t = useTranslations('meetings.schedule.warning')
  const code = known.find((one) => one === warning)
  return code === undefined ? null : <Notice tone="warning" title={t(code)} />
}
