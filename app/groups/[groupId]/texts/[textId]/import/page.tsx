import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { DraftPreview, PublishDraft } from '#features/texts/components/draft-preview.tsx'
import { loadDraft, loadTextHead } from '#features/texts/loaders.ts'
import { draftQuery } from '#features/texts/schema.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string; textId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('draft') }
}

/** The preview of an imported text. Once it is published, the text itself. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { groupId, textId } = await params
  const texts = `/groups/${groupId}/texts`
  const viewer = await requireViewer(`${texts}/${textId}/import`)
  const query = draftQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const { page, only = null } = query.data
  const draft = await loadDraft(viewer, textId, { page, only })
  if (draft === null) {
    const head = await loadTextHead(viewer, textId)
    if (head === null || head.groupId !== groupId) notFound()
    redirect(`${texts}/${textId}`)
  }
  if (draft.groupId !== groupId) notFound()
  const t = await getTranslations('texts')
  return (
    <PageWords of={['texts.about', 'texts.editor', 'texts.kind', 'texts.suspect']}>
      <PageHeader
        title={<bdi>{draft.title}</bdi>}
        above={<Breadcrumb label={t('way')} trail={[{ href: texts, label: t('title') }]} />}
        asked={t('draftPage.asked')}
        meta={
          <>
            <span>{t('draftPage.keptOf', { kept: draft.kept, total: draft.total })}</span>
            <span>{t('draftPage.numbers')}</span>
            {draft.sourceName !== '' && <bdi>{t('draftPage.source', { name: draft.sourceName })}</bdi>}
          </>
        }
        actions={<PublishDraft draft={draft} />}
      />
      <DraftPreview draft={draft} />
    </PageWords>
  )
}
