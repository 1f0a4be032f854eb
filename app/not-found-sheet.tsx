'use client'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageShell } from '#components/frame/page-shell.tsx'

/** Says that there is nothing, in a frame without whoever is signed in. */
export function NotFoundSheet() {
  const t = useTranslations('groups.missing')
  return (
    <PageShell product={{ name: t('product'), href: '/' }}>
      <PageHeader title={t('title')} />
      <EmptyState title={t('means')} action={<ButtonLink href="/groups">{t('groups')}</ButtonLink>} />
    </PageShell>
  )
}
