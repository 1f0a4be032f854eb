import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Term } from '#components/text/term.tsx'
import { TextList } from '#features/texts/components/text-list.tsx'
import { loadTexts } from '#features/texts/loaders.ts'
import { textListQuery } from '#features/texts/schema.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('title') }
}

export default async function TextsPage({ params, searchParams }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/texts`)
  const query = textListQuery.safeParse(await searchParams)
  if (!query.success) notFound()
  const view = await loadTexts(viewer, groupId, query.data.page)
  if (view === null) notFound()
  const t = await getTranslations('texts')
  const bring = view.can.import && view.texts.length > 0 && (
    <ButtonLink variant="primary" href={`/groups/${groupId}/texts/new`} icon={<Plus aria-hidden />}>
      {t('import')}
    </ButtonLink>
  )
  return (
    <Prepared>
      <PageHeader title={<Term of="text">{t('title')}</Term>} actions={bring} />
      <TextList groupId={groupId} view={view} />
    </Prepared>
  )
}
