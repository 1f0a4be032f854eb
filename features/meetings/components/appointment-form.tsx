'use client'
import { useAct } from '#components/actions/use-act.ts'
import { ComboBox } from '#components/forms/combo-box.tsx'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import type { Office } from '#domain/meeting/participant.ts'

type Props = {
  readonly meetingId: string
  readonly office: Office
  readonly people: readonly { readonly id: string; readonly name: string; readonly party: string | null }[]
  readonly label: string
  readonly submit: string
}

/** Names an officer. */
export function AppointmentForm({ meetingId, office, people, label, submit }: Props) {
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const body = { personId: String(data.get('personId') ?? '') }
    const refusals = await act({ method: 'PUT', path: `/meetings/${meetingId}/offices/${office}`, body })
    if (refusals.length === 0) close()
    return refusals
  }
  const choices = people.map(({ id, name, party }) => ({
    value: id,
    label: party === null ? name : `${name} (${party})`,
  }))
  return (
    <Form send={send}>
      <ComboBox name="personId" label={label} choices={choices} required />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
