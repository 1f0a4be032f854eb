import { UserPlus } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Section } from '#components/frame/section.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Dialog } from '#components/overlays/dialog.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Term } from '#components/text/term.tsx'
import { InviteHeads } from '#features/invitations/components/invite-heads.tsx'
import { PartyForm } from '#features/parties/components/party-form.tsx'
import { PartyList } from '#features/parties/components/party-list.tsx'
import { loadParties } from '#features/parties/loaders.ts'
import { requireViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ groupId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('parties')
  return { title: t('title') }
}

/** The parties of the group; organizers add to them. */
export default async function PartiesPage({ params }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/parties`)
  const view = await loadParties(viewer, groupId)
  if (view === null) notFound()
  const t = await getTranslations('parties')
  const i = await getTranslations('invitations')
  const { parties, can } = view
  const headless = parties
    .filter(({ id }) => can.inviteHeads.includes(id))
    .map(({ id, name, shortName, headInvited }) => ({ id, name, shortName, headInvited }))
  return (
    <PageWords of={['components.choices', 'invitations.form', 'parties.form']}>
      <Prepared>
        <PageHeader
          title={<Term of="party">{t('title')}</Term>}
          actions={
            headless.length > 1 && (
              <Dialog label={i('inviteHeads')} title={i('inviteHeadsTitle')} icon={<UserPlus aria-hidden />}>
                <InviteHeads groupId={groupId} parties={headless} />
              </Dialog>
            )
          }
        />
        {parties.length > 0 ? (
          <div className="pb-11">
            <PartyList groupId={groupId} view={view} />
          </div>
        ) : (
          <EmptyState title={t('none')}>{can.create ? t('noneMeans') : t('noneMember')}</EmptyState>
        )}
        {can.create && (
          <Section title={t('new')} id="new" screenOnly>
            <div className="max-w-reading">
              <PartyForm groupId={groupId} />
            </div>
          </Section>
        )}
      </Prepared>
    </PageWords>
  )
}
