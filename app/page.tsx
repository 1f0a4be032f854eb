import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GroupList, NoGroups } from '#features/home/components/group-list.tsx'
import { HomeHeader } from '#features/home/components/home-header.tsx'
import { HomeSections } from '#features/home/components/home-sections.tsx'
import { loadHome } from '#features/home/loaders.ts'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'
import { requireViewer } from '#lib/auth/viewer.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: t('title') }
}

/** Home: what is asked of me now, my next meetings, what changed. */
export default async function HomePage() {
  const viewer = await requireViewer('/')
  const home = await loadHome(viewer)
  const t = await getTranslations('home')
  return (
    <OuterFrame name={home.name}>
      <HomeHeader home={home} title={t('title')} />
      {home.groups.length === 0 ? (
        <NoGroups isInstanceAdmin={home.isInstanceAdmin} />
      ) : (
        <HomeSections home={home}>
          <GroupList home={home} />
        </HomeSections>
      )}
    </OuterFrame>
  )
}
