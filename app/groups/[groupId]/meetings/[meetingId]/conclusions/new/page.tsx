import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageWords } from '#components/text/page-words.tsx'
import { writtenKinds } from '#domain/conclusion/conclusion.ts'
import { responsibleIn, rowsOf } from '#features/conclusions/components/drafting.ts'
import { loadConclusion, loadDrafting } from '#features/conclusions/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { DraftWithPassages } from '../draft-with-passages.tsx'

interface Props {
  params: Promise<{ groupId: string; meetingId: string }>
  searchParams: Promise<{ item?: string; from?: string; replaces?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('conclusions.form'))('newTitle') }
}

/** A new draft; from a declined or lapsed wording, or to replace what was adopted. */
export default async function NewConclusionPage({ params, searchParams }: Props) {
  const { groupId, meetingId } = await params
  const { item, from, replaces } = await searchParams
  const base = `/groups/${groupId}/meetings/${meetingId}/conclusions`
  const viewer = await requireViewer(`${base}/new`)
  const source = from ?? replaces
  const [view, before] = await Promise.all([
    loadDrafting(viewer, meetingId, source === undefined ? (item ?? null) : null),
    source === undefined ? null : loadConclusion(viewer, source),
  ])
  if (view === null || view.meeting.groupId !== groupId || !view.can.open) notFound()
  if (source !== undefined && before === null) notFound()
  const t = await getTranslations('conclusions')
  const terms = await getTranslations('terms')
  const possible = writtenKinds.filter((kind) => kind !== 'resolution' || view.meeting.kind === 'multilateral')
  const kind = possible.find((one) => one === (before?.kind ?? view.begun?.kind)) ?? 'common-understanding'
  return (
    <PageWords of={['conclusions.diff', 'conclusions.difference', 'conclusions.form', 'texts.picker']}>
      <div className="grid gap-6 pt-3 md:pt-6" data-foremost>
        <h2 className="text-3xl font-medium">{t('form.newTitle')}</h2>
        <DraftWithPassages
          groupId={groupId}
          base={base}
          draft={{
            meetingId,
            title: before?.title ?? '',
            kind,
            kinds: possible.map((value) => ({ value, label: `${t(`kind.${value}`)}: ${terms(`${value}.meaning`)}` })),
            itemId: item ?? before?.item?.id ?? '',
            items: view.items.map(({ id, title, citations }) => ({ value: id, label: title, citations })),
            originId: from ?? null,
            supersedesId: replaces ?? '',
            supersedable: view.supersedable.map(({ id, title }) => ({ value: id, label: title })),
          }}
          wording={before?.wording ?? ''}
          citations={before?.citations ?? view.begun?.citations ?? []}
          commitments={rowsOf(before?.commitments ?? [])}
          responsible={responsibleIn(view.parties)}
        />
      </div>
    </PageWords>
  )
}
