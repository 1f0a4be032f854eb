'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import type { ActLacking } from '#lib/api/contract.ts'

type Routes = 'take-back' | 'withdraw' | 'principals' | 'divergence'
type Told = `POST /conclusions/{conclusionId}/${Routes}` | `POST /commitments/{commitmentId}/${'drop' | 'reopen'}`

const mayBeSilent = 'POST /conclusions/{conclusionId}/principals'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly initial?: string
  readonly submit: string
  /** The act takes something away. */
  readonly hurts?: boolean
  /** Where conclusions of the meeting lie: the page goes to the one that was made. */
  readonly goToUnder?: string
} & (
  | { readonly name: 'reason'; readonly act: Extract<ActLacking<'reason'>, { readonly route: Told }> }
  | { readonly name: 'title'; readonly act: Extract<ActLacking<'title'>, { readonly route: Told }> }
)

/** One act that wants some words, which its body calls by `name`: a reason, a name. Inside a dialog it closes it. */
export function TextForm(props: Props) {
  const { name, label, hint, initial = '', submit, hurts, goToUnder } = props
  const { act } = useAct()
  const close = useClose()
  const goTo = ({ id }: { readonly id: string }) => (goToUnder === undefined ? null : `${goToUnder}/${id}`)
  function sendText(text: string) {
    switch (props.name) {
      case 'reason':
        // The principals need not say why.
        if (props.act.route === mayBeSilent)
          return act({ ...props.act, body: { ...props.act.body, reason: text === '' ? null : text } }, goTo)
        return act({ ...props.act, body: { ...props.act.body, reason: text } }, goTo)
      case 'title':
        return act({ ...props.act, body: { ...props.act.body, title: text } }, goTo)
      default:
        return props satisfies never
    }
  }
  async function send(data: FormData) {
    const refusals = await sendText(textIn(data, name).replaceAll('\r\n', '\n'))
    if (refusals.length === 0) close()
    return refusals
  }
  const field = {
    name,
    label,
    defaultValue: initial,
    required: props.act.route !== mayBeSilent,
    ...(hint && { description: hint }),
  }
  return (
    <Form send={send} draft={`${props.act.route} ${Object.values(props.act.params)} ${name}`}>
      {name === 'title' ? <TextField {...field} maxLength={200} /> : <TextArea {...field} maxLength={2_000} />}
      <div>
        <SubmitButton variant={hurts ? 'danger' : 'primary'}>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
