import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { NavItem } from '#components/frame/nav-links.tsx'
import { PageShell } from '#components/frame/page-shell.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import type { Touring } from '#features/groups/components/demo-bar.tsx'
import { GroupBanner } from '#features/groups/components/group-banner.tsx'
import type { GroupShell } from '#features/groups/views.ts'
import { AccountMenu } from '#features/people/components/account-menu.tsx'

interface Props {
  readonly group: GroupShell
  /** Where on the tour of the demo somebody is; default: they have begun none, or this is no demo. */
  readonly touring?: Touring | undefined
  readonly children: ReactNode
}

/** What stands around every page of a group. */
export async function GroupFrame({ group, touring, children }: Props) {
  const t = await getTranslations('groups')
  const at = `/groups/${group.id}`
  const navigation: NavItem[] = [
    { href: at, label: t('nav.overview'), exact: true },
    { href: `${at}/texts`, label: t('nav.texts') },
    { href: `${at}/meetings`, label: t('nav.meetings') },
    { href: `${at}/conclusions`, label: t('nav.conclusions') },
    { href: `${at}/parties`, label: t('nav.parties') },
    { href: `${at}/commitments`, label: t('nav.commitments') },
    ...(group.viewer.organizer ? [{ href: `${at}/settings`, label: t('nav.settings') }] : []),
  ]
  const hasBanner = group.isDemo || group.deletesAt !== null
  return (
    <Prepared>
      <PageShell
        product={{ name: t('product'), href: '/' }}
        navigation={navigation}
        viewer={group.viewer.id}
        banner={hasBanner ? <GroupBanner group={group} touring={touring} /> : undefined}
        group={
          <TextLink look="title" className="inline-block ps-2.5 sm:ps-0" href={at}>
            {group.name}
          </TextLink>
        }
        account={<AccountMenu name={group.viewer.name} />}
        footer={<TextLink href="/glossary">{t('glossary')}</TextLink>}
      >
        {children}
      </PageShell>
    </Prepared>
  )
}
