'use client'
import { AgendaEditor, type AgendaEditorProps } from '#features/meetings/components/agenda-editor.tsx'
import { PassagePicker } from '#features/texts/components/passage-picker.tsx'

type Props = Omit<AgendaEditorProps, 'renderPicker'> & {
  readonly groupId: string
}

/** The agenda and, beside it, the reader from which passages are picked. */
export function AgendaWithPassages({ groupId, ...editor }: Props) {
  return (
    <AgendaEditor
      {...editor}
      renderPicker={(value, onChange) => <PassagePicker groupId={groupId} value={value} onChange={onChange} />}
    />
  )
}
