import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActButton } from '#components/actions/act-button.tsx'
import { ButtonLink } from '#components/actions/button.tsx'
import { Facts } from '#components/collections/facts.tsx'
import { EmptyState } from '#components/frame/empty-state.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Notice } from '#components/text/notice.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Time } from '#components/text/time.tsx'
import { AcceptForm } from '#features/invitations/components/accept-form.tsx'
import { IntroduceForm } from '#features/invitations/components/introduce-form.tsx'
import { loadInvitation } from '#features/invitations/loaders.ts'
import type { InvitationView, OpenInvitationView } from '#features/invitations/queries.ts'
import { MailLinkForm } from '#features/people/components/mail-link-form.tsx'
import { loadAccount } from '#features/people/loaders.ts'
import { currentViewer } from '#lib/auth/viewer.ts'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitations')
  return { title: t('title'), robots: { index: false } }
}

/** What an invitation says, and the one thing to do with it now. Opening it uses nothing up. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params
  const viewer = await currentViewer()
  const own = await getTranslations('components.names')
  const invitation = named(await loadInvitation(viewer, token), own('noName'))
  const t = await getTranslations('invitations')
  if (invitation.state === 'over')
    return (
      <>
        <PageHeader title={t('overTitle')} />
        <EmptyState title={t('over')} action={<ButtonLink href="/">{t('home')}</ButtonLink>} />
      </>
    )
  if (invitation.state === 'claimed')
    return (
      <>
        <PageHeader title={t('claimedTitle', { inviter: invitation.inviter })} />
        <EmptyState
          title={t('claimed', { inviter: invitation.inviter })}
          action={<ButtonLink href="/groups">{t('home')}</ButtonLink>}
        />
      </>
    )
  const account = viewer && (await loadAccount(viewer))
  const { group, purpose, kind, party, role, inviter, expiresAt, effectiveAt, timeZone, email } = invitation
  const roles = await getTranslations('groups')
  const terms = await getTranslations('terms')
  return (
    <PageWords of={['invitations.answer', 'people.mailLink']}>
      <PageHeader
        title={t('title')}
        asked={
          party === null
            ? t('toOrganize', { inviter, group })
            : t('toJoin', { inviter, group, party, role: roles(`role.${role}`) })
        }
      />
      <p className="mb-6 max-w-reading text-soft">{t('what')}</p>
      <Facts
        facts={[
          {
            name: t('purpose'),
            value: purpose === '' ? null : <bdi className="whitespace-pre-line">{purpose}</bdi>,
          },
          { name: t('group'), value: kind === null ? null : roles(`kindIs.${kind}`) },
          { name: t('asWhat'), value: `${terms(`${role}.name`)}. ${terms(`${role}.meaning`)}` },
          { name: t('sentTo'), value: email === null ? null : <bdi>{email}</bdi> },
          {
            name: t('signedInAs'),
            value: account && <bdi>{account.name === '' ? account.email : `${account.name} (${account.email})`}</bdi>,
          },
          { name: t('until'), value: <Time instant={expiresAt} zone={timeZone} /> },
          { name: t('effective'), value: effectiveAt === null ? null : <Time instant={effectiveAt} zone={timeZone} /> },
        ]}
      />
      {invitation.declined && (
        <div className="mt-8">
          <Notice tone="info" title={t('declinedTitle')} live>
            {t('declinedLead', { inviter })}
          </Notice>
        </div>
      )}
      <div className="mt-8">
        <NextStep token={token} invitation={invitation} />
      </div>
      {invitation.mayDecline && (
        <div className="mt-5">
          <ActButton variant="quiet" act={{ route: 'POST /invitations/declines', body: { token } }}>
            {t('answer.decline')}
          </ActButton>
        </div>
      )}
    </PageWords>
  )
}

/** An invitation whose inviter is called by a word where they have not said their name yet. */
function named(invitation: InvitationView, word: string): InvitationView {
  return invitation.state !== 'over' && invitation.inviter === '' ? { ...invitation, inviter: word } : invitation
}

async function NextStep({ token, invitation }: { token: string; invitation: OpenInvitationView }) {
  const t = await getTranslations('invitations')
  const { next, email, inviter, name, asksName } = invitation
  switch (next) {
    case 'accept':
      return asksName ? (
        <Step lead={t('nameFirst')}>
          <AcceptForm token={token} asksName />
        </Step>
      ) : (
        <AcceptForm token={token} asksName={false} />
      )
    case 'claim':
      return (
        <Step lead={t('claimLead', { address: email ?? '', inviter })}>
          <AcceptForm token={token} asksName={asksName} claimFrom={inviter} />
        </Step>
      )
    case 'name':
      return (
        <Step lead={name === null ? t('nameLead') : t('nameLeadGiven', { inviter, name })}>
          <AcceptForm token={token} asksName />
        </Step>
      )
    case 'sign-in':
      return (
        <Step lead={t('signInLead', { address: email ?? '' })}>
          <MailLinkForm
            returnTo={`/invitations/${token}`}
            email={email ?? ''}
            submit={t('answer.send')}
            sent={t('answer.introduced')}
          />
        </Step>
      )
    case 'introduce':
      return (
        <Step lead={t('introduceLead')}>
          <IntroduceForm token={token} />
        </Step>
      )
    default:
      return next satisfies never
  }
}

function Step({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <div className="grid gap-5">
      <p>{lead}</p>
      {children}
    </div>
  )
}
