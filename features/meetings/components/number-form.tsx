'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { NumberField } from '#components/forms/number-field.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import type { ActTaking } from '#lib/api/contract.ts'

type Props = {
  readonly agendaVersion: number
  readonly label: string
  readonly initial: number
  readonly submit: string
} & (
  | { readonly name: 'minutes'; readonly act: ActTaking<{ agendaVersion: number; minutes: number }> }
  | {
      readonly name: 'limit'
      readonly act: ActTaking<{ agendaVersion: number; limit: number; reason: string }>
      /** The change wants a reason. */
      readonly reason: { readonly label: string; readonly hint: string }
    }
)

/** One number of the agenda, which the act calls by `name`: minutes of a statement, or the limit of resolutions. */
export function NumberForm(props: Props) {
  const { name, label, initial, submit, agendaVersion } = props
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const number = Number(data.get(name))
    const refusals = await (props.name === 'minutes'
      ? act({ ...props.act, body: { agendaVersion, minutes: number } })
      : act({ ...props.act, body: { agendaVersion, limit: number, reason: textIn(data, 'reason') } }))
    if (refusals.length === 0) close()
    return refusals
  }
  const reason = props.name === 'limit' && props.reason
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
