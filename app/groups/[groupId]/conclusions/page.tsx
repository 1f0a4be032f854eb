import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Prepared } from '#components/markup/prepared.tsx'
import { FoundPage } from '#features/conclusions/components/found-page.tsx'
import { loadGroupConclusions } from '#features/conclusions/loaders.ts'
import { readFoundAddress } from '#features/conclusions/views/found-address.ts'
import { loadGroupShell } from '#features/groups/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { clock } from '#lib/clock.ts'
import { addressWithoutEmpty } from '../without-empty.ts'
import { type ResolvedPassages, resolvePassages } from './passages.ts'

interface Props {
  params: Promise<{ groupId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('conclusions.found'))('title') }
}

/** What a group has agreed: all conclusions that the viewer may read, narrowed as the address says. */
export default async function GroupConclusionsPage({ params, searchParams }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/conclusions`)
  const asked = await searchParams
  const chosen = readFoundAddress(asked)
  if (chosen === null) notFound()
  const shorter = addressWithoutEmpty(`/groups/${groupId}/conclusions`, asked)
  if (shorter !== null) redirect(shorter)
  const { passage: _, after, ...others } = chosen
  const { range, foundIn, among, isMore, refused } = await resolvePassages(viewer, groupId, chosen)
  const inText = foundIn === null ? {} : { text: foundIn }
  const resolved = { ...others, ...inText, ...range }
  const [view, group] = await Promise.all([
    loadGroupConclusions(viewer, groupId, after === undefined ? resolved : { ...resolved, after }),
    loadGroupShell(viewer, groupId),
  ])
  if (view === null || group === null) notFound()
  const t = await getTranslations()
  return (
    <Prepared>
      <FoundPage
        groupId={groupId}
        view={view}
        chosen={{ ...chosen, ...inText }}
        resolved={resolved}
        isTextFound={foundIn !== null}
        asked={{ refusal: refused && passageRefusal(t, refused), among, isMore }}
        printed={{ group: group.name, at: clock.now().toISOString() }}
        zone={group.viewerZone}
      />
    </Prepared>
  )
}

function passageRefusal(
  t: Awaited<ReturnType<typeof getTranslations<never>>>,
  refused: Exclude<ResolvedPassages['refused'], null>,
): string {
  return refused === 'no-text-has-it' ? t('conclusions.found.filter.passageNowhere') : t(`refusals.${refused}`)
}
