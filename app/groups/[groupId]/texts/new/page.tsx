import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { ImportForm } from '#features/texts/components/import-form.tsx'
import { loadTexts } from '#features/texts/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('new.title') }
}

/** Bringing in a text. Members who do not organize the group are told who does. */
export default async function NewTextPage({ params }: Props) {
  const { groupId } = await params
  const at = `/groups/${groupId}/texts`
  const viewer = await requireViewer(`${at}/new`)
  const view = await loadTexts(viewer, groupId)
  if (view === null) notFound()
  const t = await getTranslations('texts')
  const above = <Breadcrumb label={t('way')} trail={[{ href: at, label: t('title') }]} />
  return (
    <PageWords of={['texts.new']}>
      <Prepared>
        <PageHeader title={t('new.title')} above={above} asked={view.can.import ? t('new.asked') : undefined} />
        {view.can.import ? (
          <ImportForm groupId={groupId} />
        ) : (
          <EmptyState title={t('new.organizersOnly')}>{t('new.organizersMeans')}</EmptyState>
        )}
      </Prepared>
    </PageWords>
  )
}
