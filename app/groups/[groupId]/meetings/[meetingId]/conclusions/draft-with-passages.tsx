'use client'
import { DraftForm, type DraftFormProps } from '#features/conclusions/components/draft-form.tsx'
import { PassagePicker } from '#features/texts/components/passage-picker.tsx'

type Props = Omit<DraftFormProps, 'renderPicker'> & {
  readonly groupId: string
}

/** A draft and, beside it, the reader from which its passages are picked. */
export function DraftWithPassages({ groupId, ...form }: Props) {
  return (
    <DraftForm
      {...form}
      renderPicker={(value, onChange) => <PassagePicker groupId={groupId} value={value} onChange={onChange} />}
    />
  )
}
