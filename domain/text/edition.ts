/**
 * The life of an edition: read in, corrected by organizers, published (PRODUCT.md, "Text, Edition, Passage"); a draft again only
 * as long as nothing cites it.
 */
import type { GroupStanding } from '../party/membership.ts'
import type { Refusal } from '../refusal.ts'

/** `importing`: being stored, and nobody's yet; `draft`: the organizers correct it; `published`: it stands as it is. */
export const editionStates = ['importing', 'draft', 'published'] as const

export type EditionState = (typeof editionStates)[number]

/** An edition as far as changing it goes. */
export interface EditionHead {
  readonly state: EditionState
  /** Rises with every change of the draft. */
  readonly revision: number
}

export type DraftRefusal =
  | Refusal<'already-published'>
  /** Somebody else changed it first; what is on screen is not what would be changed. */
  | (Refusal<'draft-changed'> & { readonly revision: number })

/** Whether somebody who saw the draft at revision `seen` may act on it; null: yes. Two people never overwrite each other. */
export function refuseDraftChange({ state, revision }: EditionHead, seen: number): DraftRefusal | null {
  if (state === 'published') return { refused: 'already-published' }
  return revision === seen ? null : { refused: 'draft-changed', revision }
}

/** Why a publishing is not taken back. */
export type TakeBackRefusal =
  /** There is no published edition, or not any more. */
  | Refusal<'not-published'>
  /** Something cites it: the numbers of its passages are what others rely on. */
  | Refusal<'text-cited'>

/** Whether the publishing of an edition can be taken back; null: it can. @param isCited whatever cites a passage of it, also what was withdrawn since. */
export function refuseTakeBack(published: EditionHead | null, isCited: boolean): TakeBackRefusal | null {
  if (published?.state !== 'published') return { refused: 'not-published' }
  return isCited ? { refused: 'text-cited' } : null
}

/** Organizers bring in texts, correct their drafts, publish them and say which parties may read them. */
export function managesTexts({ organizer }: GroupStanding): boolean {
  return organizer
}
