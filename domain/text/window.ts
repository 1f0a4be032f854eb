/** How a long text is divided for reading: nobody loads it all at once. */

/** How many passages one view of the reader, or of the picker, shows. */
export const windowSize = 100

/** The first ordinal of the reader's view in which a passage stands: 1, 101, 201 … */
export function windowOf(ordinal: number): number {
  return Math.floor((ordinal - 1) / windowSize) * windowSize + 1
}
