'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { choiceIn } from '#components/forms/form-values.ts'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { partyRoles } from '#domain/party/membership.ts'

export type RoleFormProps = {
  readonly partyId: string
  readonly personId: string
  readonly roles: readonly { readonly value: string; readonly label: string; readonly description: string }[]
  readonly words: { readonly role: string; readonly submit: string }
}

/** Gives somebody another role; stands in a dialog. */
export function RoleForm({ partyId, personId, roles, words }: RoleFormProps) {
  const { act } = useAct()
  const close = useClose()
  async function send(data: FormData) {
    const refusals = await act({
      route: 'PUT /parties/{partyId}/members/{personId}/role',
      params: { partyId, personId },
      body: { role: choiceIn(data, 'role', partyRoles) },
    })
    if (refusals.length === 0) close()
    return refusals
  }
  return (
    <Form send={send}>
      <RadioGroup label={words.role} name="role" choices={roles} required />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  )
}
