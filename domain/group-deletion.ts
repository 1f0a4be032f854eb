/**
 * A whole group can be deleted by its organizers: announced to its people, who have time to take along what they agreed, and
 * stopped by the head of any of its parties, because what stands in the group is theirs.
 */
import { notEntitled, type Refusal } from './refusal.ts'

/** Hours between announcing the deletion of a group and the deletion: for so long each party can take its agreements along. */
export const deletionDelayHours = 7 * 24

/** Hours for which a deletion that was called off or stopped is not announced again: nobody is worn down by the hour. */
export const deletionPauseHours = 24

/** What decides about the deletion of a group. */
export interface DeletableGroup {
  /** When it goes; null: no deletion is announced. */
  readonly deletesAt: Date | null
  /** When the last announced deletion was called off or stopped; null: none was. */
  readonly deletionEndedAt: Date | null
}

/** Whoever acts on it. */
export interface DeletionActor {
  readonly organizer: boolean
  /** A party of the group, which has not left it, whose head they are; null: none. */
  readonly headOf: string | null
}

/** A new deletion has to wait after one that came to nothing. */
export interface EndedLately extends Refusal<'deletion-ended-lately'> {
  /** From here it can be announced. */
  readonly from: Date
}

/** An organizer announces that the group will be deleted. */
export function decideDeletion(
  group: DeletableGroup,
  by: Pick<DeletionActor, 'organizer'>,
  now: Date,
):
  | { readonly type: 'deletion-announced'; readonly deletesAt: Date }
  | Refusal<'not-entitled' | 'deletion-announced-already'>
  | EndedLately {
  if (!by.organizer) return notEntitled
  if (group.deletesAt !== null) return { refused: 'deletion-announced-already' }
  const from = hoursAfter(group.deletionEndedAt ?? new Date(0), deletionPauseHours)
  if (now.getTime() < from.getTime()) return { refused: 'deletion-ended-lately', from }
  return { type: 'deletion-announced', deletesAt: hoursAfter(now, deletionDelayHours) }
}

/** Any organizer calls it off, and the head of any party of the group stops it, as long as the group is there. */
export function decideDeletionEnd(
  group: Pick<DeletableGroup, 'deletesAt'>,
  by: DeletionActor,
):
  | { readonly type: 'deletion-called-off' }
  | { readonly type: 'deletion-stopped'; readonly partyId: string }
  | Refusal<'not-entitled' | 'no-deletion-announced'> {
  if (!by.organizer && by.headOf === null) return notEntitled
  if (group.deletesAt === null) return { refused: 'no-deletion-announced' }
  if (by.organizer) return { type: 'deletion-called-off' }
  return by.headOf === null ? notEntitled : { type: 'deletion-stopped', partyId: by.headOf }
}

/**
 * What becomes of an announced deletion whose day may have come. It is done for somebody: if whoever announced it does not
 * organize the group any more, it is void.
 *
 * @param announcer whoever announced it, as they are now.
 */
export function dueDeletion(
  group: Pick<DeletableGroup, 'deletesAt'>,
  announcer: { readonly organizer: boolean },
  now: Date,
): 'none' | 'waits' | 'void' | 'due' {
  if (group.deletesAt === null) return 'none'
  if (!announcer.organizer) return 'void'
  return now.getTime() < group.deletesAt.getTime() ? 'waits' : 'due'
}

/** The longest gap between two looks at an announced deletion that counts as time in which the group could be reached. */
const reachableGapMinutes = 60

/**
 * The day of an announced deletion after the time in which nobody could take anything along: while the instance was not running
 * the delay does not run either.
 *
 * @param seenAt when the instance last looked at the announcement.
 */
export function postponedTo(deletesAt: Date, seenAt: Date, now: Date): Date {
  const away = now.getTime() - seenAt.getTime()
  return away > reachableGapMinutes * 60_000 ? new Date(deletesAt.getTime() + away) : deletesAt
}

function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000)
}
