import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageWords } from '#components/text/page-words.tsx'
import { loadHome } from '#features/home/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { demoBanner } from './demo-banner.tsx'
import { HomeSheet } from './home-sheet.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: `${t('title')} · Concordance` }
}

/** Home: what is asked of me now, my next meetings, what changed. */
export default async function HomePage() {
  const viewer = await requireViewer('/')
  const [home, banner] = await Promise.all([loadHome(viewer), demoBanner(viewer)])
  return (
    <PageWords of={['groups.menu']}>
      <HomeSheet home={home} banner={banner} />
    </PageWords>
  )
}
