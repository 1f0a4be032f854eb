import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { GlossaryList } from '#components/text/glossary-list.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'
import { loadAccount } from '#features/people/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { demoBanner } from '../demo-banner.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('groups'))('glossary') }
}

/** The terms of the procedure, each with its one-line meaning: for everybody who is signed in. */
export default async function GlossaryPage() {
  const viewer = await requireViewer('/glossary')
  const account = await loadAccount(viewer)
  const t = await getTranslations('groups')
  return (
    <PageWords of={['groups.menu']}>
      <OuterFrame name={account.name} banner={await demoBanner(viewer)}>
        <Prepared>
          <PageHeader title={t('glossary')} meta={<p className="max-w-reading">{t('glossaryMeans')}</p>} />
          <GlossaryList />
        </Prepared>
      </OuterFrame>
    </PageWords>
  )
}
