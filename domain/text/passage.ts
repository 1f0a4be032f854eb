/**
 * A passage: one numbered unit of an edition (PRODUCT.md, "Vocabulary"), and the candidate that becomes one
 * when an imported text is recognised.
 */

/** What a passage is in the text. */
export const passageKinds = ['heading', 'paragraph', 'list-item', 'quote'] as const

export type PassageKind = (typeof passageKinds)[number]

/**
 * The levels a passage of each kind may have, both ends included. Heading: 0 is the title of the text, which is no
 * section; 1–6 are sections, 1 the outermost. List item and quote: how deep it is nested. Paragraph: always 0.
 */
export const levelBounds: Readonly<Record<PassageKind, { readonly min: number; readonly max: number }>> = {
  heading: { min: 0, max: 6 },
  paragraph: { min: 0, max: 0 },
  'list-item': { min: 1, max: 6 },
  quote: { min: 1, max: 6 },
}

/** Brings a level found in a source, which may nest without end, into the bounds of its kind. */
export function clampLevel(kind: PassageKind, level: number): number {
  const { min, max } = levelBounds[kind]
  return Math.min(Math.max(level, min), max)
}

/** Longest passage, in UTF-16 units. A longer paragraph is cut in several: nobody can cite or quote from it otherwise. */
export const maxPassageLength = 20_000

/** Why a candidate looks like the furniture of the page that it was copied from, and not like a part of the text. */
export const suspects = [
  'reading-time',
  'page-number',
  'date-line',
  'navigation',
  'sharing',
  'subscription',
  'comments',
  'cookies',
  'copyright',
  'advertisement',
  'repeated-line',
  'separator',
  'front-matter',
] as const

export type Suspect = (typeof suspects)[number]

/** What the import recognised, in reading order: a proposal that the organizer corrects in the preview. */
export interface Candidate {
  readonly kind: PassageKind
  /** Within `levelBounds` of its kind. */
  readonly level: number
  /**
   * The words, without markup: never empty, no line break but where the source's own lines count (code, verse, tables), at
   * most `maxPassageLength`.
   */
  readonly text: string
  /** The label of an ordered list item as it stood in the source ("3.", "b)"); null: none. Shown before the words. */
  readonly label: string | null
  /** Suggests to drop the candidate; null: no suspicion. Nothing is dropped but by a person. */
  readonly suspect: Suspect | null
}
