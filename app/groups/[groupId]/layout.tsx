import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageWords } from '#components/text/page-words.tsx'
import { loadGroupShell } from '#features/groups/loaders.ts'
import { currentViewer } from '#lib/auth/viewer.ts'
import { touringOf } from '../../demo-banner.tsx'
import { GroupFrame } from './group-frame.tsx'

interface Props {
  params: Promise<{ groupId: string }>
  children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupId } = await params
  const viewer = await currentViewer()
  const group = viewer && (await loadGroupShell(viewer, groupId))
  return group ? { title: { default: group.name, template: `%s · ${group.name}` } } : {}
}

/** The frame of a group: where am I, where can I go. It is no wall: every page proves its own scope. */
export default async function GroupLayout({ params, children }: Props) {
  const { groupId } = await params
  const viewer = await currentViewer()
  // The page sends whoever is not signed in to sign in, and back to itself: only it knows its own path.
  if (viewer === null) return children
  const group = await loadGroupShell(viewer, groupId)
  if (group === null) notFound()
  return (
    <PageWords of={['components.forms', 'groups.menu']}>
      <GroupFrame group={group} touring={group.mayLook ? await touringOf(viewer, groupId) : undefined}>
        {children}
      </GroupFrame>
    </PageWords>
  )
}
