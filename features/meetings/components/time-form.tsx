'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { type TimeDraft, TimeFields, timeIn, useTwiceQuestion } from './time-fields.tsx'
import type { PartyOfTime } from './typed-times.tsx'

type Props = {
  /** Path below `/api/v1` that takes `{ time }`. */
  readonly path: string
  /** A name for what is being written: it survives a reload and a new sign-in. */
  readonly draft: string
  readonly initial: TimeDraft
  /** The parties whose local times follow what is being typed. */
  readonly parties: readonly PartyOfTime[]
  readonly submit: string
  /** Words that go along: a reason, or a message to the other party. */
  readonly along?: { readonly name: 'reason' | 'message'; readonly label: string; readonly hint: string }
}

/** Sets or offers a time. */
export function TimeForm({ path, draft, initial, parties, submit, along }: Props) {
  const { act } = useAct()
  const close = useClose()
  const question = useTwiceQuestion(initial.fold)
  async function send(data: FormData) {
    const body = { time: timeIn(data), ...(along && { [along.name]: String(data.get(along.name) ?? '') }) }
    const refusals = await act({ method: 'POST', path, body })
    question.heed(refusals)
    if (refusals.length === 0) close()
    return refusals
  }
  return (
    <Form send={send} draft={draft}>
      <TimeFields initial={initial} required question={question} partiesIn={() => parties} />
      {along && <TextArea name={along.name} label={along.label} description={along.hint} maxLength={2000} />}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
