import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { NewVersion } from '../schema.ts'
import type { Outcome } from '../views/list.ts'
import { contentFrom } from './content.ts'
import { act, onConclusion } from './held.ts'
import { explained, withVersions } from './version-changed.ts'

/**
 * Makes version n+1 from the version that the writer had before them. `version-changed` when somebody else was faster:
 * with what they wrote, so that nothing is lost on either side.
 */
export async function revise(viewer: Viewer, conclusionId: string, input: NewVersion): Promise<Outcome | Refusal> {
  const answer = await onConclusion(viewer, conclusionId, async (held) => {
    const content = await contentFrom(held, input.content)
    if (isRefusal(content)) return content
    const { baseVersion } = input
    return withVersions(held, baseVersion, await act(held, { type: 'revise', by: held.actor, baseVersion, content }))
  })
  return explained(viewer, answer)
}
