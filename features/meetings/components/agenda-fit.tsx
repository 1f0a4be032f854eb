import { useTranslations } from 'next-intl'
import { TextLink } from '#components/frame/text-link.tsx'
import { OpensDialog } from '#components/overlays/opens-dialog.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { PlannedAgenda } from '../views/agenda.ts'
import type { PlanView } from '../views/plan.ts'
import { opensPlan } from './opens-plan.ts'

/** Rule 3 in words: the numbers, and what could be dropped or moved. */
export function AgendaFit({ plan, agenda }: { readonly plan: PlanView; readonly agenda: PlannedAgenda }) {
  const t = useTranslations('meetings.schedule')
  const { fit, items } = agenda
  if (fit === null || items.length === 0) return null
  const parties = plan.parties.filter((party) => !party.left).length
  const minutes = (count: number) => t('minutes', { minutes: count })
  const over = fit.overBy > 0
  const titleOf = (itemId: string) => items.find(({ id }) => id === itemId)?.title ?? ''
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
                {t(`way.${way}`, { title: titleOf(itemId), minutes: frees })}{' '}
                {plan.can.editAgenda && (
                  <OpensDialog
                    size="small"
                    variant="plain"
                    opens={opensPlan('remove-item', itemId)}
                    aria-label={t('takeOffName', { title: titleOf(itemId) })}
                  >
                    {t('takeOff')}
                  </OpensDialog>
                )}
              </li>
            ))}
            <MoreTime plan={plan} />
          </ul>
        )}
        {plan.kind === 'multilateral' && (
          <p className="mt-2">{t('statements', { parties, minutes: agenda.statementMinutes })}</p>
        )}
      </Notice>
    </div>
  )
}

/** The other way: the meeting is given as many minutes as its agenda needs. */
function MoreTime({ plan: { can } }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.schedule')
  if (can.schedule)
    return (
      <li>
        <TextLink href="#schedule">{t('moreTime')}</TextLink>
      </li>
    )
  return (
    can.reschedule && (
      <li>
        <OpensDialog size="small" variant="plain" opens={opensPlan('reschedule')}>
          {t('moreTime')}
        </OpensDialog>
      </li>
    )
  )
}
