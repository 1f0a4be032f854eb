'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import type { MeetingWords } from './words.ts'

type Props = {
  readonly meetingId: string
  readonly title: string
  readonly aim: string
  readonly place: string
  readonly link: string
  readonly words: MeetingWords['edit']
}

/** What the meeting is called and is for, and where it is held. */
export function DescriptionForm({ meetingId, words, ...initial }: Props) {
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const text = (name: string) => textIn(data, name)
    const body = { title: text('title'), aim: text('aim'), place: text('place'), link: text('link') }
    const refusals = await act({ route: 'PUT /meetings/{meetingId}/description', params: { meetingId }, body })
    if (refusals.length === 0) close()
    return refusals
  }
  return (
    <Form send={send} draft={`meeting-description-${meetingId}`}>
      <TextField name="title" label={words.name} defaultValue={initial.title} required maxLength={200} />
      <TextArea name="aim" label={words.aim} description={words.aimHint} defaultValue={initial.aim} maxLength={2000} />
      <TextField
        name="place"
        label={words.place}
        description={words.placeHint}
        defaultValue={initial.place}
        maxLength={300}
      />
      <TextField
        name="link"
        type="url"
        label={words.link}
        description={words.linkHint}
        defaultValue={initial.link}
        maxLength={1000}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  )
}
