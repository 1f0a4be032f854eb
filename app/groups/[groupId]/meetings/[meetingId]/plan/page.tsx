import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { PlanAgenda } from '#features/meetings/components/plan-agenda.tsx'
import { PlanOffer } from '#features/meetings/components/plan-offer.tsx'
import { PlanSchedule } from '#features/meetings/components/plan-schedule.tsx'
import { loadBeginning, loadPlan } from '#features/meetings/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { PlanSheet } from './plan-sheet.tsx'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.steps'))('plan') }
}

/** Plan: what is talked about, when, where, and between whom. */
export default async function PlanPage({ params }: Props) {
  const { groupId, meetingId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/meetings/${meetingId}/plan`)
  const plan = await loadPlan(viewer, meetingId)
  if (plan === null || plan.groupId !== groupId) notFound()
  const isDeclined = plan.state === 'cancelled' && plan.changes.some(({ kind }) => kind === 'declined')
  const group = isDeclined ? await loadBeginning(viewer, groupId) : null
  return (
    <PlanSheet
      plan={plan}
      proposesFor={group?.proposesFor ?? []}
      personId={viewer.personId}
      offer={
        plan.offer !== null && (
          <PageWords of={['meetings.time']}>
            <Prepared>
              <PlanOffer plan={plan} offer={plan.offer} />
            </Prepared>
          </PageWords>
        )
      }
      agenda={
        plan.sight !== 'existence' && (
          <PageWords of={['components.reorder']}>
            <Prepared>
              <PlanAgenda plan={plan} />
            </Prepared>
          </PageWords>
        )
      }
      schedule={
        plan.can.schedule && (
          <PageWords of={['components.choices', 'meetings.time']}>
            <Prepared>
              <PlanSchedule plan={plan} />
            </Prepared>
          </PageWords>
        )
      }
    />
  )
}
