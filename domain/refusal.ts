import type { RefusalCode } from './refusal-code.ts'

/**
 * An expected "no": returned, never thrown. The code is kebab-case and has its words, once, in messages/en/refusals.json;
 * further fields are the facts those words may name (numbers, dates, the current version).
 */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly refused: Code
}

/** Of these refusals those with one of these codes. */
export type RefusalWith<All extends Refusal, Code extends All['refused']> = All extends Refusal
  ? [All['refused'] & Code] extends [never]
    ? never
    : All & Refusal<All['refused'] & Code>
  : never

/** What was sent names something that is none of this group's, whether or not there is one elsewhere (SECURITY.md, attack 3). */
export interface ForeignInput extends Refusal<'invalid-input'> {
  /** The field that names it. */
  readonly field: string
}

/** Tells an answer from a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string'
}

/** The one answer for what does not exist and for what this viewer may not know of (SECURITY.md, promise 1). */
export const notFound = { refused: 'not-found' } as const satisfies Refusal

/** The refusal of what is missing or hidden. */
export type NotFound = typeof notFound

/** The viewer sees the thing but has no right to this act. */
export const notEntitled = { refused: 'not-entitled' } as const satisfies Refusal

/** The refusal of whoever has no right to an act. */
export type NotEntitled = typeof notEntitled
