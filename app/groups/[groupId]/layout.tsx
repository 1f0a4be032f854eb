import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type NavItem, PageShell } from '#components/page-shell.tsx'
import { TextLink } from '#components/text-link.tsx'
import { GroupBanner } from '#features/groups/components/group-banner.tsx'
import { loadGroupShell } from '#features/groups/loaders.ts'
import { AccountMenu } from '#features/people/components/account-menu.tsx'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
  children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { groupId } = await params
  const viewer = await currentViewer()
  const group = viewer && (await loadGroupShell(viewer, groupId))
  return group ? { title: { default: group.name, template: `%s · ${group.name}` } } : {}
}

/** The frame of a group: where am I, where can I go. It is no wall: every page proves its own scope. */
export default async function GroupLayout({ params, children }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}`)
  const group = await loadGroupShell(viewer, groupId)
  if (group === null) notFound()
  const t = await getTranslations('groups')
  const at = `/groups/${groupId}`
  const navigation: NavItem[] = [
    { href: at, label: t('nav.overview'), exact: true },
    { href: `${at}/texts`, label: t('nav.texts') },
    { href: `${at}/meetings`, label: t('nav.meetings') },
    { href: `${at}/parties`, label: t('nav.parties') },
    { href: `${at}/commitments`, label: t('nav.commitments') },
    ...(group.viewer.organizer ? [{ href: `${at}/settings`, label: t('nav.settings') }] : []),
  ]
  const hasBanner = group.isDemo || group.deletesAt !== null
  return (
    <PageShell
      product={{ name: t('product'), href: '/' }}
      words={{ skip: t('skip'), navigation: t('navigation') }}
      navigation={navigation}
      banner={hasBanner ? <GroupBanner group={group} /> : undefined}
      group={
        <TextLink look="title" className="inline-block ps-2.5 sm:ps-0" href={at}>
          {group.name}
        </TextLink>
      }
      account={
        <AccountMenu
          name={group.viewer.name}
          words={{ account: t('account'), groups: t('groups'), signOut: t('signOut') }}
        />
      }
    >
      {children}
    </PageShell>
  )
}
