import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { Breadcrumb } from '#components/breadcrumb.tsx'
import { ButtonLink } from '#components/button.tsx'
import { PageHeader } from '#components/page-header.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { windowOf, windowSize } from '#domain/text/window.ts'
import { AssignedMark } from '#features/preparation/components/assigned-mark.tsx'
import { loadAssignedMarks } from '#features/preparation/loaders.ts'
import { Findings } from '#features/texts/components/findings.tsx'
import { HappenedMarks, happenedAt } from '#features/texts/components/happened-marks.tsx'
import { LimitsDialog } from '#features/texts/components/limits-dialog.tsx'
import { assignHref } from '#features/texts/components/passage-href.ts'
import { Reader, type ReaderProps, ReaderTools, readerHref } from '#features/texts/components/reader.tsx'
import { SelectionBar } from '#features/texts/components/selection-bar.tsx'
import { loadFindings, loadOrdinal, loadReading, loadTextHead, type Reading } from '#features/texts/loaders.ts'
import type { TextHead } from '#features/texts/queries/head.ts'
import { readerQuery } from '#features/texts/schema.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { settings } from '#lib/settings.ts'
import { say } from '#lib/words/say.ts'

interface Props {
  params: Promise<{ groupId: string; textId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('title') }
}

/** The reader. `?from=` opens a view, `?at=` goes to a reference as people write it, `?q=` finds words. */
export default async function TextPage({ params, searchParams }: Props) {
  const { groupId, textId } = await params
  const at = `/groups/${groupId}/texts/${textId}`
  const viewer = await requireViewer(at)
  const query = readerQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const { from = 1, at: typed, q } = query.data
  if (q !== undefined) {
    const findings = await loadFindings(viewer, textId, q)
    if (findings === null || findings.head.groupId !== groupId) notFound()
    return (
      <>
        <Head head={findings.head} />
        <ReaderTools at={at} words={q} />
        <Findings view={findings} words={q} />
      </>
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
  const marks = await loadAssignedMarks(viewer, reading.editionId, reading.from, reading.from + windowSize - 1)
  const { copyQuote, toWords, wordsOf } = (await getMessages()).texts.reader
  return (
    <>
      <Head head={head} />
      <ReaderTools
        at={at}
        contents={{ groupId, textId, lines: reading.contents }}
        refusal={place && say('refusals', place.refused)}
      />
      <Reader reading={reading} {...marginOf(reading, marks)} />
      <SelectionBar
        groupId={groupId}
        textId={textId}
        title={head.title}
        baseUrl={settings().baseUrl}
        words={{ copyQuote, toWords, wordsOf }}
        {...(head.can.assign && { assign: (await getTranslations('preparation'))('assign') })}
      />
    </>
  )
}

type Marks = Awaited<ReturnType<typeof loadAssignedMarks>>

/**
 * Beside each passage, what the viewer is to do with it and what happened to it: where it begins, or at the first passage that
 * this view shows of it. Without anything there is no margin.
 */
function marginOf({ head, from, happened }: Reading, marks: Marks): Pick<ReaderProps, 'renderMargin'> {
  if (marks.length === 0 && happened.length === 0) return {}
  const renderMargin = ({ ordinal }: { ordinal: number }) => {
    const tasks = marks.filter(({ first }) => Math.max(first, from) === ordinal)
    const events = happenedAt(happened, ordinal, from)
    if (tasks.length === 0 && events.length === 0) return null
    return (
      <div className="grid gap-3">
        {tasks.map(({ assignment, first }) => (
          <AssignedMark key={`${assignment.id} ${first}`} assignment={assignment} />
        ))}
        {events.length > 0 && (
          <HappenedMarks groupId={head.groupId} textId={head.id} ordinal={ordinal} happened={events} />
        )}
      </div>
    )
  }
  return { renderMargin }
}

async function Head({ head }: { head: TextHead }) {
  const t = await getTranslations('texts')
  const { limits, limitsTitle, limitsMeans, limitsParties, limitsNoParties, save } = (await getMessages()).texts.reader
  const texts = `/groups/${head.groupId}/texts`
  return (
    <PageHeader
      title={<bdi className="text-2xl">{head.title}</bdi>}
      above={<Breadcrumb label={t('way')} trail={[{ href: texts, label: t('title') }]} />}
      meta={head.edition && <span>{t('passages', { count: head.edition.passageCount })}</span>}
      actions={
        (head.can.assign || head.can.manage) && (
          <>
            {head.can.assign && (
              <ButtonLink href={assignHref(head.groupId, head.id)}>
                {(await getTranslations('preparation'))('assign')}
              </ButtonLink>
            )}
            {head.can.manage && head.hasDraft && (
              <ButtonLink href={`${texts}/${head.id}/import`}>{t('reader.toDraft')}</ButtonLink>
            )}
            {head.can.manage && (
              <LimitsDialog
                textId={head.id}
                words={{ limits, limitsTitle, limitsMeans, limitsParties, limitsNoParties, save }}
              />
            )}
          </>
        )
      }
    />
  )
}
