'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { ConfirmingModal } from '#components/actions/confirm-act.tsx'
import { useGoing } from '#components/actions/use-going.ts'
import { Modal } from '#components/overlays/modal.tsx'
import { agendaDefaults, itemKindsOf } from '#domain/agenda/agenda.ts'
import type { PlannedAgenda } from '../views/agenda.ts'
import type { PlanView } from '../views/plan.ts'
import { ItemForm, type Option } from './item-form.tsx'
import { NumberForm } from './number-form.tsx'
import type { PlanDialogProps } from './plan-dialogs.tsx'
import { RemovedItem } from './removed-item.tsx'

/** What changes the agenda: an item, or one of its numbers. */
export function AgendaDialog(props: PlanDialogProps) {
  const { name, about, view, onClose } = props
  const { agenda } = view.plan
  const item = agenda?.items.find(({ id }) => id === about) ?? null
  if (agenda === null) return null
  if (item === null && (name === 'item' || name === 'remove-item')) return <WasRemoved onClose={onClose} />
  switch (name) {
    case 'add-item':
    case 'item':
      return <ItemDialog {...props} agenda={agenda} />
    case 'remove-item':
      return item === null || view.hangsOnIt ? (
        <RemoveItem {...{ plan: view.plan, agenda, item, onClose }} />
      ) : (
        <RemovedItem {...{ meetingId: view.plan.id, agenda, item, onClose }} />
      )
    default:
      return <NumberDialog {...props} agenda={agenda} />
  }
}

/** Somebody else took the item out, and the page did not show it yet. */
function WasRemoved({ onClose }: Pick<PlanDialogProps, 'onClose'>) {
  const t = useTranslations('meetings.item')
  const { renew } = useGoing()
  useEffect(renew, [renew])
  return (
    <Modal title={t('edit')} onClose={onClose}>
      <p>{t('wasRemoved')}</p>
    </Modal>
  )
}

type Props = PlanDialogProps & { readonly agenda: PlannedAgenda }

function ItemDialog({ about, view: { plan }, agenda, onClose, renderPicker }: Props) {
  const t = useTranslations('meetings')
  const { itemKind: kind, itemMinutes: minutes } = agendaDefaults(plan.kind)
  return (
    <Modal title={about === '' ? t('item.new') : t('item.edit')} size="wide" placement="side" onClose={onClose}>
      <ItemForm
        meetingId={plan.id}
        agenda={agenda}
        item={agenda.items.find(({ id }) => id === about) ?? null}
        kinds={itemKindsOf(plan.kind).map((value) => ({ value, label: t(`itemKind.${value}`) }))}
        leads={leadsOf(plan, t)}
        defaults={{ kind, minutes }}
        renderPicker={renderPicker}
      />
    </Modal>
  )
}

function leadsOf(plan: PlanView, t: ReturnType<typeof useTranslations<'meetings'>>): readonly Option[] {
  const parties = plan.parties.filter((party) => !party.left)
  const people = parties.flatMap((party) =>
    party.people.map(({ id, name }) => ({ value: `person:${id}`, label: `${name} (${party.shortName})` })),
  )
  const officers = plan.offices.map(({ personId, name, office }) => ({
    value: `person:${personId}`,
    label: `${name} (${t(`office.${office}`)})`,
  }))
  const leads = [...parties.map(({ id, name }) => ({ value: `party:${id}`, label: name })), ...people, ...officers]
  return leads.filter(({ value }, index) => leads.findIndex((other) => other.value === value) === index)
}

interface RemoveProps extends Pick<Props, 'agenda' | 'onClose'> {
  readonly plan: PlanView
  readonly item: PlannedAgenda['items'][number] | null
}

function RemoveItem({ plan, agenda, item, onClose }: RemoveProps) {
  const t = useTranslations('meetings.agenda')
  return (
    <ConfirmingModal
      title={t('removeTitle')}
      thing={item?.title}
      confirmLabel={t('removeConfirm')}
      act={{
        route: 'DELETE /meetings/{meetingId}/items/{itemId}',
        params: { meetingId: plan.id, itemId: item?.id ?? '' },
        query: { agendaVersion: agenda.version },
      }}
      onClose={onClose}
    >
      <p>{t('removeMeans')}</p>
    </ConfirmingModal>
  )
}

function NumberDialog({ name, view: { plan }, agenda, onClose }: Props) {
  const t = useTranslations('meetings.agenda')
  const params = { meetingId: plan.id }
  const { version, statementMinutes, resolutionLimit } = agenda
  return name === 'statement' ? (
    <Modal title={t('statementTitle')} onClose={onClose}>
      <NumberForm
        act={{ route: 'PUT /meetings/{meetingId}/statement-minutes', params }}
        agendaVersion={version}
        name="minutes"
        label={t('statementField')}
        initial={statementMinutes}
        submit={t('save')}
      />
    </Modal>
  ) : (
    <Modal title={t('limitTitle')} onClose={onClose}>
      <NumberForm
        act={{ route: 'PUT /meetings/{meetingId}/resolution-limit', params }}
        agendaVersion={version}
        name="limit"
        label={t('limitField')}
        initial={resolutionLimit}
        submit={t('save')}
        reason={{ label: t('limitWhy'), hint: t('limitWhyHint') }}
      />
    </Modal>
  )
}
