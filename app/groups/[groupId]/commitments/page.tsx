import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { Commitments } from '#features/conclusions/components/commitments-page.tsx'
import { loadCommitments } from '#features/conclusions/loaders.ts'
import { commitmentFilter } from '#features/conclusions/schema.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { addressWithoutEmpty } from '../without-empty.ts'

interface Props {
  params: Promise<{ groupId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments'))('title') }
}

/** Who does what by when, across the meetings of a group. */
export default async function CommitmentsPage({ params, searchParams }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/commitments`)
  const sent = await searchParams
  const shorter = addressWithoutEmpty(`/groups/${groupId}/commitments`, sent)
  if (shorter !== null) redirect(shorter)
  const asked = commitmentFilter.safeParse(sent)
  if (!asked.success) notFound()
  const view = await loadCommitments(viewer, groupId, asked.data)
  if (view === null) notFound()
  return (
    <Prepared>
      <Commitments groupId={groupId} view={view} filter={asked.data} />
    </Prepared>
  )
}
