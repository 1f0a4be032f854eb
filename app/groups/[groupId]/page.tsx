import { notFound } from 'next/navigation'
import { Prepared } from '#components/markup/prepared.tsx'
import { HomeHeader } from '#features/home/components/home-header.tsx'
import { HomeSections } from '#features/home/components/home-sections.tsx'
import { loadGroupHome } from '#features/home/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
}

/** The overview of a group: what it is for, what is asked of me in it, what is ahead and what changed. */
export default async function GroupPage({ params }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}`)
  const home = await loadGroupHome(viewer, groupId)
  const [group] = home?.groups ?? []
  if (!home || group === undefined) notFound()
  return (
    <Prepared>
      <HomeHeader home={home} title={<bdi>{group.name}</bdi>} />
      {group.purpose !== '' && (
        <p className="mb-10 max-w-reading whitespace-pre-line font-serif text-lg">
          <bdi>{group.purpose}</bdi>
        </p>
      )}
      <HomeSections home={home} isPurposeSaid />
    </Prepared>
  )
}
