/** What a meeting refuses of everything that is concluded in it. */
import type { RefusalCode } from '#domain/refusal-code.ts'

/** Nothing is drafted now. */
export const draftingRefusals = [
  'meeting-in-draft',
  'meeting-cancelled',
  'record-agreed',
] as const satisfies readonly RefusalCode[]

/** Nothing is put or answered now. */
export const decidingRefusals = [...draftingRefusals, 'meeting-not-open'] as const satisfies readonly RefusalCode[]
