/** What the buttons of a plan open: the names that stand on them, and what the dialogs then show. */
import type { PlanView } from '../views/plan.ts'

/** The dialogs of a plan. */
export type PlanDialogName =
  | 'add-item'
  | 'item'
  | 'remove-item'
  | 'statement'
  | 'limit'
  | 'parties'
  | 'leave'
  | 'appoint'
  | 'end-office'
  | 'open-earlier'
  | 'reschedule'
  | 'offer'
  | 'describe'
  | 'cancel'
  | 'decline'

/** What an opened dialog shows. */
export interface OpenedPlan {
  readonly plan: PlanView
  /** The parties of the group, where one says which take part; else empty. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
  /** An item is to be removed and something stays behind without it, or those concerned know of it: that is asked first. */
  readonly hangsOnIt: boolean
}

/** What stands on a button: the dialog, and the id or office that it is about. */
export function opensPlan(name: PlanDialogName, about?: string): string {
  return about === undefined ? name : `${name} ${about}`
}

/** The id of the button that opens the sheet of an item: a link to it opens the sheet. */
export function itemButton(itemId: string): string {
  return `item-${itemId}`
}

/** The id of the button that opens the sheet of a new item. */
export const newItemButton = 'new-item'
