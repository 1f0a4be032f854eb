import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { KeptMarkup } from '#components/markup/kept-markup.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { partsFrom, printedFrom } from '#domain/text/window.ts'
import { PrintedText } from '#features/texts/components/printed-text.tsx'
import { usePartsOf } from '#features/texts/components/reader-parts.tsx'
import { loadPrinted, loadReadingOn, type PartsView } from '#features/texts/loaders.ts'
import { passagesQuery } from '#features/texts/schema.ts'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { type Marks, marginOf, marksOn } from '../../../../../../groups/[groupId]/texts/[textId]/margin.tsx'

interface Props {
  params: Promise<{ groupId: string; textId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Of what is printed alone; asks what the page asks, which is read once. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { groupId, textId } = await params
  const viewer = await currentViewer()
  const query = passagesQuery.safeParse(await searchParams)
  if (viewer === null || !query.success || query.data.part !== undefined) return {}
  const { from, to } = printedFrom(query.data.from ?? 1)
  const printed = await loadPrinted(viewer, textId, from, to)
  return printed?.head.groupId === groupId ? { title: printed.head.title } : {}
}

/**
 * The passages of a text by themselves, without the frame of the group: to be printed, at most so many on one page (`?from=`); or the
 * parts that a reader who reads on takes from here (`?part=`, `?to=`), with what stands beside them.
 */
export default async function PassagesPage({ params, searchParams }: Props) {
  const { groupId, textId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/texts/${textId}`)
  const query = passagesQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const { part, to = part, from = 1 } = query.data
  if (part !== undefined) {
    const span = partsFrom(part, to ?? part)
    const parts = await loadReadingOn(viewer, textId, span.from, span.to)
    if (parts === null || parts.head.groupId !== groupId) notFound()
    return <Parts parts={parts} marks={await marksOn(viewer, parts)} />
  }
  const span = printedFrom(from)
  const printed = await loadPrinted(viewer, textId, span.from, span.to)
  if (printed === null || printed.head.groupId !== groupId || printed.passages.length === 0) notFound()
  return (
    <Prepared>
      <PrintedText view={printed} />
    </Prepared>
  )
}

function Parts({ parts, marks }: { readonly parts: PartsView; readonly marks: Marks }) {
  const t = useTranslations('texts.readingOn')
  const { from, passages, total } = parts
  const to = passages.at(-1)?.ordinal ?? from
  return (
    <main>
      <h1 className="sr-only">
        <bdi>{parts.head.title}</bdi>
      </h1>
      <h2 className="sr-only">{t('showing', { from, to, total })}</h2>
      {usePartsOf(parts, marginOf(parts, marks)).map(({ from, to, ...said }) => (
        <KeptMarkup key={from} as="div" attributes={{ 'data-part': from, 'data-to': to }} {...said} />
      ))}
    </main>
  )
}
