import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { MeetingList } from '#features/meetings/components/meeting-list.tsx'
import { loadBeginning, loadMeetingList } from '#features/meetings/loaders.ts'
import { meetingListQuery } from '#features/meetings/schema.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('title') }
}

export default async function MeetingsPage({ params, searchParams }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/meetings`)
  const query = meetingListQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const [view, beginning] = await Promise.all([
    loadMeetingList(viewer, groupId, query.data),
    loadBeginning(viewer, groupId),
  ])
  if (view === null || beginning === null) notFound()
  const t = await getTranslations('meetings')
  const begins = beginning.kinds.length + beginning.proposesFor.length > 0
  const { when, page } = query.data
  // Where nothing is there yet, the list itself offers it.
  const isOffered = view.lines.length === 0 && when !== 'past' && page === 1
  return (
    <Prepared>
      <PageHeader
        title={t('title')}
        actions={
          begins &&
          !isOffered && (
            <ButtonLink variant="primary" href={`/groups/${groupId}/meetings/new`} icon={<Plus aria-hidden />}>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <MeetingList groupId={groupId} view={view} query={query.data} begins={begins} />
    </Prepared>
  )
}
