'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { LateDialogProps } from '#components/overlays/late-dialogs.tsx'
import { Modal } from '#components/overlays/modal.tsx'
import { AgendaDialog } from './agenda-dialogs.tsx'
import { DescriptionForm } from './description-form.tsx'
import type { ItemFormProps } from './item-form.tsx'
import type { OpenedPlan, PlanDialogName } from './opens-plan.ts'
import { PeopleDialog } from './people-dialogs.tsx'
import { partiesOfTime, roomOf, timeDraftOf } from './plan-drafts.ts'
import { ReasonForm } from './reason-form.tsx'
import { TimeForm } from './time-form.tsx'

export type PlanDialogsProps = LateDialogProps<OpenedPlan> & Pick<ItemFormProps, 'renderPicker'>

/** The dialogs of a plan, of which one stands open. They come when somebody is about to open one, with the plan as it is then. */
export function PlanDialogs({ opens, view, onClose, renderPicker }: PlanDialogsProps) {
  const [name = '', about = ''] = opens.split(' ')
  return <PlanDialog {...{ name: name as PlanDialogName, about, view, onClose, renderPicker }} />
}

/** What one of them is given. */
export interface PlanDialogProps extends Pick<ItemFormProps, 'renderPicker'> {
  readonly name: PlanDialogName
  /** The id, or the office, that it is about; empty: the plan as a whole. */
  readonly about: string
  readonly view: OpenedPlan
  readonly onClose: () => void
}

function PlanDialog(props: PlanDialogProps) {
  const { name } = props
  switch (name) {
    case 'add-item':
    case 'item':
    case 'remove-item':
    case 'statement':
    case 'limit':
      return <AgendaDialog {...props} />
    case 'parties':
    case 'leave':
    case 'appoint':
    case 'end-office':
    case 'open-earlier':
      return <PeopleDialog {...props} />
    case 'reschedule':
    case 'offer':
      return <TimeDialog {...props} />
    case 'describe':
    case 'cancel':
    case 'decline':
      return <WholeDialog {...props} />
    default:
      return name satisfies never
  }
}

function TimeDialog({ name, view: { plan }, onClose }: PlanDialogProps): ReactNode {
  const t = useTranslations('meetings')
  const params = { meetingId: plan.id }
  const offers = name === 'offer'
  const title = offers
    ? plan.offer === null && plan.startsAt === null
      ? t('when.offer')
      : t('when.offerOther')
    : t('schedule.rescheduleTitle')
  return (
    <Modal title={title} onClose={onClose}>
      <TimeForm
        what={
          offers
            ? {
                act: { route: 'POST /meetings/{meetingId}/offers', params },
                along: { name: 'message', label: t('offer.message'), hint: t('offer.messageHint') },
              }
            : {
                act: { route: 'POST /meetings/{meetingId}/reschedule', params },
                along: { name: 'reason', label: t('schedule.reason'), hint: t('schedule.reasonHint') },
              }
        }
        draft={`${name}-${plan.id}`}
        initial={timeDraftOf(plan, { own: offers })}
        parties={partiesOfTime(plan)}
        room={roomOf(plan)}
        submit={offers ? t('offer.send') : t('schedule.reschedule')}
      />
    </Modal>
  )
}

function WholeDialog({ name, about, view: { plan }, onClose }: PlanDialogProps): ReactNode {
  const t = useTranslations('meetings')
  const { id: meetingId, title, place, link, agenda } = plan
  const seesAim = agenda !== null && !agenda.titlesOnly
  if (name === 'describe')
    return (
      <Modal title={t('edit.title')} onClose={onClose}>
        <DescriptionForm {...{ meetingId, title, place, link }} aim={seesAim ? plan.aim : null} />
      </Modal>
    )
  if (name === 'cancel')
    return (
      <Modal title={t('cancel.title')} onClose={onClose}>
        <p className="mb-4">{t('cancel.means')}</p>
        <ReasonForm
          act={{ route: 'POST /meetings/{meetingId}/cancel', params: { meetingId } }}
          draft={`cancel-${meetingId}`}
          label={t('cancel.reason')}
          submit={t('cancel.confirm')}
          required
        />
      </Modal>
    )
  return (
    <Modal
      title={plan.state === 'draft' ? t('offer.declineTitleDraft') : t('offer.declineTitleScheduled')}
      onClose={onClose}
    >
      <p className="mb-4">{plan.state === 'draft' ? t('offer.declineDraft') : t('offer.declineScheduled')}</p>
      <ReasonForm
        act={{ route: 'POST /meetings/{meetingId}/offers/{offerId}/decline', params: { meetingId, offerId: about } }}
        draft={`decline-${about}`}
        label={t('offer.reason')}
        hint={t('offer.reasonHint')}
        submit={t('offer.decline')}
        required={false}
      />
    </Modal>
  )
}
