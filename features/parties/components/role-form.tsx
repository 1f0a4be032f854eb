'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { choiceIn } from '#components/forms/form-values.ts'
import { RadioGroup } from '#components/forms/radio-group.tsx'
import { SeenFields, useSeen } from '#components/forms/seen.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { useClose } from '#components/overlays/modal.tsx'
import { type PartyRole, partyRoles } from '#domain/party/membership.ts'

export type RoleFormProps = {
  readonly partyId: string
  readonly personId: string
  /** The role that they have. */
  readonly role: PartyRole
  /** What each role is called. */
  readonly names: Readonly<Record<string, string>>
  readonly roles: readonly { readonly value: string; readonly label: string; readonly description: string }[]
  readonly words: { readonly role: string; readonly submit: string }
}

/** Gives somebody another role; stands in a dialog. */
export function RoleForm({ partyId, personId, role, names, roles, words }: RoleFormProps) {
  const { stay } = useAct()
  const close = useClose()
  const seeing = useSeen({ role })
  async function send(data: FormData) {
    const params = { partyId, personId }
    const body = { role: choiceIn(data, 'role', partyRoles), seen: seeing.seen.role }
    const call = { route: 'PUT /parties/{partyId}/members/{personId}/role', params, body } as const
    return stay(call, { done: close, refused: seeing.refused })
  }
  return (
    <Form send={send}>
      <SeenFields seeing={seeing} say={(_, value) => names[String(value)]} onTake={close} />
      <RadioGroup label={words.role} name="role" choices={roles} required />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  )
}
