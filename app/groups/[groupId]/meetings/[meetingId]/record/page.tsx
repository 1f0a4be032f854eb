import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Answer } from '#features/conclusions/components/answer.tsx'
import { loadConclusion } from '#features/conclusions/loaders.ts'
import { RecordPage } from '#features/records/components/record-page.tsx'
import { loadRecord } from '#features/records/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records'))('title') }
}

/** Record: what happened, what was agreed, and the parties' agreement on that. */
export default async function MeetingRecordPage({ params }: Props) {
  const { groupId, meetingId } = await params
  const base = `/groups/${groupId}/meetings/${meetingId}/record`
  const viewer = await requireViewer(base)
  const view = await loadRecord(viewer, meetingId)
  if (view === null || view.groupId !== groupId) notFound()
  const { agreement } = view
  const stands = agreement?.outcome === 'put' || agreement?.outcome === 'ad-referendum'
  const conclusion = stands ? await loadConclusion(viewer, agreement.id) : null
  const isAsked = conclusion?.can.consent || conclusion?.can['bring-word']
  return <RecordPage view={view} base={base} answer={isAsked ? <Answer view={conclusion} /> : null} />
}
