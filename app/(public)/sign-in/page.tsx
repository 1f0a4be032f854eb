import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { MailLinkForm } from '#features/people/components/mail-link-form.tsx'
import { ownPath } from '#lib/auth/return-path.ts'
import { linkMinutes } from '#lib/auth/sign-in-links.ts'
import { currentViewer } from '#lib/auth/viewer.ts'

interface Props {
  searchParams: Promise<{ to?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('signInTitle') }
}

/** Asks for a link by mail. Whoever is signed in already goes on to where they wanted. */
export default async function SignInPage({ searchParams }: Props) {
  const { to } = await searchParams
  const returnTo = ownPath(typeof to === 'string' ? to : undefined)
  if (await currentViewer()) redirect(returnTo ?? '/')
  const t = await getTranslations('people')
  return (
    <PageWords of={['people.mailLink']}>
      <PageHeader title={t('signInTitle')} asked={t('signInLead')} />
      <MailLinkForm
        returnTo={returnTo}
        submit={t('signInSubmit')}
        sent={
          <>
            <p>{t('linkSent', { minutes: linkMinutes })}</p>
            <p className="mt-2">{t('linkNotThere')}</p>
          </>
        }
      />
    </PageWords>
  )
}
