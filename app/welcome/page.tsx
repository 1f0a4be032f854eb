import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { loadLooking } from '#features/groups/loaders.ts'
import { OuterFrame } from '#features/people/components/outer-frame.tsx'
import { WelcomeForm } from '#features/people/components/welcome-form.tsx'
import { loadAccount } from '#features/people/loaders.ts'
import { ownPath } from '#lib/auth/return-path.ts'
import { currentViewer } from '#lib/auth/viewer.ts'

interface Props {
  searchParams: Promise<{ to?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('welcome.title') }
}

/** Who one is, asked once at the first sign-in; whoever has said it goes on. */
export default async function WelcomePage({ searchParams }: Props) {
  const { to } = await searchParams
  const wanted = ownPath(typeof to === 'string' ? to : undefined)
  const viewer = await currentViewer()
  if (viewer === null) redirect('/sign-in?to=/welcome')
  const { name, isInstanceAdmin, hasOwnAddress, timeZone, can } = await loadAccount(viewer)
  // Whoever starts an instance with the demo organizes it: Home offers the tour, and a group of one's own.
  const looking = isInstanceAdmin ? await loadLooking(viewer) : null
  const asksAddress = can.changeAddress && !hasOwnAddress
  if (name !== '' && !asksAddress) redirect(wanted ?? '/')
  const t = await getTranslations('people')
  const lead = isInstanceAdmin ? (looking === null ? 'leadAdmin' : 'leadDemo') : 'lead'
  return (
    <PageWords of={['components.forms', 'groups.menu', 'people']}>
      <OuterFrame name={name}>
        <div className="max-w-reading">
          <PageHeader title={t('welcome.title')} asked={t(`welcome.${lead}`)} />
          <WelcomeForm
            asksAddress={asksAddress}
            timeZone={timeZone}
            to={wanted ?? (isInstanceAdmin && looking === null ? '/groups/new' : '/')}
          />
        </div>
      </OuterFrame>
    </PageWords>
  )
}
