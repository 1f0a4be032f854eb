import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Answer } from '#features/conclusions/components/answer.tsx'
import { loadConclusion } from '#features/conclusions/loaders.ts'
import { loadMeetingHead } from '#features/meetings/loaders.ts'
import { PassagesCited, PassagesElsewhere } from '#features/records/components/passages-cited.tsx'
import { RecordPage } from '#features/records/components/record-page.tsx'
import { RecordTitle } from '#features/records/components/record-title.tsx'
import { loadPassagesCited, loadRecord } from '#features/records/loaders.ts'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { settings } from '#lib/settings.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupId, meetingId } = await params
  const t = await getTranslations('records')
  const viewer = await currentViewer()
  if (viewer === null || (await loadMeetingHead(viewer, groupId, meetingId)) !== null) return { title: t('title') }
  const view = await loadRecord(viewer, meetingId)
  return { title: view === null ? t('title') : `${t('title')} · ${view.title}` }
}

/** Record: what happened, what was agreed, and the parties' agreement on that; `?passages=whole` as a document that stands alone. */
export default async function MeetingRecordPage({ params, searchParams }: Props) {
  const { groupId, meetingId } = await params
  const base = `/groups/${groupId}/meetings/${meetingId}/record`
  const viewer = await requireViewer(base)
  const [view, frame] = await Promise.all([loadRecord(viewer, meetingId), loadMeetingHead(viewer, groupId, meetingId)])
  if (view === null || view.groupId !== groupId) notFound()
  const { agreement } = view
  const stands = agreement?.state === 'put' || agreement?.state === 'ad-referendum'
  const isWhole = (await searchParams).passages === 'whole'
  const conclusion = stands && !isWhole ? await loadConclusion(viewer, agreement.id) : null
  const isAsked = conclusion?.can.consent || conclusion?.can['bring-word']
  return (
    <>
      {frame === null && <RecordTitle view={view} />}
      <RecordPage
        view={view}
        base={base}
        answer={
          isAsked ? (
            <PageWords of={['conclusions.answer', 'conclusions.diff', 'conclusions.difference']}>
              <Prepared>
                <Answer view={conclusion} />
              </Prepared>
            </PageWords>
          ) : null
        }
        passages={
          isWhole ? (
            <PassagesCited passages={await loadPassagesCited(viewer, view)} />
          ) : (
            <PassagesElsewhere address={`${settings().baseUrl}${base}?passages=whole`} />
          )
        }
      />
    </>
  )
}
