/** One list. */
export interface Line {
  /** The model of prisma/schema whose rows it holds. */
  readonly model: string
  readonly list: string
  /** Who lengthens it. */
  readonly by: string
  /** How long it becomes. */
  readonly bound: string
  /** How it is read: whole, for it is short, or in which pages. */
  readonly read: string
  /** The code of the refusal at the bound; null: nothing is refused, `bound` says why. */
  readonly refused: string | null
}

/** A number as people read it. */
export const n = (count: number): string => count.toLocaleString('en')
