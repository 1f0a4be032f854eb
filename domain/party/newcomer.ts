/** Whether somebody still learns their way in a group. */

/** For how many days after they came somebody is told at the top of the page what they are there for. */
export const newcomerDays = 7

/** Whether somebody who came at this instant is new there. */
export function isNewcomer(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() < newcomerDays * 86_400_000
}
