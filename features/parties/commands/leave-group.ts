import type { Viewer } from '#lib/db/viewer.ts'
import { party } from '#store/party/acts.ts'
import { perform } from '#store/perform.ts'

/**
 * The head takes the party out of the group, and so out of every meeting that is not over: each is left by its own rule, with
 * an entry in its record, and what was put in it returns to draft (rule 15). Refusals: `not-found`, and those of the rules.
 */
export function leaveGroup(viewer: Viewer, partyId: string) {
  const leave = party(partyId, 'leave-group', 'departure')
  return perform(viewer, leave, ({ scope: { actor: by } }) => ({ type: 'leave-group', by }), { timeoutMs: 60_000 })
}
