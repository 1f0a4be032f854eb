import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageWords } from '#components/text/page-words.tsx'
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
  const group = plan.can.changeParties || isDeclined ? await loadBeginning(viewer, groupId) : null
  return (
    <PageWords
      of={[
        'components.choices',
        'components.reorder',
        'meetings.agenda',
        'meetings.edit',
        'meetings.item',
        'meetings.time',
        'texts.picker',
      ]}
    >
      <PlanSheet
        plan={plan}
        choices={group?.parties ?? []}
        proposesFor={isDeclined ? (group?.proposesFor ?? []) : []}
        personId={viewer.personId}
      />
    </PageWords>
  )
}
