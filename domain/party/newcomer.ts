/** Whether somebody still learns their way in a group, and is told at the top of the page what they are there for. */

/** For how many days after they came somebody counts as new, whatever they did. */
export const newcomerDays = 7

/** What decides whether somebody is told what they are there for. */
export interface Coming {
  /** When they came to what they are there, last of all; null: that is not known. */
  readonly since: Date | null
  /** They have done something in the group since they belong to it; that they came in is nothing done. */
  readonly hasActed: boolean
  /** When they last put it away; null: never. */
  readonly dismissedAt: Date | null
}

/**
 * `told`: they are told what they are there for. `if-empty`: they know their way, and are told where nothing else stands there.
 * `dismissed`: they put it away, and became nothing else since.
 */
export type Welcoming = 'told' | 'if-empty' | 'dismissed'

/** How somebody is told what they are there for: as long as they are new or have done nothing, unless they put it away. */
export function welcomingOf({ since, hasActed, dismissedAt }: Coming, now: Date): Welcoming {
  if (since === null) return 'if-empty'
  if (dismissedAt !== null && dismissedAt.getTime() >= since.getTime()) return 'dismissed'
  const isNew = now.getTime() - since.getTime() < newcomerDays * 86_400_000
  return isNew || !hasActed ? 'told' : 'if-empty'
}
