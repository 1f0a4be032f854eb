import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { PageWords } from '#components/text/page-words.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { windowOf, windowSize } from '#domain/text/window.ts'
import { loadAssignedMarks } from '#features/preparation/loaders.ts'
import { Findings } from '#features/texts/components/findings.tsx'
import { ReaderTools, readerHref } from '#features/texts/components/reader.tsx'
import { loadFindings, loadOrdinal, loadReading, loadTextHead } from '#features/texts/loaders.ts'
import { readerQuery } from '#features/texts/schema.ts'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { pageLanguage } from '#lib/words/page-language.ts'
import { sayIn } from '#lib/words/say.ts'
import { TextHeading } from './text-heading.tsx'
import { TextReading } from './text-reading.tsx'

interface Props {
  params: Promise<{ groupId: string; textId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Called as the text is; asks what the page asks, which is read once. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { groupId, textId } = await params
  const viewer = await currentViewer()
  const query = readerQuery.safeParse(await searchParams)
  if (viewer === null || !query.success) return {}
  const { from = 1, q } = query.data
  const view = await (q === undefined ? loadReading(viewer, textId, windowOf(from)) : loadFindings(viewer, textId, q))
  return view?.head.groupId === groupId ? { title: view.head.title } : {}
}

/** The reader. `?from=` opens a view, `?at=` goes to a reference as people write it, `?q=` finds words. */
export default async function TextPage({ params, searchParams }: Props) {
  const { groupId, textId } = await params
  const at = `/groups/${groupId}/texts/${textId}`
  const viewer = await requireViewer(at)
  const query = readerQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const { from = 1, at: typed, q, published } = query.data
  if (q !== undefined) {
    const findings = await loadFindings(viewer, textId, q)
    if (findings === null || findings.head.groupId !== groupId) notFound()
    return (
      <PageWords of={['texts.limits']}>
        <TextHeading head={findings.head} />
        <ReaderTools at={at} words={q} />
        <Findings view={findings} words={q} />
      </PageWords>
    )
  }
  const place = typed === undefined ? null : await loadOrdinal(viewer, textId, typed)
  if (place !== null && !isRefusal(place)) redirect(readerHref(groupId, textId, place.ordinal))
  const reading = await loadReading(viewer, textId, windowOf(from))
  if (reading === null) {
    const head = await loadTextHead(viewer, textId)
    if (head === null || head.groupId !== groupId) notFound()
    redirect(`${at}/import`)
  }
  const { head } = reading
  if (head.groupId !== groupId || reading.passages.length === 0) notFound()
  const { editionId, from: first, concordance } = reading
  const isAssigned = concordance.some(({ of }) => of === 'assignment')
  const marks = isAssigned ? await loadAssignedMarks(viewer, editionId, first, first + windowSize - 1) : []
  const refusal = place && sayIn(await pageLanguage(), 'refusals', place.refused)
  return (
    <PageWords of={['texts.limits', 'texts.quoting']}>
      <TextReading reading={reading} marks={marks} refusal={refusal} typed={typed} isNew={published === '1'} />
    </PageWords>
  )
}
