/** A whole group can be deleted by its organizer: announced to its people, who have time to export what they want to keep. */
import { notEntitled, type Refusal } from './refusal.ts'

/** Hours between announcing the deletion of a group and the deletion. */
export const deletionDelayHours = 7 * 24

/** What decides about the deletion of a group. */
export interface DeletableGroup {
  /** When it goes; null: no deletion is announced. */
  readonly deletesAt: Date | null
}

/** An organizer announces that the group will be deleted. */
export function announceDeletion(
  group: DeletableGroup,
  by: { readonly organizer: boolean },
  now: Date,
):
  | { readonly type: 'deletion-announced'; readonly deletesAt: Date }
  | Refusal<'not-entitled' | 'deletion-announced-already'> {
  if (!by.organizer) return notEntitled
  if (group.deletesAt !== null) return { refused: 'deletion-announced-already' }
  return { type: 'deletion-announced', deletesAt: new Date(now.getTime() + deletionDelayHours * 3_600_000) }
}

/** Any organizer calls it off, as long as the group is there. */
export function callOffDeletion(
  group: DeletableGroup,
  by: { readonly organizer: boolean },
): { readonly type: 'deletion-called-off' } | Refusal<'not-entitled' | 'no-deletion-announced'> {
  if (!by.organizer) return notEntitled
  if (group.deletesAt === null) return { refused: 'no-deletion-announced' }
  return { type: 'deletion-called-off' }
}
