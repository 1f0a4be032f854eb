import type { Viewer } from '#lib/db/viewer.ts'
import { conclusion, outcomeOf } from '#store/conclusion/acts.ts'
import { type BeginningConclusion, divergenceOn } from '#store/conclusion/begin.ts'
import { perform } from '#store/perform.ts'
import type { SideWordsSaid } from '../schema.ts'

/** Records a divergence on a conclusion that was not adopted (rule 11). Each side then writes its own words. */
export function recordDivergence(viewer: Viewer, originId: string, { title }: { readonly title: string }) {
  const command = ({ actor: by, conclusionId }: BeginningConclusion) =>
    ({ type: 'record-divergence', by, conclusionId, title }) as const
  return perform(viewer, divergenceOn(originId, title), command, { answer: outcomeOf })
}

/**
 * A side writes its own words in a divergence, or changes them. Refusals: those of the domain; `changed-meanwhile` where somebody else of the
 * same side wrote since they were seen.
 */
export function writeWords(viewer: Viewer, conclusionId: string, { words, seen }: SideWordsSaid) {
  return perform(
    viewer,
    conclusion(conclusionId, 'write-words'),
    ({ actor: by }) => ({ type: 'write-words', by, words, seen }),
    {
      answer: outcomeOf,
    },
  )
}
