'use client'
import { AssignForm, type AssignFormProps } from '#features/preparation/components/assign-form.tsx'
import { PassagePicker } from '#features/texts/components/passage-picker.tsx'

/** Giving homework with the reader from which its passages are picked. */
export function AssignWithPassages(form: Omit<AssignFormProps, 'renderPicker'>) {
  return (
    <AssignForm
      {...form}
      renderPicker={(value, onChange) => <PassagePicker groupId={form.groupId} value={value} onChange={onChange} />}
    />
  )
}
