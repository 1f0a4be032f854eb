import type { Viewer } from '#lib/db/viewer.ts'
import { conclusion, outcomeOf } from '#store/conclusion/acts.ts'
import { type BeginningConclusion, divergenceOn } from '#store/conclusion/begin.ts'
import { perform } from '#store/perform.ts'

/** Records a divergence on a conclusion that was not adopted (rule 11). Each side then writes its own words. */
export function recordDivergence(viewer: Viewer, originId: string, { title }: { readonly title: string }) {
  const command = ({ actor: by, conclusionId }: BeginningConclusion) =>
    ({ type: 'record-divergence', by, conclusionId, title }) as const
  return perform(viewer, divergenceOn(originId, title), command, { answer: outcomeOf })
}

/** A side writes its own words in a divergence, or changes them. */
export function writeWords(viewer: Viewer, conclusionId: string, { words }: { readonly words: string }) {
  return perform(
    viewer,
    conclusion(conclusionId, 'write-words'),
    ({ actor: by }) => ({ type: 'write-words', by, words }),
    {
      answer: outcomeOf,
    },
  )
}
