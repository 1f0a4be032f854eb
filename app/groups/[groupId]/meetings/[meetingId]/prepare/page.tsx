import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Term } from '#components/text/term.tsx'
import type { MeetingState } from '#domain/meeting/meeting.ts'
import { AssignSection } from '#features/preparation/components/assign-section.tsx'
import { HomeworkList } from '#features/preparation/components/homework-list.tsx'
import { Readiness } from '#features/preparation/components/readiness.tsx'
import { loadPreparation } from '#features/preparation/loaders.ts'
import type { PreparationView } from '#features/preparation/views.ts'
import { CitationList } from '#features/texts/components/citation-list.tsx'
import { requireViewer } from '#lib/auth/viewer.ts'
import type { CitationView } from '#store/citation/read.ts'
import { AssignWithPassages } from '../../../assign-with-passages.tsx'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.steps'))('prepare') }
}

/** Prepare: homework first (M1). What I have to do, what was given, and how far each party is. `?item=` begins with homework for an item. */
export default async function PreparePage({ params, searchParams }: Props) {
  const { groupId, meetingId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/meetings/${meetingId}/prepare`)
  const view = await loadPreparation(viewer, meetingId)
  if (view === null || view.groupId !== groupId) notFound()
  const t = await getTranslations('preparation')
  const { item: wanted } = await searchParams
  const item = view.items.find(({ id }) => id === wanted)
  const renderPassages = (citations: readonly CitationView[]) => (
    <CitationList groupId={groupId} citations={citations} label={t('form.passages')} />
  )
  const { assignments, viewerZone: zone, parties } = view
  const mine = assignments.filter(({ mine: asked, done }) => asked && !done)
  const others = assignments.filter(({ mine: asked, done }) => !asked && !done)
  const given = others.filter((assignment) => !assignment.inside)
  const inside = others.filter((assignment) => assignment.inside)
  const done = assignments.filter((assignment) => assignment.done)
  const isDone = done.some((one) => one.mine)
  const next = stepAfter(view.state, `/groups/${groupId}/meetings/${meetingId}`)
  const asked = parties.filter(({ assigned }) => assigned > 0)
  const isPrepared = asked.length > 0 && asked.every(({ done: ready, assigned }) => ready === assigned)
  const works = parties.some((party) => party.mine)
  const isFirst = assignments.length === 0
  return (
    <PageWords of={['preparation.form', 'texts.picker']}>
      <Prepared>
        <div className="grid gap-x-14 pt-3 md:pt-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,26rem)]">
          <div className="min-w-0">
            {item !== undefined && <Assigning view={view} itemId={item.id} />}
            {works && (
              <Section title={<Term of="homework">{t('mine')}</Term>}>
                {mine.length === 0 ? (
                  <EmptyState
                    title={t(isDone ? 'mineAllDone' : 'mineNone')}
                    headingLevel={3}
                    action={isDone && <ButtonLink href={next.href}>{t(next.label)}</ButtonLink>}
                  >
                    {t(isDone ? 'mineAllDoneMeans' : 'mineNoneMeans')}
                  </EmptyState>
                ) : (
                  <HomeworkList label={t('mine')} assignments={mine} {...{ zone, renderPassages }} />
                )}
              </Section>
            )}
            {!works && assignments.length === 0 && (
              <EmptyState
                title={t('none')}
                action={view.assigning.length > 0 && <ButtonLink href="#assign">{t('assign')}</ButtonLink>}
              >
                {t(view.assigning.length > 0 ? 'noneMeans' : 'noneReader')}
              </EmptyState>
            )}
            {item === undefined && isFirst && <Assigning view={view} itemId={null} />}
            {given.length > 0 && (
              <Section title={t('given')}>
                <HomeworkList label={t('given')} assignments={given} {...{ zone, renderPassages }} />
              </Section>
            )}
            {inside.length > 0 && (
              <Section title={t('givenInside')}>
                <HomeworkList label={t('givenInside')} assignments={inside} {...{ zone, renderPassages }} />
              </Section>
            )}
            {done.length > 0 && (
              <Section title={t('doneTitle')}>
                <HomeworkList label={t('doneTitle')} assignments={done} {...{ zone, renderPassages }} />
              </Section>
            )}
          </div>
          <div className="min-w-0">
            <Section id="readiness" title={<Term of="readiness">{t('readiness')}</Term>}>
              <p className="mb-3 text-sm text-soft">{t('readinessMeans')}</p>
              <Readiness parties={parties} />
              {isPrepared && view.assigning.length > 0 && (
                <p className="mt-4">
                  {t('allPrepared')} <TextLink href={next.href}>{t(next.label)}</TextLink>
                </p>
              )}
            </Section>
            {item === undefined && !isFirst && <Assigning view={view} itemId={null} />}
          </div>
        </div>
      </Prepared>
    </PageWords>
  )
}

/** Where a meeting goes on once everything is prepared for it. */
function stepAfter(state: MeetingState, at: string) {
  return state === 'draft'
    ? ({ href: `${at}/plan`, label: 'toPlan' } as const)
    : ({ href: `${at}/floor`, label: 'toFloor' } as const)
}

/** Giving homework, for those who may; nothing for everybody else. */
function Assigning({ view, itemId }: { readonly view: PreparationView; readonly itemId: string | null }) {
  if (view.assigning.length === 0) return null
  return <AssignSection view={view} itemId={itemId} renderForm={(form) => <AssignWithPassages {...form} />} />
}
