'use client'
import { useState } from 'react'
import { useAct } from '#components/actions/use-act.ts'
import { Form } from '#components/forms/form.tsx'
import { textIn } from '#components/forms/form-values.ts'
import { NumberField } from '#components/forms/number-field.tsx'
import { SubmitButton } from '#components/forms/submit-button.tsx'
import { TextArea } from '#components/forms/text-area.tsx'
import { TextField } from '#components/forms/text-field.tsx'
import { ZoneField } from '#components/forms/zone-field.tsx'
import type { NewGroup } from '../schema.ts'

export type GroupFormWords = Readonly<
  Record<
    'name' | 'purpose' | 'purposeHint' | 'timeZone' | 'timeZoneHint' | 'delay' | 'delayHint' | 'hours' | 'submit',
    string
  >
>

export type GroupFormProps = {
  readonly words: GroupFormWords
  /** The group to change; without it a new one is made. */
  readonly group?: {
    readonly id: string
    readonly name: string
    readonly purpose: string
    readonly timeZone: string
    readonly replacementDelayHours: number
  }
}

/** Makes a group, or changes what it is called and how it works. */
export function GroupForm({ words, group }: GroupFormProps) {
  const { act } = useAct()
  const [made, setMade] = useState(0)
  function send(data: FormData) {
    const about = { name: textIn(data, 'name'), purpose: textIn(data, 'purpose'), timeZone: textIn(data, 'timeZone') }
    if (group === undefined) return make(about)
    const body = { ...about, replacementDelayHours: Number(data.get('replacementDelayHours')) }
    return act({ route: 'PUT /groups/{groupId}/settings', params: { groupId: group.id }, body })
  }
  async function make(body: NewGroup) {
    const refusals = await act({ route: 'POST /groups', body })
    // What was made stands above the form, which is empty again for the next.
    if (refusals.length === 0) setMade((count) => count + 1)
    return refusals
  }
  return (
    <Form key={made} send={send} draft={group === undefined ? 'group-new' : `group-${group.id}`}>
      <TextField label={words.name} name="name" defaultValue={group?.name} maxLength={120} required />
      <TextArea
        label={words.purpose}
        description={words.purposeHint}
        name="purpose"
        defaultValue={group?.purpose}
        maxLength={2000}
      />
      <ZoneField
        label={words.timeZone}
        description={words.timeZoneHint}
        name="timeZone"
        defaultValue={group?.timeZone ?? ''}
        guess
        required
      />
      {group !== undefined && (
        <NumberField
          label={words.delay}
          description={words.delayHint}
          name="replacementDelayHours"
          defaultValue={group.replacementDelayHours}
          min={24}
          max={720}
          unit={words.hours}
          required
        />
      )}
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  )
}
