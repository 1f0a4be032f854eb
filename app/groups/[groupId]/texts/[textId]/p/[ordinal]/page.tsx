import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { CopyButton } from '#components/actions/copy-button.tsx'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Term } from '#components/text/term.tsx'
import { shownReference, titleReference } from '#domain/text/reference.ts'
import { hrefOfFound, typedReference } from '#features/conclusions/views/found-address.ts'
import { loadGroupShell } from '#features/groups/loaders.ts'
import { HomeworkList } from '#features/preparation/components/homework-list.tsx'
import { loadAssignmentsOf } from '#features/preparation/loaders.ts'
import { CitationList } from '#features/texts/components/citation-list.tsx'
import { CitedPassage, markedBy, PassagesAround, PassageTurning } from '#features/texts/components/cited-passage.tsx'
import { assignHref, readerHref } from '#features/texts/components/passage-href.ts'
import { QuoteSection } from '#features/texts/components/quote-section.tsx'
import { loadPassage } from '#features/texts/loaders.ts'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { settings } from '#lib/settings.ts'
import { WhatHappened } from './what-happened.tsx'

interface Props {
  params: Promise<{ groupId: string; textId: string; ordinal: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupId, textId, ordinal } = await params
  const viewer = await currentViewer()
  const view = viewer && (await loadPassage(viewer, textId, Number(ordinal)))
  if (view?.head.groupId !== groupId) return {}
  const { passage, head } = view
  return { title: passage.reference === titleReference ? head.title : `${passage.reference} · ${head.title}` }
}

/** A passage, beside it everything that happened to it as far as the viewer may know, and below what stands around it. */
export default async function PassagePage({ params, searchParams }: Props) {
  const { groupId, textId, ordinal } = await params
  const texts = `/groups/${groupId}/texts`
  const viewer = await requireViewer(`${texts}/${textId}/p/${ordinal}`)
  const view = /^\d{1,7}$/.test(ordinal) ? await loadPassage(viewer, textId, Number(ordinal)) : null
  if (view === null || view.head.groupId !== groupId) notFound()
  const { start, end } = await searchParams
  const { head, passage } = view
  const called = shownReference(passage.reference, passage.text)
  const marked = markedBy(passage.text, start, end)
  const t = await getTranslations('texts')
  const assign = head.can.assign ? (await getTranslations('preparation'))('assign') : undefined
  const quote = marked === null ? undefined : { start: marked[0], end: marked[1] }
  const [group, assignments] = await Promise.all([
    loadGroupShell(viewer, groupId),
    head.edition ? loadAssignmentsOf(viewer, { editionId: head.edition.id, ordinal: passage.ordinal }) : [],
  ])
  const zone = group?.viewerZone ?? 'UTC'
  // What waits for the reader comes before the words: what is asked, by when, and the act.
  const asked = assignments.filter(({ mine, done }) => mine && !done)
  const { baseUrl } = settings()
  const link = `${baseUrl}${texts}/${textId}/p/${ordinal}`
  const trail = [
    { href: texts, label: t('title') },
    { href: readerHref(groupId, textId, passage.ordinal), label: head.title },
  ]
  return (
    <PageWords of={['texts.quoting']}>
      <Prepared>
        <PageHeader
          title={
            <Term of={passage.reference === titleReference ? null : 'reference'}>
              <bdi>{called}</bdi>
            </Term>
          }
          above={<Breadcrumb label={t('way')} trail={trail} />}
        />
        <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,21rem)] lg:grid-rows-[auto_1fr]">
          <div className="min-w-0">
            {asked.length > 0 && (
              <Section title={<Term of="homework">{(await getTranslations('preparation'))('mine')}</Term>}>
                <HomeworkList
                  label={(await getTranslations('preparation'))('mine')}
                  assignments={asked}
                  zone={zone}
                  renderPassages={(citations) => <CitationList groupId={groupId} citations={citations} />}
                />
              </Section>
            )}
            <CitedPassage view={view} marked={marked} />
            <div className="print:hidden flex flex-wrap items-center gap-3 pt-4 pb-8">
              <QuoteSection
                groupId={groupId}
                textId={textId}
                title={head.title}
                baseUrl={baseUrl}
                passage={{ ordinal: passage.ordinal, reference: called, text: passage.text }}
                assign={assign}
              />
              {assign && (
                <ButtonLink size="small" href={assignHref(groupId, textId, { first: passage.ordinal, quote })}>
                  {assign}
                </ButtonLink>
              )}
              <CopyButton
                label={t('reader.copyReference')}
                text={`${head.title}${passage.reference === titleReference ? '' : `, ${called}`}\n${link}`}
              />
              <PassageTurning view={view} />
            </div>
          </div>
          <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            {head.edition && (
              <WhatHappened
                viewer={viewer}
                groupId={groupId}
                passage={{ editionId: head.edition.id, ordinal: passage.ordinal }}
                assignments={assignments.filter((one) => !asked.includes(one))}
                zone={zone}
              />
            )}
            <p className="print:hidden mb-8">
              <TextLink href={hrefOfFound(groupId, { text: textId, passage: typedReference(passage.reference) })}>
                {(await getTranslations('conclusions.found'))('allHere')}
              </TextLink>
            </p>
          </div>
          <div className="min-w-0">
            <PassagesAround view={view} />
          </div>
        </div>
      </Prepared>
    </PageWords>
  )
}
