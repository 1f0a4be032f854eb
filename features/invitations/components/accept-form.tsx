'use client'
import { Form } from '#components/form.tsx'
import { SubmitButton } from '#components/submit-button.tsx'
import { TextField } from '#components/text-field.tsx'
import { useAct } from '#components/use-act.ts'
import type { Accepted } from '../commands/accept.ts'

export type AcceptFormProps = {
  readonly token: string
  /** Set for somebody new: the name they may change before others see it. */
  readonly name?: string
  readonly words: { readonly name: string; readonly submit: string }
}

/** Accepts an invitation, or asks the inviter to confirm it. */
export function AcceptForm({ token, name, words }: AcceptFormProps) {
  const { act } = useAct()
  const send = (data: FormData) =>
    act<Accepted>({
      method: 'POST',
      path: '/invitations/acceptances',
      body: { token, ...(name === undefined ? {} : { name: data.get('name') }) },
      goTo: (view) => (view.state === 'accepted' ? placeOf(view) : null),
    })
  return (
    <Form send={send}>
      {name !== undefined && (
        <TextField label={words.name} name="name" defaultValue={name} autoComplete="name" maxLength={120} required />
      )}
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  )
}

function placeOf({ groupId, partyId }: { groupId: string; partyId: string | null }): string {
  return partyId === null ? `/groups/${groupId}` : `/groups/${groupId}/parties/${partyId}`
}
