'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import type { ActTaking } from '#lib/api/contract.ts'

type Props = {
  /** The act, but for its reason. */
  readonly act: ActTaking<{ reason: string }>
  readonly draft: string
  readonly label: string
  readonly hint?: string
  readonly submit: string
  readonly required: boolean
}

/** An act that wants a reason: calling off, declining. */
export function ReasonForm({ act: unreasoned, draft, label, hint, submit, required }: Props) {
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const refusals = await act({ ...unreasoned, body: { reason: textIn(data, 'reason') } })
    if (refusals.length === 0) close()
    return refusals
  }
  return (
    <Form send={send} draft={draft}>
      <TextArea name="reason" label={label} description={hint} required={required} maxLength={2000} />
      <div>
        <SubmitButton variant="danger">{submit}</SubmitButton>
      </div>
    </Form>
  )
}
