import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PrintsWhole } from '#components/actions/prints-whole.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { AdoptedNext } from '#features/conclusions/components/adopted-next.tsx'
import { ConclusionPage } from '#features/conclusions/components/conclusion-page.tsx'
import { loadConclusion, loadDifference } from '#features/conclusions/loaders.ts'
import { compared } from '#features/conclusions/schema.ts'
import { PassagesCited, PassagesElsewhere } from '#features/records/components/passages-cited.tsx'
import { PassagesInFull } from '#features/records/components/passages-in-full.tsx'
import { AdoptionHead } from '#features/records/components/record-head.tsx'
import { loadAdoption, loadCitedPassages } from '#features/records/loaders.ts'
import { CitationList } from '#features/texts/components/citation-list.tsx'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { settings } from '#lib/settings.ts'

interface Props {
  params: Promise<{ groupId: string; meetingId: string; conclusionId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meetingId, conclusionId } = await params
  const viewer = await currentViewer()
  const view = viewer && (await loadConclusion(viewer, conclusionId, meetingId))
  return view === null ? {} : { title: view.title }
}

/** One conclusion; `?from=1&to=2` compares two of its versions. */
export default async function OneConclusionPage({ params, searchParams }: Props) {
  const { groupId, meetingId, conclusionId } = await params
  const base = `/groups/${groupId}/meetings/${meetingId}/conclusions`
  const viewer = await requireViewer(`${base}/${conclusionId}`)
  const { passages, ...asked } = await searchParams
  const two = compared.safeParse(asked)
  const [view, difference] = await Promise.all([
    loadConclusion(viewer, conclusionId, meetingId),
    two.success ? loadDifference(viewer, conclusionId, two.data, meetingId) : null,
  ])
  if (view === null || view.meeting.id !== meetingId || view.groupId !== groupId) notFound()
  const isWhole = passages === 'whole'
  const isAdopted = view.state === 'adopted' || view.state === 'superseded'
  // A document holds its fingerprint and the passages; the entry of the record is told on the ordinary page.
  const head = isAdopted && !isWhole ? await loadAdoption(viewer, meetingId, conclusionId) : null
  const t = await getTranslations('conclusions.page')
  const { citations } = view
  return (
    <PageWords of={['conclusions.answer', 'conclusions.diff', 'conclusions.difference']}>
      <Prepared>
        <ConclusionPage
          view={view}
          base={base}
          difference={difference}
          adoption={
            head && (
              <>
                <AdoptionHead head={head} />
                <AdoptedNext view={view} />
              </>
            )
          }
          passages={
            citations.length === 0 ? null : (
              <CitationList groupId={groupId} citations={citations} label={t('passages')} isWholeBelow={isWhole} />
            )
          }
        />
        {citations.length > 0 && (
          <>
            <PassagesInFull params={{ conclusionId }} href={`${base}/${conclusionId}`} isWhole={isWhole} />
            <PrintsWhole whole={isWhole ? null : `${base}/${conclusionId}?passages=whole`} />
          </>
        )}
        {isWhole ? (
          <PassagesCited passages={await loadCitedPassages(viewer, citations)} />
        ) : (
          citations.length > 0 && (
            <PassagesElsewhere address={`${settings().baseUrl}${base}/${conclusionId}?passages=whole`} />
          )
        )}
      </Prepared>
    </PageWords>
  )
}
