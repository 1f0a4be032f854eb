'use client'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn, textOrNull } from '#components/forms/form-values.ts'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'
import { showToast } from '#components/overlays/toast.ts'

export type ProfileFormProps = {
  readonly name: string
  readonly timeZone: string | null
  readonly words: Readonly<Record<'name' | 'nameHint' | 'timeZone' | 'timeZoneHint' | 'save' | 'saved', string>>
}

/** One's own name and zone. */
export function ProfileForm({ name, timeZone, words }: ProfileFormProps) {
  const { act } = useAct()
  async function send(data: FormData) {
    const body = { name: textIn(data, 'name'), timeZone: textOrNull(data, 'timeZone') }
    const refusals = await act({ route: 'PATCH /me', body })
    if (refusals.length === 0) showToast({ message: words.saved })
    return refusals
  }
  return (
    <Form send={send}>
      <TextField
        label={words.name}
        description={words.nameHint}
        name="name"
        defaultValue={name}
        autoComplete="name"
        maxLength={120}
        required
      />
      <ZoneField
        label={words.timeZone}
        description={words.timeZoneHint}
        name="timeZone"
        defaultValue={timeZone ?? ''}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  )
}
