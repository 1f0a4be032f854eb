/** The forms of conclusions that the API shows in several places, and what a meeting refuses of everything that is concluded in it. */
import { z } from 'zod'
import type { ConclusionAsk } from '#domain/conclusion/asked.ts'
import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import type { OutcomeSoFar } from '#domain/conclusion/standing.ts'
import type { RefusalCode } from '#domain/refusal-code.ts'
import { count, instant, titleText, uuid, viewOf } from '#lib/api/view-fields.ts'

/** Where a conclusion stands: its state, or of what is put what its answers amount to. */
export const outcomeSoFar = z
  .enum([...conclusionStates, 'undecided', 'blocked-by-objection', 'too-few-consents', 'too-many-stand-aside'])
  .exclude(['put']) satisfies z.ZodType<OutcomeSoFar>

/** What can be asked of a viewer (domain/conclusion/asked.ts). */
export const askedKinds = ['stance', 'word', 'words', 'not-carried'] as const satisfies readonly ConclusionAsk['kind'][]

/** A conclusion in a list. */
export const conclusionLine = viewOf('ConclusionLine', {
  id: uuid,
  title: titleText,
  kind: z.enum(conclusionKinds),
  state: z.enum(conclusionStates),
  outcome: outcomeSoFar,
  version: count.describe('The current version; 0: a divergence has none.'),
  answered: count,
  deciders: count.describe('How many decide, or how many sides there are; 0 before it is put.'),
  asked: z.enum(askedKinds).nullable(),
  due: instant.nullable(),
  at: instant.describe('When it came to where it stands.'),
  mayPut: z
    .boolean()
    .describe('It is a draft that the viewer may put to the parties; what it still lacks stands on its page.'),
})

export type ConclusionLine = z.output<typeof conclusionLine>

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
