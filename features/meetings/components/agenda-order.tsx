'use client'
import { ReorderList, type ReorderListProps } from '#components/collections/reorder-list.tsx'
import { useReorder } from './use-reorder.ts'

type Props = Pick<ReorderListProps, 'label' | 'items'> & {
  readonly meetingId: string
  /** The version of the agenda in which the items stand so. */
  readonly version: number
}

/** The items of an agenda in the hands of those who order them. */
export function AgendaOrder({ meetingId, version, label, items }: Props) {
  const { reorder, refused } = useReorder(meetingId, { version, items })
  return <ReorderList key={refused} label={label} items={items} onReorder={reorder} />
}
