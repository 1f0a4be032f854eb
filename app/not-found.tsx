import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'

/** What does not exist, and what somebody may not know of: one page for both. */
export default async function NotFoundPage() {
  const t = await getTranslations('groups')
  return (
    <PageWords of={['groups.menu']}>
      <OuterFrame>
        <PageHeader title={t('missing')} />
        <EmptyState title={t('missingMeans')} action={<ButtonLink href="/groups">{t('mine')}</ButtonLink>} />
      </OuterFrame>
    </PageWords>
  )
}
