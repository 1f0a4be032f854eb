import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActButton } from '#components/actions/act-button.tsx'
import { ConfirmAct } from '#components/actions/confirm-act.tsx'
import { Breadcrumb } from '#components/frame/breadcrumb.tsx'
import { PageHeader } from '#components/frame/page-header.tsx'
import { Section } from '#components/frame/section.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Prepared } from '#components/markup/prepared.tsx'
import { Disclosure } from '#components/overlays/disclosure.tsx'
import { PageWords } from '#components/text/page-words.tsx'
import { Time } from '#components/text/time.tsx'
import { hrefOfFound } from '#features/conclusions/views/found-address.ts'
import { History } from '#features/groups/components/history.tsx'
import { loadHistory } from '#features/groups/loaders.ts'
import { InviteDialog } from '#features/invitations/components/invite-dialog.tsx'
import { PendingInvitations } from '#features/invitations/components/pending-invitations.tsx'
import { PartyForm } from '#features/parties/components/party-form.tsx'
import { PeopleList } from '#features/parties/components/people-list.tsx'
import { ReplacementNotice } from '#features/parties/components/replacement-notice.tsx'
import { loadPartyView } from '#features/parties/loaders.ts'
import type { PartyView } from '#features/parties/views.ts'
import { currentViewer, requireViewer } from '#lib/auth/viewer.ts'
import { zoneLabel } from '#lib/zone-names.ts'

interface Props {
  params: Promise<{ groupId: string; partyId: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { partyId } = await params
  const viewer = await currentViewer()
  const party = viewer && (await loadPartyView(viewer, partyId))
  return party ? { title: party.name } : {}
}

/** A party and its people. It governs itself: what the organizer may do here ends with its first head. */
export default async function PartyPage({ params }: Props) {
  const { groupId, partyId } = await params
  const viewer = await requireViewer(`/groups/${groupId}/parties/${partyId}`)
  const [party, history] = await Promise.all([loadPartyView(viewer, partyId), loadHistory(viewer, groupId, partyId)])
  if (party === null || party.groupId !== groupId || history === null) notFound()
  const t = await getTranslations('parties')
  const g = await getTranslations('groups')
  const i = await getTranslations('invitations')
  const { name, shortName, timeZone, viewerZone, leftAt, role, members, invitations, can } = party
  const sees = role !== null || history.length > 0
  return (
    <PageWords of={['components.choices', 'invitations.again', 'invitations.form', 'parties.form']}>
      <Prepared>
        <PageHeader
          above={<Breadcrumb label={g('way')} trail={[{ href: `/groups/${groupId}/parties`, label: t('title') }]} />}
          title={name}
          meta={
            <>
              {shortName !== name && <bdi>{shortName}</bdi>}
              <span>{zoneLabel(timeZone)}</span>
              <TextLink href={hrefOfFound(groupId, { party: partyId })}>
                {(await getTranslations('conclusions.found'))('allOf')}
              </TextLink>
              {role !== null && <span>{t('yours', { role: t(`role.${role}`) })}</span>}
              {leftAt !== null && (
                <span>
                  {t('leftAt')} <Time instant={leftAt} zone={viewerZone} shape="day" />
                </span>
              )}
            </>
          }
          actions={<InviteInto party={party} />}
        />
        <ReplacementNotice party={party} />
        <Section title={t('people')}>
          {members.length === 0 ? (
            <p className="max-w-reading text-soft">
              {leftAt !== null ? t('peopleGone') : can.sit ? t('peopleNone') : t('peopleNoneMember')}
            </p>
          ) : (
            <PeopleList party={party} />
          )}
          {can.sit && <SitAsHead partyId={partyId} />}
          {role !== null && members.length === 1 && invitations.length === 0 && can.invite.length > 0 && (
            <p className="mt-4 max-w-reading">
              {t('alone')} <TextLink href={`/groups/${groupId}`}>{t('toOverview')}</TextLink>
            </p>
          )}
          {!sees && members.length > 0 && <p className="mt-4 max-w-reading text-soft">{t('peopleOthers')}</p>}
        </Section>
        {invitations.length > 0 && (
          <Section title={i('pending')} id="invitations">
            <PendingInvitations
              zone={viewerZone}
              invitations={invitations.map((invitation) => ({
                ...invitation,
                role: t(`role.${invitation.role}`),
                again: invitation.effectiveAt === null,
              }))}
            />
          </Section>
        )}
        {can.describe && (
          <div className="print:hidden">
            <Disclosure summary={t('edit')}>
              <div className="max-w-reading py-4">
                <PartyForm groupId={groupId} party={party} />
              </div>
            </Disclosure>
          </div>
        )}
        {sees && (
          <Section title={t('history')}>
            <History lines={history} zone={viewerZone} namesParty={false} />
          </Section>
        )}
        {can.leaveGroup && (
          <div className="print:hidden">
            <Disclosure summary={t('departure')}>
              <p className="mb-4 max-w-reading">{t('departureMeans')}</p>
              <ConfirmAct
                label={t('departure')}
                title={t('departureTitle', { party: name })}
                thing={<bdi>{name}</bdi>}
                confirmLabel={t('departure')}
                variant="plain"
                act={{ route: 'POST /parties/{partyId}/departure', params: { partyId } }}
              >
                {t('departureMeans')}
              </ConfirmAct>
            </Disclosure>
          </div>
        )}
      </Prepared>
    </PageWords>
  )
}

/** What the viewer may bring into the party: anybody, its first head, or a new head for a lost one. */
async function InviteInto({ party }: { party: PartyView }) {
  const t = await getTranslations('parties')
  const i = await getTranslations('invitations')
  const terms = await getTranslations('terms')
  const { id, groupId, name, members, invitations, replacementDelayHours, can } = party
  const roles = can.invite.map((role) => ({
    value: role,
    label: t(`role.${role}`),
    description: terms(`${role}.meaning`),
  }))
  const isFirst = members.length === 0
  // Whoever was invited is asked once more in the list: another one is the exception.
  const waiting = invitations.filter(({ declinedAt }) => declinedAt === null)
  const isInvited = isFirst && waiting.length > 0
  const label = isInvited ? i('inviteAnother') : isFirst ? i('inviteHead') : i('invite')
  if (roles.length > 0)
    return (
      <InviteDialog
        to={{ route: 'POST /parties/{partyId}/invitations', params: { partyId: id } }}
        label={label}
        title={isFirst ? i('inviteHead') : i('inviteTo', { party: name })}
        roles={roles}
        {...(!isFirst && {
          several: {
            groupId,
            partyId: id,
            members: members.flatMap(({ email }) => email ?? []),
            invited: waiting.flatMap(({ email }) => email ?? []),
          },
        })}
        variant={isInvited ? 'quiet' : 'primary'}
      />
    )
  if (replacementDelayHours === null) return null
  return (
    <InviteDialog
      to={{ route: 'POST /parties/{partyId}/replacement', params: { partyId: id } }}
      label={i('replaceHead')}
      title={i('replaceHead')}
      lead={i('replaceMeans', { hours: replacementDelayHours })}
    />
  )
}

async function SitAsHead({ partyId }: { partyId: string }) {
  const t = await getTranslations('parties')
  return (
    <div className="mt-5 grid max-w-reading justify-items-start gap-3">
      <p className="text-soft">{t('sitMeans')}</p>
      <ActButton act={{ route: 'POST /parties/{partyId}/headship', params: { partyId } }}>{t('sit')}</ActButton>
    </div>
  )
}
