'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { NumberField } from '#components/forms/number-field.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useClose } from '#components/overlays/modal.tsx'

type Props = {
  /** Path below `/api/v1` that takes `{ agendaVersion, [name] }`. */
  readonly path: string
  readonly agendaVersion: number
  readonly name: 'minutes' | 'limit'
  readonly label: string
  readonly initial: number
  readonly submit: string
  /** A change that wants a reason. */
  readonly reason?: { readonly label: string; readonly hint: string }
}

/** One number of the agenda: minutes of a statement, or the limit of resolutions. */
export function NumberForm({ path, agendaVersion, name, label, initial, submit, reason }: Props) {
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const body = {
      agendaVersion,
      [name]: Number(data.get(name)),
      ...(reason && { reason: String(data.get('reason') ?? '') }),
    }
    const refusals = await act({ method: 'PUT', path, body })
    if (refusals.length === 0) close()
    return refusals
  }
  return (
    <Form send={send}>
      <NumberField name={name} label={label} defaultValue={initial} min={0} required />
      {reason && <TextArea name="reason" label={reason.label} description={reason.hint} required maxLength={2000} />}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
