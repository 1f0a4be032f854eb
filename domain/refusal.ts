import type { RefusalCode } from './refusal-code.ts'

/**
 * An expected "no": returned, never thrown. The code is kebab-case and has its words, once, in messages/en/refusals.json;
 * further fields are the facts those words may name (numbers, dates, the current version).
 */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly refused: Code
}

/** Tells an answer from a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer && typeof answer.refused === 'string'
}

/** The one answer for what does not exist and for what this viewer may not know of (SECURITY.md, promise 1). */
export const notFound = { refused: 'not-found' } as const satisfies Refusal

/** The viewer sees the thing but has no right to this act. */
export const notEntitled = { refused: 'not-entitled' } as const satisfies Refusal
