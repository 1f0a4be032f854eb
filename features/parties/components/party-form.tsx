'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'

export type PartyFormProps = {
  readonly groupId: string
  /** The party to change; without it a new one is made. */
  readonly party?: {
    readonly id: string
    readonly name: string
    readonly shortName: string
    readonly timeZone: string
  }
}

/** Makes a party and goes there, or changes what one is called. */
export function PartyForm({ groupId, party }: PartyFormProps) {
  const t = useTranslations('parties.form')
  const { act } = useAct()
  function send(data: FormData) {
    const body = { name: data.get('name'), shortName: data.get('shortName'), timeZone: data.get('timeZone') }
    const at = `/groups/${groupId}/parties`
    if (party === undefined)
      return act<{ id: string }>({ method: 'POST', path: at, body, goTo: ({ id }) => `${at}/${id}` })
    return act({ method: 'PUT', path: `/parties/${party.id}`, body })
  }
  return (
    <Form send={send} draft={party === undefined ? `party-new-${groupId}` : `party-${party.id}`}>
      <TextField label={t('name')} name="name" defaultValue={party?.name} maxLength={120} required />
      <TextField
        label={t('shortName')}
        description={t('shortNameHint')}
        name="shortName"
        defaultValue={party?.shortName}
        maxLength={24}
        required
      />
      <ZoneField
        label={t('timeZone')}
        description={t('timeZoneHint')}
        name="timeZone"
        defaultValue={party?.timeZone ?? ''}
        guess
        required
      />
      <div>
        <SubmitButton>{t(party === undefined ? 'create' : 'save')}</SubmitButton>
      </div>
    </Form>
  )
}
