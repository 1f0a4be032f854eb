import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { GroupList, NoGroups } from '#features/home/components/group-list.tsx'
import { HomeHeader } from '#features/home/components/home-header.tsx'
import { HomeSections } from '#features/home/components/home-sections.tsx'
import type { HomeView } from '#features/home/queries/home.ts'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'

type Props = {
  readonly home: HomeView
  /** Above everything. */
  readonly banner?: ReactNode
}

/** Home in its frame. */
export async function HomeSheet({ home, banner }: Props) {
  const t = await getTranslations('home')
  return (
    <OuterFrame name={home.name} banner={banner}>
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
