import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Prepared } from '#components/markup/prepared.tsx'
import { loadGroupShell } from '#features/groups/loaders.ts'
import { MeetingHeader } from '#features/meetings/components/meeting-header.tsx'
import { loadMeetingHead } from '#features/meetings/loaders.ts'
import { currentViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
  children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupId, meetingId } = await params
  const viewer = await currentViewer()
  const [head, group] = viewer
    ? await Promise.all([loadMeetingHead(viewer, groupId, meetingId), loadGroupShell(viewer, groupId)])
    : [null, null]
  if (head === null || group === null) return {}
  // A template of its own: that of the group no longer holds below a layout that has a title.
  return { title: { default: head.title, template: `%s · ${head.title} · ${group.name}` } }
}

/**
 * The frame of a meeting: its name, its time, its parties, and the five steps. It is no wall: every step proves its own scope.
 * Whoever does not know of the meeting itself may still read minutes that its parties share with the group.
 */
export default async function MeetingLayout({ params, children }: Props) {
  const { groupId, meetingId } = await params
  const viewer = await currentViewer()
  const head = viewer && (await loadMeetingHead(viewer, groupId, meetingId))
  if (head === null) return children
  return (
    <>
      <Prepared>
        <MeetingHeader groupId={groupId} head={head} />
      </Prepared>
      <div className="pt-1 md:pt-2">{children}</div>
    </>
  )
}
