/** The forms of conclusions that the API shows in several places, and what a meeting refuses of everything that is concluded in it. */
import { z } from 'zod'
import { conclusionStates } from '#domain/conclusion/conclusion.ts'
import type { OutcomeSoFar } from '#domain/conclusion/standing.ts'
import type { RefusalCode } from '#domain/refusal-code.ts'

/** Where a conclusion stands: its state, or of what is put what its answers amount to. */
export const outcomeSoFar = z
  .enum([...conclusionStates, 'undecided', 'blocked-by-objection', 'too-few-consents', 'too-many-stand-aside'])
  .exclude(['put']) satisfies z.ZodType<OutcomeSoFar>

/** The meeting, the conclusion or the record holds no more, or its rows contradict their record (`conclusionActs`). */
export const admissionRefusals = [
  'list-full',
  'wordings-full',
  'record-full',
  'record-disagrees',
] as const satisfies readonly RefusalCode[]

/** Nothing is drafted now. */
export const draftingRefusals = [
  'meeting-in-draft',
  'meeting-cancelled',
  'record-agreed',
] as const satisfies readonly RefusalCode[]

/** Nothing is put or answered now. */
export const decidingRefusals = [...draftingRefusals, 'meeting-not-open'] as const satisfies readonly RefusalCode[]
