'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SeenFields, useSeen } from '#components/forms/seen.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { VenueFields } from './venue-fields.tsx'

type Props = {
  readonly meetingId: string
  readonly title: string
  /** Null: it is not for whoever writes, and stays as it is. */
  readonly aim: string | null
  readonly place: string
  readonly link: string
}

/** What the meeting is called and is for, and where it is held. */
export function DescriptionForm({ meetingId, ...initial }: Props) {
  const t = useTranslations('meetings.edit')
  const { stay } = useAct()
  const close = useClose()
  const seeing = useSeen({ ...initial, aim: initial.aim ?? '' })
  async function send(data: FormData) {
    const text = (name: string) => textIn(data, name)
    const body = { title: text('title'), aim: text('aim'), place: text('place'), link: text('link'), seen: seeing.seen }
    const call = { route: 'PUT /meetings/{meetingId}/description', params: { meetingId }, body } as const
    return stay(call, { done: close, refused: seeing.refused })
  }
  return (
    <Form send={send} draft={`meeting-description-${meetingId}`}>
      <SeenFields seeing={seeing} />
      <TextField name="title" label={t('name')} defaultValue={initial.title} required maxLength={200} />
      {initial.aim !== null && (
        <TextArea name="aim" label={t('aim')} description={t('aimHint')} defaultValue={initial.aim} maxLength={2000} />
      )}
      <VenueFields place={initial.place} link={initial.link} />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
