'use client'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { CheckboxGroup } from '#components/forms/checkbox-group.tsx'
import { Form } from '#components/forms/form.tsx'
import { textsIn } from '#components/forms/form-values.ts'
import { SeenList, useSeenList } from '#components/forms/seen.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { partyChoices } from './party-choices.ts'

type Props = {
  readonly meetingId: string
  readonly parties: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
  readonly chosen: readonly string[]
  readonly label: string
  /** What adding a party, or taking one off, does to a meeting of which the others know. */
  readonly hint?: string
  readonly submit: string
}

/** Which parties take part. */
export function PartiesForm({ meetingId, parties, chosen, label, hint, submit }: Props) {
  const { stay } = useAct()
  const close = useClose()
  // As the boxes show them, whatever others make of it while the form is open.
  const [first] = useState(chosen)
  const list = useSeenList(first)
  async function send(data: FormData) {
    const body = { partyIds: [...textsIn(data, 'partyIds')], seen: [...list.seen] }
    const call = { route: 'PUT /meetings/{meetingId}/parties', params: { meetingId }, body } as const
    return stay(call, { done: close, refused: list.refused })
  }
  const choices = partyChoices(parties)
  return (
    <Form send={send} draft={`meeting-parties-${meetingId}-${first.map((id) => id.slice(-6)).join('')}`}>
      <SeenList list={list} choices={choices} />
      <CheckboxGroup
        name="partyIds"
        label={label}
        choices={choices}
        defaultValue={first}
        required
        {...(hint && { description: hint })}
      />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </Form>
  )
}
