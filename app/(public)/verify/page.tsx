import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/actions/button.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { VerifyButton } from '#features/people/components/verify-button.tsx'
import { ownPath } from '#lib/auth/return-path.ts'
import { isRedeemable } from '#lib/auth/sign-in-links.ts'

interface Props {
  searchParams: Promise<{ token?: string | string[]; to?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('signInTitle'), robots: { index: false } }
}

/** The page of a sign-in link. Opening it changes nothing and tells nothing; its button signs in. */
export default async function VerifyPage({ searchParams }: Props) {
  const { token, to: wanted } = await searchParams
  const to = ownPath(typeof wanted === 'string' ? wanted : undefined)
  const t = await getTranslations('people')
  if (typeof token !== 'string' || !(await isRedeemable(token)))
    return (
      <>
        <PageHeader title={t('verifyUsedTitle')} />
        <EmptyState
          title={t('verifyUsed')}
          action={
            <ButtonLink variant="primary" href={another(to)}>
              {t('mailLink.sendAgain')}
            </ButtonLink>
          }
        >
          {t('verifyUsedAdmin')}
        </EmptyState>
      </>
    )
  return (
    <PageWords of={['people']}>
      <PageHeader title={t('verifyTitle')} asked={t('verifyLead')} />
      <VerifyButton token={token} to={to ?? '/'} />
    </PageWords>
  )
}

/** Where another link is asked for: an invitation knows how also for an address that has no account yet. */
function another(to: string | null): string {
  if (to === null) return '/sign-in'
  return to.startsWith('/invitations/') ? to : `/sign-in?to=${encodeURIComponent(to)}`
}
