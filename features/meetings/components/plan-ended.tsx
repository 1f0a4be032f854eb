import { useTranslations } from 'next-intl'
import { Notice } from '#components/text/notice.tsx'
import type { PlanView } from '../views/plan.ts'

/** That it is not held, and why: a proposal that the other party declined was never called off by anybody. */
export function PlanEnded({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.when')
  if (plan.cancelReason === null) return null
  const declined = plan.changes.find(({ kind }) => kind === 'declined')
  const title =
    declined === undefined ? t('cancelled') : t('declined', { party: declined.by.party ?? declined.by.person })
  return (
    <Notice tone="info" title={title}>
      {plan.cancelReason !== '' && <p dir="auto">{plan.cancelReason}</p>}
    </Notice>
  )
}
