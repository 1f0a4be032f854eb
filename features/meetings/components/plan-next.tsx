import { useTranslations } from 'next-intl'
import { type OfferedStep, WhatNext } from '#components/frame/what-next.tsx'
import { Notice } from '#components/text/notice.tsx'
import type { PlanView } from '../views/plan.ts'

/** What the plan still lacks of what the viewer may do about it, in the order of the work; nothing once it lacks nothing. */
export function PlanNext({ plan }: { readonly plan: PlanView }) {
  const t = useTranslations('meetings.next')
  const steps = useSteps(plan)
  if (plan.state !== 'draft' && plan.state !== 'scheduled') return null
  return (
    <div id="next" tabIndex={-1}>
      {plan.state === 'scheduled' && plan.sight === 'logistics' && plan.can.reschedule && (
        <div className="mb-6">
          <Notice tone="info" title={t('handedOver')}>
            {t('handedOverMeans')}
          </Notice>
        </div>
      )}
      <WhatNext title={t(plan.state)} steps={steps} />
    </div>
  )
}

function useSteps(plan: PlanView): readonly OfferedStep[] {
  const t = useTranslations('meetings.next')
  const { can, kind, state, agenda, offices, parties } = plan
  const items = agenda?.items ?? []
  const bare = items.filter((item) => item.kind !== 'procedure' && item.citations.length === 0).length
  const over = agenda?.fit?.overBy ?? 0
  const first = items.find((item) => item.citations.length > 0)
  const lacksChair = kind === 'multilateral' && !offices.some(({ office }) => office === 'chair')
  const lacksPeople = kind === 'study' && !parties.some(({ people }) => people.some(({ seated }) => seated))
  const steps: (OfferedStep | false)[] = [
    can.editAgenda && items.length === 0 && { href: '#new-item', label: t('agenda'), means: t('agendaMeans') },
    (can.editAgenda || can.schedule) && over > 0 && { href: '#fit', label: t('fit', { over }), means: t('fitMeans') },
    can.editAgenda && bare > 0 && { href: '#agenda', label: t('passages', { count: bare }), means: t('passagesMeans') },
    can.nameParticipants && lacksPeople && { href: '#people', label: t('people'), means: t('peopleMeans') },
    can.appoint.includes('chair') && lacksChair && { href: '#offices', label: t('chair'), means: t('chairMeans') },
    can.schedule && {
      href: '#schedule',
      label: t(plan.startsAt === null ? 'schedule' : 'scheduleIt'),
      means: t('scheduleMeans'),
    },
    ...useHeadSteps(plan, false),
    can.assign &&
      can.editAgenda &&
      state === 'scheduled' &&
      !plan.hasHomework && {
        href: `/groups/${plan.groupId}/meetings/${plan.id}/prepare${first ? `?item=${first.id}` : ''}#assign`,
        label: t('assign'),
        means: t('assignMeans'),
      },
    ...useHeadSteps(plan, true),
  ]
  return steps.filter((step) => step !== false)
}

/** What an organizer can do about first heads who have not come; `invited`: of those who are and have not answered, which can wait. */
function useHeadSteps({ groupId, parties }: PlanView, invited: boolean): readonly OfferedStep[] {
  const t = useTranslations('meetings.next')
  return parties.flatMap(({ id, shortName: party, headInvitation: how }) => {
    if (how === null || (how === 'open') !== invited) return []
    const at = `/groups/${groupId}/parties/${id}`
    const href = how === 'none' ? at : `${at}#invitations`
    return [{ href, label: t(`head.${how}`, { party }), means: t(`headMeans.${how}`) }]
  })
}

/** Once a proposal was declined: another one, to the same party. `from`: the parties for which the viewer proposes meetings. */
export function ProposeAgain({ plan, from }: { readonly plan: PlanView; readonly from: readonly string[] }) {
  const t = useTranslations('meetings.next')
  const other = plan.parties.find(({ id }) => !from.includes(id))
  const proposes = plan.parties.some(({ id }) => from.includes(id))
  if (other === undefined || !proposes) return null
  const href = `/groups/${plan.groupId}/meetings/new?with=${other.id}`
  return <WhatNext title={t('declined')} steps={[{ href, label: t('propose', { party: other.shortName }) }]} />
}
