'use client'
import { DraftForm, type DraftFormProps } from '#features/conclusions/components/draft-form.tsx'
import { PassagePicker, type PassagePickerProps } from '#features/texts/components/passage-picker.tsx'

type Props = Omit<DraftFormProps, 'renderPicker'> & {
  readonly groupId: string
  readonly pickerWords: PassagePickerProps['words']
}

/** A draft and, beside it, the reader from which its passages are picked. */
export function DraftWithPassages({ groupId, pickerWords, ...form }: Props) {
  return (
    <DraftForm
      {...form}
      renderPicker={(value, onChange) => (
        <PassagePicker groupId={groupId} words={pickerWords} value={value} onChange={onChange} />
      )}
    />
  )
}
