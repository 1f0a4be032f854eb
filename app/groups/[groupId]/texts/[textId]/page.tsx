import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { partsFrom } from '#domain/text/window.ts'
import { Findings } from '#features/texts/components/findings.tsx'
import { readerHref } from '#features/texts/components/passage-href.ts'
import { ReaderTools } from '#features/texts/components/reader-tools.tsx'
import { loadFindings, loadOrdinal, loadReading, loadTextHead } from '#features/texts/loaders.ts'
import { readerQuery } from '#features/texts/schema.ts'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { pageLanguage } from '#lib/words/page-language.ts'
import { sayIn } from '#lib/words/say.ts'
import { marksOn } from './margin.tsx'
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
  const { from = 1, to = from, q } = query.data
  const span = partsFrom(from, to)
  const view = await (q === undefined
    ? loadReading(viewer, textId, span.from, span.to)
    : loadFindings(viewer, textId, q))
  return view?.head.groupId === groupId ? { title: view.head.title } : {}
}

/** The reader. `?from=` opens a part, `?to=` those up to another, `?at=` goes to a reference as people write it, `?q=` finds words. */
export default async function TextPage({ params, searchParams }: Props) {
  const { groupId, textId } = await params
  const at = `/groups/${groupId}/texts/${textId}`
  const viewer = await requireViewer(at)
  const query = readerQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const { from = 1, to = from, at: typed, q, published } = query.data
  if (q !== undefined) {
    const findings = await loadFindings(viewer, textId, q)
    if (findings === null || findings.head.groupId !== groupId) notFound()
    return (
      <PageWords of={['texts.limits']}>
        <TextHeading head={findings.head} />
        <Prepared>
          <ReaderTools at={at} words={q} />
          <Findings view={findings} words={q} />
        </Prepared>
      </PageWords>
    )
  }
  const place = typed === undefined ? null : await loadOrdinal(viewer, textId, typed)
  if (place !== null && !isRefusal(place)) redirect(readerHref(groupId, textId, place.ordinal))
  const span = partsFrom(from, to)
  const reading = await loadReading(viewer, textId, span.from, span.to)
  if (reading === null) {
    const head = await loadTextHead(viewer, textId)
    if (head === null || head.groupId !== groupId) notFound()
    redirect(`${at}/import`)
  }
  const { head } = reading
  if (head.groupId !== groupId || reading.passages.length === 0) notFound()
  const marks = await marksOn(viewer, reading)
  const refusal = place && sayIn(await pageLanguage(), 'refusals', place.refused)
  return (
    <PageWords of={['texts.limits', 'texts.quoting', 'texts.readingOn']}>
      <TextReading reading={reading} marks={marks} refusal={refusal} typed={typed} isNew={published === '1'} />
    </PageWords>
  )
}
