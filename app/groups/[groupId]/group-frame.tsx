import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { NavItem } from '#components/frame/nav-links.tsx'
import { PageShell } from '#components/frame/page-shell.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { GroupBanner } from '#features/groups/components/group-banner.tsx'
import type { GroupShell, TourPoint } from '#features/groups/views.ts'
import { AccountMenu } from '#features/people/components/account-menu.tsx'
import type { KeptPoint } from '#lib/demo/tour.ts'

interface Props {
  readonly group: GroupShell
  /** Where on the tour of the demo somebody is; null: they have begun none, or this is no demo. */
  readonly kept?: KeptPoint | null
  /** The points of that tour, where they are on it; null: it is not begun, or put away. */
  readonly points?: readonly TourPoint[] | null
  readonly children: ReactNode
}

/** What stands around every page of a group. */
export async function GroupFrame({ group, kept = null, points = null, children }: Props) {
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
        banner={hasBanner ? <GroupBanner group={group} kept={kept} points={points} /> : undefined}
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
