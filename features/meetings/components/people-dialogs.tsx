'use client'
import { useTranslations } from 'next-intl'
import { ConfirmingModal } from '#components/actions/confirm-act.tsx'
import { TextLink } from '#components/frame/text-link.tsx'
import { Modal } from '#components/overlays/modal.tsx'
import { fewestParties } from '#domain/meeting/arity.ts'
import { type Office, offices } from '#domain/meeting/participant.ts'
import { AppointmentForm } from './appointment-form.tsx'
import { PartiesForm } from './parties-form.tsx'
import type { PlanDialogProps } from './plan-dialogs.tsx'

/** What changes who takes part, and who holds an office. */
export function PeopleDialog(props: PlanDialogProps) {
  const { name, about, view, onClose } = props
  const office = offices.find((one) => one === about)
  switch (name) {
    case 'parties':
      return <PartiesDialog {...{ view, onClose }} />
    case 'appoint':
      return office && <AppointDialog {...{ office, view, onClose }} />
    case 'end-office':
      return office && <EndOffice {...{ office, view, onClose }} />
    case 'leave':
      return <Leaving {...props} />
    default:
      return <OpenEarlier {...props} />
  }
}

type Props = Pick<PlanDialogProps, 'view' | 'onClose'>

function PartiesDialog({ view: { plan, choices }, onClose }: Props) {
  const t = useTranslations('meetings.people')
  return (
    <Modal title={t('changeTitle')} onClose={onClose}>
      {choices.length < fewestParties(plan.kind) && (
        <p className="mb-4">
          {t('fewInGroup', { count: choices.length })}{' '}
          <TextLink href={`/groups/${plan.groupId}/parties#new`}>{t('addParty')}</TextLink>
        </p>
      )}
      <PartiesForm
        meetingId={plan.id}
        parties={choices}
        chosen={plan.parties.filter((party) => !party.left).map(({ id }) => id)}
        label={t('parties')}
        {...(plan.state !== 'draft' && { hint: t('changeMeans') })}
        submit={t('save')}
      />
    </Modal>
  )
}

type OfficeProps = Props & { readonly office: Office }

function AppointDialog({ office, view: { plan }, onClose }: OfficeProps) {
  const t = useTranslations('meetings.office')
  return (
    <Modal title={t('appointTitle', { office })} onClose={onClose}>
      {(plan.state === 'draft' || plan.state === 'scheduled') && (
        <p className="mb-4 text-soft">
          {t('outside')} <TextLink href={`/groups/${plan.groupId}/parties`}>{t('outsideInvite')}</TextLink>
        </p>
      )}
      <AppointmentForm
        meetingId={plan.id}
        office={office}
        people={plan.appointees}
        label={t('person')}
        submit={t('submit')}
      />
    </Modal>
  )
}

function EndOffice({ office, view: { plan }, onClose }: OfficeProps) {
  const t = useTranslations('meetings.office')
  const name = plan.offices.find((held) => held.office === office)?.name ?? ''
  return (
    <ConfirmingModal
      title={t('endTitle', { name, office })}
      thing={`${t(office)}: ${name}`}
      confirmLabel={t('end', { office })}
      act={{ route: 'DELETE /meetings/{meetingId}/offices/{office}', params: { meetingId: plan.id, office } }}
      onClose={onClose}
    >
      <p>{t('endMeans')}</p>
    </ConfirmingModal>
  )
}

function Leaving({ about: partyId, view: { plan }, onClose }: PlanDialogProps) {
  const t = useTranslations('meetings.people')
  const party = plan.parties.find(({ id }) => id === partyId)?.name ?? ''
  return (
    <ConfirmingModal
      title={t('leaveTitle', { party })}
      thing={party}
      confirmLabel={t('leaveConfirm')}
      act={{ route: 'POST /meetings/{meetingId}/parties/{partyId}/leave', params: { meetingId: plan.id, partyId } }}
      onClose={onClose}
    >
      <p>{t('leaveMeans')}</p>
    </ConfirmingModal>
  )
}

function OpenEarlier({ about: partyId, view: { plan }, onClose }: PlanDialogProps) {
  const t = useTranslations('meetings.earlier')
  const party = plan.parties.find(({ id }) => id === partyId)?.name ?? ''
  return (
    <ConfirmingModal
      title={t('openTitle', { party })}
      thing={party}
      confirmLabel={t('openConfirm')}
      act={{
        route: 'PUT /meetings/{meetingId}/parties/{partyId}/earlier',
        params: { meetingId: plan.id, partyId },
        body: { open: true },
      }}
      onClose={onClose}
    >
      <p>{t('openMeans')}</p>
    </ConfirmingModal>
  )
}
