import { isRefusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { conclusion, type HeldConclusion, outcomeOf } from '#store/conclusion/acts.ts'
import { perform } from '#store/perform.ts'
import type { NewVersion } from '../schema.ts'
import { contentFrom } from './content.ts'
import { explained, withVersions } from './version-changed.ts'

/**
 * Makes version n+1 from the version that the writer had before them. `version-changed` when somebody else was faster:
 * with what they wrote, so that nothing is lost on either side.
 */
export async function revise(viewer: Viewer, conclusionId: string, input: NewVersion) {
  const { baseVersion } = input
  const command = async (held: HeldConclusion) => {
    const content = await contentFrom(held, input.content)
    return isRefusal(content) ? content : ({ type: 'revise', by: held.actor, baseVersion, content } as const)
  }
  return explained(
    viewer,
    await perform(viewer, conclusion(conclusionId, 'revise'), command, {
      answer: outcomeOf,
      explain: withVersions(baseVersion),
    }),
  )
}
