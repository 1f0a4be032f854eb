'use client'
import { useTranslations } from 'next-intl'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { useClose } from '#components/overlays/modal.tsx'

type Props = {
  readonly meetingId: string
  readonly title: string
  readonly aim: string
  readonly place: string
  readonly link: string
}

/** What the meeting is called and is for, and where it is held. */
export function DescriptionForm({ meetingId, ...initial }: Props) {
  const t = useTranslations('meetings.edit')
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const text = (name: string) => String(data.get(name) ?? '')
    const body = { title: text('title'), aim: text('aim'), place: text('place'), link: text('link') }
    const refusals = await act({ method: 'PUT', path: `/meetings/${meetingId}/description`, body })
    if (refusals.length === 0) close()
    return refusals
  }
  return (
    <Form send={send} draft={`meeting-description-${meetingId}`}>
      <TextField name="title" label={t('name')} defaultValue={initial.title} required maxLength={200} />
      <TextArea name="aim" label={t('aim')} description={t('aimHint')} defaultValue={initial.aim} maxLength={2000} />
      <TextField
        name="place"
        label={t('place')}
        description={t('placeHint')}
        defaultValue={initial.place}
        maxLength={300}
      />
      <TextField
        name="link"
        type="url"
        label={t('link')}
        description={t('linkHint')}
        defaultValue={initial.link}
        maxLength={1000}
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </Form>
  )
}
