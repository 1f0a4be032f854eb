'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SeenFields, useSeen } from '#components/forms/seen.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { saidZone, ZoneField } from '#components/forms/zone-field.tsx'

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
  const { act, stay } = useAct()
  const { name = '', shortName = '', timeZone = '' } = party ?? {}
  const seeing = useSeen({ name, shortName, timeZone })
  async function send(data: FormData) {
    const text = (field: string) => textIn(data, field)
    const body = { name: text('name'), shortName: text('shortName'), timeZone: text('timeZone') }
    if (party !== undefined) {
      const params = { partyId: party.id }
      const call = { route: 'PUT /parties/{partyId}', params, body: { ...body, seen: seeing.seen } } as const
      return stay(call, { done: () => seeing.saved(body), refused: seeing.refused })
    }
    return act(
      { route: 'POST /groups/{groupId}/parties', params: { groupId }, body },
      ({ id }) => `/groups/${groupId}/parties/${id}`,
    )
  }
  return (
    <Form send={send} draft={party === undefined ? `party-new-${groupId}` : `party-${party.id}`}>
      {party !== undefined && <SeenFields seeing={seeing} say={saidZone} />}
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
