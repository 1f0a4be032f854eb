import { UserRound } from 'lucide-react'
import { notFound } from 'next/navigation'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { gutterLook } from '#components/frame/gutter.ts'
import { PageHeader } from '#components/frame/page-header.tsx'
import { PageShell } from '#components/frame/page-shell.tsx'
import { Menu } from '#components/overlays/menu.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { StateMark } from '#components/text/state-mark.tsx'
import { Time } from '#components/text/time.tsx'
import { Actions } from './actions.tsx'
import { Fields } from './fields.tsx'
import { Lists } from './lists.tsx'
import { Navigation } from './navigation.tsx'
import { Overlays } from './overlays.tsx'
import { Pictures } from './pictures.tsx'
import { SetPage } from './reading.tsx'
import { Statements } from './statements.tsx'

const NAVIGATION = ['Home', 'Texts', 'Meetings', 'Parties', 'Commitments', 'Settings'].map((label) => ({
  label,
  href: label === 'Meetings' ? '/gallery' : `/gallery/${label.toLowerCase()}`,
}))

const GROUPS = [
  { id: 'river', label: 'Upper Linden River Council', href: '/gallery', current: true },
  { id: 'library', label: 'Five Valleys Library Network', href: '/gallery' },
]

const ACCOUNT = [
  { id: 'profile', label: 'Profile', href: '/gallery' },
  { id: 'out', label: 'Sign out', href: '/gallery' },
]

/** Every component in every state, for those who build with them. Development only. */
export default function GalleryPage() {
  if (process.env.NODE_ENV === 'production') notFound()
  return (
    <PageWords of={['components.choices', 'components.forms', 'components.reorder', 'components.theme']}>
      <PageShell
        product={{ name: 'Concordance', href: '/gallery' }}
        navigation={NAVIGATION}
        group={<Menu label="Upper Linden River Council" items={GROUPS} alignment="start" />}
        account={<Menu label="Ama Okoro" compact icon={<UserRound aria-hidden />} items={ACCOUNT} />}
        banner={<p className={`${gutterLook} py-2`}>This is the demo group. Nothing here reaches anybody.</p>}
        footer="Concordance, development gallery"
      >
        <PageHeader
          above={
            <Breadcrumb
              label="Breadcrumb"
              trail={[
                { href: '/gallery#a', label: 'Meetings' },
                { href: '/gallery#b', label: 'Low-water programme' },
              ]}
            />
          }
          title="Who keeps the weirs in a dry summer"
          meta={
            <>
              <StateMark icon={<UserRound aria-hidden />}>Bilateral</StateMark>
              <Time instant="2026-05-12T16:30:00Z" zone="Europe/Berlin" />
              <Time instant="2026-05-12T16:30:00Z" zone="Africa/Nairobi" shape="time" />
            </>
          }
          asked="Prepare a position on passages 12 to 17."
          due="By Mon 11 May, 18:00 CEST"
        />
        <Navigation />
        <Actions />
        <Statements />
        <Lists />
        <Fields />
        <Overlays />
        <Pictures />
        <SetPage />
      </PageShell>
    </PageWords>
  )
}
