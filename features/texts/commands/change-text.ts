import type { PartiesSaid } from '#domain/parties-seen.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { perform } from '#store/perform.ts'
import { draft, readersOf } from '#store/text/acts.ts'
import type { About } from '../schema.ts'
import { clearAway } from './clear-away.ts'

/** An organizer names a draft and sets the direction in which it is read. Refusals: those of a draft. */
export function describeDraft(viewer: Viewer, textId: string, { revision, title, direction }: About) {
  return perform(viewer, draft(textId, revision), () => ({ type: 'draft-described', title, direction }), {
    answer: (held) => ({ revision: held.draft.revision + 1 }),
  })
}

/**
 * An organizer limits a text to some parties, or opens it to the whole group (none named). Refusals: `not-found`,
 * `not-entitled`; `parties-changed` when others may read it than they saw; `invalid-input` for a party of another group.
 */
export function limitText(viewer: Viewer, textId: string, said: PartiesSaid) {
  return perform(viewer, readersOf(textId), () => said)
}

/** An organizer throws a draft away, with its text when nothing of it is published. Refusals: those of a draft. */
export async function discardDraft(viewer: Viewer, textId: string, revision: number) {
  const gone = await perform(viewer, draft(textId, revision), () => ({ type: 'draft-discarded' }), {
    answer: (held) => held.draft.id,
  })
  if (isRefusal(gone)) return gone
  await clearAway(gone)
}
