import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Section } from '#components/frame/section.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Term, TermMark } from '#components/text/term.tsx'
import { DeletionSection, FoundingBack } from '#features/groups/components/deletion-section.tsx'
import { History } from '#features/groups/components/history.tsx'
import { OrganizerList } from '#features/groups/components/organizer-list.tsx'
import { SettingsForm } from '#features/groups/components/settings-form.tsx'
import { loadHistory, loadSettings } from '#features/groups/loaders.ts'
import { InviteDialog } from '#features/invitations/components/invite-dialog.tsx'
import { PendingInvitations } from '#features/invitations/components/pending-invitations.tsx'
import { requireViewer } from '#lib/auth/viewer.ts'
import { offeredLanguages } from '#lib/words/offered.ts'

interface Props {
  params: Promise<{ groupId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('settings') }
}

/** How the group works, who organizes it, what happened to it, and its end. For organizers. */
export default async function SettingsPage({ params }: Props) {
  const { groupId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/settings`)
  const [settings, history] = await Promise.all([loadSettings(viewer, groupId), loadHistory(viewer, groupId)])
  if (settings === null || history === null) notFound()
  const t = await getTranslations('groups')
  const i = await getTranslations('invitations')
  return (
    <PageWords of={['components.choices', 'groups.form', 'invitations.again', 'invitations.form']}>
      <Prepared>
        <PageHeader title={t('settings')} />
        <Section title={t('about')}>
          <div className="max-w-reading">
            <SettingsForm
              group={settings}
              headMark={<TermMark of="head" id="what-a-head-is" />}
              languages={offeredLanguages()}
            />
          </div>
        </Section>
        <Section
          title={<Term of="organizer">{t('organizers')}</Term>}
          actions={
            <InviteDialog
              to={{ route: 'POST /groups/{groupId}/organizer-invitations', params: { groupId } }}
              label={i('invite')}
              title={i('inviteOrganizer')}
            />
          }
        >
          <p className="mb-4 max-w-reading text-soft">{t('organizersMeans')}</p>
          <OrganizerList settings={settings} />
          {settings.invitations.length > 0 && (
            <div id="invitations" className="mt-8">
              <h3 className="mb-3 font-semibold">{i('pending')}</h3>
              <PendingInvitations
                zone={settings.viewerZone}
                invitations={settings.invitations.map((invitation) => ({
                  ...invitation,
                  role: t('organizer'),
                  again: true,
                }))}
              />
            </div>
          )}
        </Section>
        <Section title={t('historyTitle')}>
          <History lines={history} zone={settings.viewerZone} />
        </Section>
        <Section title={t('deletion')} id="deletion">
          {settings.foundingStandsFrom === null ? (
            <DeletionSection settings={settings} />
          ) : (
            <FoundingBack settings={settings} until={settings.foundingStandsFrom} />
          )}
        </Section>
      </Prepared>
    </PageWords>
  )
}
