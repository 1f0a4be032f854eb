'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { useClose } from '#components/overlays/modal.tsx'

type Props = {
  /** Default `POST`. */
  readonly method?: 'POST' | 'PUT'
  /** Path below `/api/v1`. */
  readonly path: string
  /** What is written, as the API calls it. */
  readonly name: 'reason' | 'title' | 'words'
  readonly label: string
  readonly hint?: string
  readonly initial?: string
  /** Fields that go along: the version that was read. */
  readonly extra?: Readonly<Record<string, string | number>>
  readonly submit: string
  /** It may stay empty. */
  readonly optional?: boolean
  /** The act takes something away. */
  readonly hurts?: boolean
  /** Where conclusions of the meeting lie: the page goes to the one that was made. */
  readonly goToUnder?: string
}

/** One act that wants some words: a reason, a name, a side's own words. Inside a dialog it closes it. */
export function TextForm(props: Props) {
  const { method = 'POST', path, name, label, hint, initial = '', extra = {}, submit, optional = false, hurts } = props
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const text = String(data.get(name) ?? '').replaceAll('\r\n', '\n')
    const body = { ...extra, [name]: text === '' && optional ? null : text }
    const goTo = (view: { id: string }) => (props.goToUnder === undefined ? null : `${props.goToUnder}/${view.id}`)
    const refusals = await act<{ id: string }>({ method, path, body, goTo })
    if (refusals.length === 0) close()
    return refusals
  }
  const field = { name, label, defaultValue: initial, required: !optional, ...(hint && { description: hint }) }
  return (
    <Form send={send} draft={`${path} ${name}`}>
      {name === 'title' ? (
        <TextField {...field} maxLength={200} />
      ) : (
        <TextArea {...field} asText={name === 'words'} maxLength={name === 'words' ? 20_000 : 2_000} />
      )}
      <div>
        <SubmitButton variant={hurts ? 'danger' : 'primary'}>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
