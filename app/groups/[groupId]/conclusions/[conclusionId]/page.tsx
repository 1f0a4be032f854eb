import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { SharedConclusion } from '#features/conclusions/components/shared-conclusion.tsx'
import { loadSharedConclusion } from '#features/conclusions/loaders.ts'
import { PassagesCited, PassagesElsewhere } from '#features/records/components/passages-cited.tsx'
import { PassagesInFull } from '#features/records/components/passages-in-full.tsx'
import { loadCitedPassages } from '#features/records/loaders.ts'
import { CitationList } from '#features/texts/components/citation-list.tsx'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { settings } from '#lib/settings.ts'

interface Props {
  params: Promise<{ groupId: string; conclusionId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { conclusionId } = await params
  const viewer = await currentViewer()
  const view = viewer && (await loadSharedConclusion(viewer, conclusionId))
  return view === null ? {} : { title: view.title }
}

/** A conclusion that its parties share with the group. */
export default async function SharedConclusionPage({ params, searchParams }: Props) {
  const { groupId, conclusionId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/conclusions/${conclusionId}`)
  const view = await loadSharedConclusion(viewer, conclusionId)
  if (view === null || view.groupId !== groupId) notFound()
  const t = await getTranslations('conclusions.page')
  const { citations } = view
  const at = `/groups/${groupId}/conclusions/${conclusionId}`
  const isWhole = (await searchParams).passages === 'whole'
  return (
    <Prepared>
      <SharedConclusion
        view={view}
        passages={
          citations.length === 0 ? null : <CitationList groupId={groupId} citations={citations} label={t('passages')} />
        }
      />
      {citations.length > 0 && <PassagesInFull params={{ conclusionId }} href={at} isWhole={isWhole} />}
      {isWhole ? (
        <PassagesCited passages={await loadCitedPassages(viewer, citations)} />
      ) : (
        citations.length > 0 && <PassagesElsewhere address={`${settings().baseUrl}${at}?passages=whole`} />
      )}
    </Prepared>
  )
}
