import { isRefusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { outcomeOf } from '#store/conclusion/acts.ts'
import { type BeginningConclusion, draftIn } from '#store/conclusion/begin.ts'
import { perform } from '#store/perform.ts'
import type { NewConclusion } from '../schema.ts'
import { contentFrom } from './content.ts'

/**
 * Opens a draft: version 1. It may start from a declined or lapsed conclusion, and may name an adopted one that it
 * supersedes; both must be such as the viewer sees. Refusals: those of `open` and of contents; `not-found`.
 */
export function openDraft(viewer: Viewer, meetingId: string, input: NewConclusion) {
  const command = async (held: BeginningConclusion) => {
    const content = await contentFrom(held, input.content)
    if (isRefusal(content)) return content
    const { actor: by, conclusionId } = held
    const { kind, title } = input
    return { type: 'open', by, conclusionId, kind, title, content } as const
  }
  return perform(viewer, draftIn(meetingId, input), command, { answer: outcomeOf })
}
