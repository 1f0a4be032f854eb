import { useTranslations } from 'next-intl'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Term } from '#components/text/term.tsx'
import type { RecordView } from '../views.ts'

/** What stands above shared minutes for whoever does not know of the meeting itself: no frame names it to them. */
export function RecordTitle({ view }: { readonly view: RecordView }) {
  const t = useTranslations('records')
  return (
    <PageHeader
      above={
        <Breadcrumb label={t('way')} trail={[{ href: `/groups/${view.groupId}/meetings`, label: t('meetings') }]} />
      }
      title={<bdi>{view.title}</bdi>}
      meta={<Term of="record">{t('title')}</Term>}
    />
  )
}
