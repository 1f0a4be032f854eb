import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { isRefusal } from '#domain/refusal.ts'
import { AssignHomework } from '#features/preparation/components/assign-homework.tsx'
import { loadAssigning } from '#features/preparation/loaders.ts'
import { passageHref, readerHref } from '#features/texts/components/passage-href.ts'
import { citing, citingWords } from '#features/texts/components/picked.ts'
import { loadPassage } from '#features/texts/loaders.ts'
import { assignQuery } from '#features/texts/schema.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { AssignWithPassages } from '../../../assign-with-passages.tsx'

interface Props {
  params: Promise<{ groupId: string; textId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('preparation'))('assign') }
}

/** Homework on a text outside any meeting. `?first=` begins with a passage, `&start=&end=` with words of it. */
export default async function AssignPage({ params, searchParams }: Props) {
  const { groupId, textId } = await params
  const texts = `/groups/${groupId}/texts`
  const viewer = await requireViewer(`${texts}/${textId}/assign`)
  const query = assignQuery.safeParse(await searchParams)
  const { first = 1, start = Number.NaN, end = Number.NaN } = query.success ? query.data : {}
  const [view, place] = await Promise.all([loadAssigning(viewer, textId), loadPassage(viewer, textId, first)])
  if (view === null || place === null || view.groupId !== groupId) notFound()
  const t = await getTranslations('preparation')
  const { head, passage } = place
  const from = { textId, textTitle: head.title, editionId: head.edition?.id ?? '' }
  const words = citingWords(from, passage, [start, end])
  const isChosen = query.success && query.data.first !== undefined
  const chosen = isChosen ? [isRefusal(words) ? citing(from, passage) : words] : []
  const trail = [
    { href: texts, label: (await getTranslations('texts'))('title') },
    { href: readerHref(groupId, textId, first), label: head.title },
  ]
  return (
    <PageWords of={['preparation.form', 'texts.picker']}>
      <Prepared>
        <PageHeader
          title={t('assign')}
          above={<Breadcrumb label={(await getTranslations('texts'))('way')} trail={trail} />}
          asked={t('assignOnMeans')}
        />
        {view.assigning.length === 0 ? (
          <EmptyState title={t('noParties')}>{t('noPartiesMeans')}</EmptyState>
        ) : (
          <AssignHomework
            groupId={groupId}
            meetingId={null}
            assigning={view.assigning}
            items={[]}
            citations={chosen}
            renderForm={(form) => <AssignWithPassages {...form} />}
            then={isChosen ? passageHref(groupId, textId, { first }) : readerHref(groupId, textId, 1)}
          />
        )}
      </Prepared>
    </PageWords>
  )
}
