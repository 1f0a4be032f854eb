/** How a long text is divided for reading: nobody loads it all at once. */

/** How many passages one answer of the API, and one view of the picker, holds. */
export const windowSize = 100

/** How many passages a part of the reader holds: a page begins with one, and the next comes as one reads on. */
export const partSize = 40

/** Most passages that one page of the reader comes to hold as one reads on, 10 parts; then another page follows. */
export const mostAtOnce = 10 * partSize

/** Most passages of one page for printing. */
export const mostPrinted = 1000

/** The ordinals of the first and the last passage of some that follow each other. */
export interface PassageSpan {
  readonly from: number
  readonly to: number
}

/** The first ordinal of the part of the reader in which a passage stands: 1, 41, 81 … */
export function beginningOfPart(ordinal: number): number {
  return Math.floor((ordinal - 1) / partSize) * partSize + 1
}

/** The whole parts from the one in which `from` stands to the one in which `to` stands: one at least, `mostAtOnce` passages at most. */
export function partsFrom(from: number, to: number): PassageSpan {
  const first = beginningOfPart(from)
  const last = beginningOfPart(Math.max(from, to)) + partSize - 1
  return { from: first, to: Math.min(last, first + mostAtOnce - 1) }
}

/** The passages that are printed together with the one at `from`: 1 to 1,000, 1,001 to 2,000 … */
export function printedFrom(from: number): PassageSpan {
  const first = Math.floor((from - 1) / mostPrinted) * mostPrinted + 1
  return { from: first, to: first + mostPrinted - 1 }
}
