import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PageShell } from '#components/page-shell.tsx'
import { AccountMenu } from './account-menu.tsx'

/** The frame of pages outside a group. Without a name: nobody is signed in. */
export async function OuterFrame({ name, children }: { readonly name?: string; readonly children: ReactNode }) {
  const t = await getTranslations('groups')
  const words = { account: t('account'), groups: t('groups'), signOut: t('signOut') }
  return (
    <PageShell
      product={{ name: t('product'), href: '/' }}
      words={{ skip: t('skip'), navigation: t('navigation') }}
      account={name === undefined ? undefined : <AccountMenu name={name} words={words} />}
    >
      {children}
    </PageShell>
  )
}
