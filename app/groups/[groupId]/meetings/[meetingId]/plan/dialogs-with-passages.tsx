'use client'
import { PlanDialogs, type PlanDialogsProps } from '#features/meetings/components/plan-dialogs.tsx'
import { PassagePicker } from '#features/texts/components/passage-picker.tsx'

/** The dialogs of a plan and, beside them, the reader from which passages are picked. */
export function DialogsWithPassages(props: Omit<PlanDialogsProps, 'renderPicker'>) {
  const { groupId } = props.view.plan
  return (
    <PlanDialogs
      {...props}
      renderPicker={(value, onChange) => <PassagePicker groupId={groupId} value={value} onChange={onChange} />}
    />
  )
}
