import { useTranslations } from 'next-intl'
import { Notice } from '#components/text/notice.tsx'
import type { PlannedAgenda } from '../views/agenda.ts'
import type { PlanView } from '../views/plan.ts'

/** Rule 3 in words: the numbers, and what could be dropped or moved. */
export function AgendaFit({ plan, agenda }: { readonly plan: PlanView; readonly agenda: PlannedAgenda }) {
  const t = useTranslations('meetings.schedule')
  const { fit, items } = agenda
  if (fit === null || items.length === 0) return null
  const parties = plan.parties.filter((party) => !party.left).length
  const minutes = (count: number) => t('minutes', { minutes: count })
  const over = fit.overBy > 0
  const figures = [
    { label: t('needed'), value: minutes(fit.needed) },
    { label: t('available'), value: minutes(fit.available) },
    ...(over ? [{ label: t('over'), value: minutes(fit.overBy) }] : []),
  ]
  return (
    <div id="fit" className="print:hidden">
      <Notice tone={over ? 'warning' : 'info'} title={over ? t('fitsNot') : t('fits')} figures={figures}>
        {over && <p className="mt-2">{t('ways')}</p>}
        {over && (
          <ul className="mt-1 list-disc ps-5">
            {fit.proposals.map(({ itemId, way, frees }) => (
              <li key={itemId}>
                {t(`way.${way}`, { title: items.find(({ id }) => id === itemId)?.title ?? '', minutes: frees })}
              </li>
            ))}
          </ul>
        )}
        {plan.kind === 'multilateral' && <p>{t('statements', { parties, minutes: agenda.statementMinutes })}</p>}
      </Notice>
    </div>
  )
}
