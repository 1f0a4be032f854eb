'use client'
import { AgendaEditor, type AgendaEditorProps } from '#features/meetings/components/agenda-editor.tsx'
import { PassagePicker, type PassagePickerProps } from '#features/texts/components/passage-picker.tsx'

type Props = Omit<AgendaEditorProps, 'renderPicker'> & {
  readonly groupId: string
  readonly pickerWords: PassagePickerProps['words']
}

/** The agenda and, beside it, the reader from which passages are picked. */
export function AgendaWithPassages({ groupId, pickerWords, ...editor }: Props) {
  return (
    <AgendaEditor
      {...editor}
      renderPicker={(value, onChange) => (
        <PassagePicker groupId={groupId} words={pickerWords} value={value} onChange={onChange} />
      )}
    />
  )
}
