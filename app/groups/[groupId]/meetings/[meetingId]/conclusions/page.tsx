import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { ConclusionList } from '#features/conclusions/components/conclusion-list.tsx'
import { loadMeetingConclusions } from '#features/conclusions/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('conclusions'))('title') }
}

/** Conclusions: what the parties understand alike, hold together, will do, or differ on. */
export default async function ConclusionsPage({ params }: Props) {
  const { groupId, meetingId } = await params
  const base = `/groups/${groupId}/meetings/${meetingId}/conclusions`
  const viewer = await requireViewer(base)
  const list = await loadMeetingConclusions(viewer, meetingId)
  if (list === null || list.meeting.groupId !== groupId) notFound()
  return (
    <Prepared>
      <div className="pt-6">
        <ConclusionList list={list} base={base} />
      </div>
    </Prepared>
  )
}
