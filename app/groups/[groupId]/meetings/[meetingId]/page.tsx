import { notFound, redirect } from 'next/navigation'
import { currentStep } from '#features/meetings/components/steps.ts'
import { loadMeetingHead } from '#features/meetings/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
}

/** Opens a meeting at the step that is current. */
export default async function MeetingPage({ params }: Props) {
  const { groupId, meetingId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/meetings/${meetingId}`)
  const head = await loadMeetingHead(viewer, groupId, meetingId)
  if (head === null) notFound()
  redirect(`/groups/${groupId}/meetings/${meetingId}/${currentStep(head)}`)
}
