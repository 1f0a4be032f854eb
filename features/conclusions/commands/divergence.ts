import type { Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { conclusion, type Outcome, outcomeOf } from '#store/conclusion/acts.ts'
import { type BeginningConclusion, divergenceOn } from '#store/conclusion/begin.ts'
import { perform } from '#store/perform.ts'

/** Records a divergence on a conclusion that was not adopted (rule 11). Each side then writes its own words. */
export function recordDivergence(
  viewer: Viewer,
  originId: string,
  { title }: { readonly title: string },
): Promise<Outcome | Refusal> {
  const command = ({ actor: by, conclusionId }: BeginningConclusion) =>
    ({ type: 'record-divergence', by, conclusionId, title }) as const
  return perform(viewer, divergenceOn(originId, title), command, { answer: outcomeOf })
}

/** A side writes its own words in a divergence, or changes them. */
export function writeWords(
  viewer: Viewer,
  conclusionId: string,
  { words }: { readonly words: string },
): Promise<Outcome | Refusal> {
  return perform(viewer, conclusion(conclusionId), ({ actor: by }) => ({ type: 'write-words', by, words }), {
    answer: outcomeOf,
  })
}
