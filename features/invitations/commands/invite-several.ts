import type { Viewer } from '#lib/db/viewer.ts'
import { chosen, invitationsIn, type Skipped } from '#store/invitation/several.ts'
import { perform } from '#store/perform.ts'
import type { NewPartyGuests } from '../schema.ts'

/**
 * Invites several people by mail, each into a party of the group, in one act. Whoever is there or invited already is skipped, and said.
 * Refusals: `not-found`, `too-many-invitations`, and those of the rules (rule 14).
 */
export function inviteSeveral(viewer: Viewer, groupId: string, { guests }: NewPartyGuests) {
  return perform(viewer, invitationsIn(groupId, guests), () => 'invite', {
    answer: (held): { readonly invited: string[]; readonly skipped: Skipped[] } => {
      const { invited, skipped } = chosen(held, guests)
      return { invited: invited.map(({ email }) => email), skipped: [...skipped] }
    },
    timeoutMs: 60_000,
  })
}
