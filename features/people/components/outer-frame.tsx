import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageShell } from '#components/frame/page-shell.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { AccountMenu } from './account-menu.tsx'

type Props = {
  /** Whoever is signed in; absent: nobody is. */
  readonly name?: string
  /** Above everything. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

/** The frame of pages outside a group. */
export async function OuterFrame({ name, banner, children }: Props) {
  const t = await getTranslations('groups')
  return (
    <Prepared>
      <PageShell
        product={{ name: t('product'), href: '/' }}
        banner={banner}
        account={name === undefined ? undefined : <AccountMenu name={name} />}
        footer={name === undefined ? undefined : <TextLink href="/glossary">{t('glossary')}</TextLink>}
      >
        {children}
      </PageShell>
    </Prepared>
  )
}
