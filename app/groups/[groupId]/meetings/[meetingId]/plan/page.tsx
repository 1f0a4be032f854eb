import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/notice.tsx'
import { PlanAgenda } from '#features/meetings/components/plan-agenda.tsx'
import { PlanOffer } from '#features/meetings/components/plan-offer.tsx'
import { PlanOffices } from '#features/meetings/components/plan-offices.tsx'
import { ChooseParty, PlanPeople } from '#features/meetings/components/plan-people.tsx'
import { PlanSchedule } from '#features/meetings/components/plan-schedule.tsx'
import { PlanTitles } from '#features/meetings/components/plan-titles.tsx'
import { PlanWhen } from '#features/meetings/components/plan-when.tsx'
import { loadBeginning, loadPlan } from '#features/meetings/loaders.ts'
import { pickerWords } from '#features/texts/components/picker-words.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { AgendaWithPassages } from './agenda-with-passages.tsx'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
}

/** Plan: what is talked about, when, where, and between whom. */
export default async function PlanPage({ params }: Props) {
  const { groupId, meetingId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/meetings/${meetingId}/plan`)
  const plan = await loadPlan(viewer, meetingId)
  if (plan === null || plan.groupId !== groupId) notFound()
  const group = plan.can.changeParties ? await loadBeginning(viewer, groupId) : null
  const t = await getTranslations('meetings')
  const words = await pickerWords()
  return (
    <div className="grid gap-x-14 pt-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
      <div className="min-w-0">
        <div className="mb-6 grid gap-4 empty:hidden">
          {plan.sight === 'existence' && <Notice tone="info" title={t('asked.existence')} />}
          <PlanOffer plan={plan} />
        </div>
        <ChooseParty plan={plan} personId={viewer.personId} />
        {plan.aim !== '' && (
          <p className="mb-8 max-w-reading font-serif text-lg" dir="auto">
            {plan.aim}
          </p>
        )}
        {plan.sight !== 'existence' && (
          <PlanAgenda
            plan={plan}
            renderEditor={(props) => <AgendaWithPassages groupId={groupId} pickerWords={words} {...props} />}
          />
        )}
        <PlanSchedule plan={plan} />
      </div>
      <div className="min-w-0">
        <PlanWhen plan={plan} />
        <PlanPeople plan={plan} choices={group?.parties ?? []} />
        <PlanOffices plan={plan} />
        <PlanTitles plan={plan} />
      </div>
    </div>
  )
}
