import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadHome } from '#features/home/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { HomeSheet } from './home-sheet.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: t('title') }
}

/** Home: what is asked of me now, my next meetings, what changed. */
export default async function HomePage() {
  const viewer = await requireViewer('/')
  return <HomeSheet home={await loadHome(viewer)} />
}
