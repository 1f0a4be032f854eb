/** The parts of the bench. */

/** What can be measured by itself, by the name that asks for it. */
export const parts = [
  'reach',
  'pages',
  'memory',
  'policies',
  'stance',
  'crowd',
  'seen',
  'navigation',
  'scripts',
  'import',
  'embedded',
] as const

export type PartName = (typeof parts)[number]

/** How often a measure is taken: `brief` tells whether it works, and its figures waver. */
export interface Wanted {
  readonly parts: readonly PartName[]
  readonly brief: boolean
}
