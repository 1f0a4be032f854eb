import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { FoundingForm } from '#features/groups/components/founding-form.tsx'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'
import { loadAccount } from '#features/people/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { offeredLanguages } from '#lib/words/offered.ts'
import { pageLanguage } from '#lib/words/page-language.ts'
import { demoBanner } from '../../demo-banner.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups.founding')
  return { title: t('title') }
}

/** A new group by four questions, for whoever runs the instance. */
export default async function NewGroupPage() {
  const viewer = await requireViewer('/groups/new')
  const [account, language] = await Promise.all([loadAccount(viewer), pageLanguage()])
  if (!account.isInstanceAdmin) notFound()
  const t = await getTranslations('groups')
  return (
    <PageWords of={['components.choices', 'components.forms', 'groups.founding', 'groups.foundingBack', 'groups.menu']}>
      <OuterFrame name={account.name} banner={await demoBanner(viewer)}>
        <div className="max-w-reading">
          <PageHeader
            above={<Breadcrumb label={t('way')} trail={[{ href: '/groups', label: t('mine') }]} />}
            title={t('founding.title')}
            asked={t('founding.lead')}
          />
          <FoundingForm languages={offeredLanguages()} language={language.tag} />
        </div>
      </OuterFrame>
    </PageWords>
  )
}
