/**
 * A group that was just founded can be taken back by whoever founded it, at once and without an announcement: as long as it is theirs
 * alone, nobody loses anything by it. From then on it goes as every group does (domain/group-deletion.ts).
 */
import { type NotEntitled, notEntitled, type Refusal } from './refusal.ts'

/** For so many hours a founding can be taken back. */
export const foundingUndoHours = 24

/** What decides whether a founding can be taken back. */
export interface FoundedGroup {
  /** Whoever made it; null: that is not known any more. */
  readonly founderId: string | null
  readonly foundedAt: Date
  /** Somebody else belongs to it or has belonged to it, in whatever role. An invitation that nobody accepted is nobody's. */
  readonly othersCame: boolean
  /** A meeting of it was opened: before that nothing is agreed. */
  readonly hasMet: boolean
}

/** The founding stands, and why. */
export interface FoundingStands extends Refusal<'founding-stands'> {
  /** Somebody else came; a meeting was opened; or the time is over. */
  readonly why: 'came' | 'met' | 'over'
}

/** From this instant on a founding cannot be taken back, also where nobody came. */
export function foundingStandsFrom({ foundedAt }: Pick<FoundedGroup, 'foundedAt'>): Date {
  return new Date(foundedAt.getTime() + foundingUndoHours * 3_600_000)
}

/** Whoever founded the group and organizes it takes the founding back: it goes with everything in it, its open invitations too. */
export function decideFoundingBack(
  group: FoundedGroup,
  by: { readonly personId: string; readonly organizer: boolean },
  now: Date,
): { readonly type: 'group-deleted' } | NotEntitled | FoundingStands {
  if (!by.organizer || group.founderId !== by.personId) return notEntitled
  if (group.othersCame) return { refused: 'founding-stands', why: 'came' }
  if (group.hasMet) return { refused: 'founding-stands', why: 'met' }
  if (now.getTime() >= foundingStandsFrom(group).getTime()) return { refused: 'founding-stands', why: 'over' }
  return { type: 'group-deleted' }
}
