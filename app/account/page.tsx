import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Facts } from '#components/collections/facts.tsx'
import { Item, ItemList } from '#components/collections/item-list.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Section } from '#components/frame/section.tsx'
import { ThemeChoice } from '#components/frame/theme-choice.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Notice } from '#components/text/notice.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Time } from '#components/text/time.tsx'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'
import { ProfileForm } from '#features/people/components/profile-form.tsx'
import { SignOutButtons } from '#features/people/components/sign-out-buttons.tsx'
import { loadAccount } from '#features/people/loaders.ts'
import { cookieName } from '#lib/auth/cookie-name.ts'
import { isSecure } from '#lib/auth/session-cookie.ts'
import { requireViewer } from '#lib/auth/viewer.ts'
import { offeredLanguages } from '#lib/words/offered.ts'
import { demoBanner } from '../demo-banner.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('account') }
}

/** One's own account: name, zone and language, where one is signed in, the way out. */
export default async function AccountPage() {
  const viewer = await requireViewer('/account')
  const account = await loadAccount(viewer)
  const t = await getTranslations('people')
  const theme = (await cookies()).get(cookieName('theme', isSecure()))?.value
  return (
    <PageWords of={['components.choices', 'components.forms', 'components.theme', 'groups.menu', 'people']}>
      <OuterFrame name={account.name} banner={await demoBanner(viewer)}>
        <Prepared>
          <PageHeader title={t('account')} />
          <div className="max-w-reading">
            <Section title={t('profile')}>
              {!account.can.changeAddress && (
                <Facts facts={[{ name: t('address'), value: <bdi>{account.email}</bdi> }]} />
              )}
              <div className="mt-5">
                {account.isPerspective ? (
                  <Notice tone="info" title={t('isPerspective')} />
                ) : (
                  <ProfileForm
                    name={account.name}
                    {...(account.can.changeAddress && { email: account.hasOwnAddress ? account.email : '' })}
                    timeZone={account.timeZone}
                    language={account.language}
                    languages={offeredLanguages()}
                  />
                )}
              </div>
            </Section>
            <Section title={t('display')}>
              <ThemeChoice label={t('theme')} theme={theme === 'light' || theme === 'dark' ? theme : 'system'} />
            </Section>
            <Section title={t('sessions')}>
              <ItemList label={t('sessions')}>
                {account.sessions.map((session) => (
                  <Item
                    key={session.id}
                    title={t(`method.${session.method}`)}
                    meta={
                      <span>
                        {t('sessionSince')} <Time instant={session.createdAt} zone={account.viewerZone} />
                      </span>
                    }
                    aside={session.isThis ? t('sessionThis') : undefined}
                  />
                ))}
              </ItemList>
              <div className="mt-5">
                <SignOutButtons name={account.name} />
              </div>
            </Section>
          </div>
        </Prepared>
      </OuterFrame>
    </PageWords>
  )
}
