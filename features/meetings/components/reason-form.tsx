'use client'
import { Form } from '#components/form.tsx'
import { useClose } from '#components/modal.tsx'
import { SubmitButton } from '#components/submit-button.tsx'
import { TextArea } from '#components/text-area.tsx'
import { useAct } from '#components/use-act.ts'

type Props = {
  /** Path below `/api/v1` that takes `{ reason }`. */
  readonly path: string
  readonly draft: string
  readonly label: string
  readonly hint?: string
  readonly submit: string
  readonly required: boolean
}

/** An act that wants a reason: calling off, declining. */
export function ReasonForm({ path, draft, label, hint, submit, required }: Props) {
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const refusals = await act({ method: 'POST', path, body: { reason: String(data.get('reason') ?? '') } })
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
