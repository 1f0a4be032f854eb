import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { DeletionSheet } from '#features/groups/components/deletion-sheet.tsx'
import { loadDeletion } from '#features/groups/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('deletionTitle') }
}

/** What becomes of a group whose deletion is announced, for everybody in it. */
export default async function DeletionPage({ params }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/deletion`)
  const deletion = await loadDeletion(viewer, groupId)
  if (deletion === null) notFound()
  return (
    <Prepared>
      <DeletionSheet deletion={deletion} />
    </Prepared>
  )
}
