import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageWords } from '#components/text/page-words.tsx'
import { CheckStored } from '#features/records/components/check-stored.tsx'
import { EntriesTable } from '#features/records/components/entries-table.tsx'
import { RecordTabs } from '#features/records/components/record-page.tsx'
import { loadEntries } from '#features/records/loaders.ts'
import { entryFilter } from '#features/records/schema.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records.entries'))('caption') }
}

/** Every entry of the record at its place in the chain. */
export default async function RecordEntriesPage({ params, searchParams }: Props) {
  const { groupId, meetingId } = await params
  const base = `/groups/${groupId}/meetings/${meetingId}/record`
  const viewer = await requireViewer(`${base}/entries`)
  const filter = entryFilter.safeParse(await searchParams)
  const page = await loadEntries(viewer, meetingId, filter.data?.page ?? 1)
  if (page === null || page.groupId !== groupId) notFound()
  return (
    <PageWords of={['records.fault', 'records.verify', 'records.wrong']}>
      <div className="pt-6">
        <RecordTabs base={base} current={`${base}/entries`} />
        {page.total > 0 && <CheckStored meetingId={meetingId} />}
        <EntriesTable page={page} base={`${base}/entries`} />
      </div>
    </PageWords>
  )
}
