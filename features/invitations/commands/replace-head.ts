import type { Viewer } from '#lib/db/viewer.ts'
import { madeIn, replacementIn } from '#store/invitation/make.ts'
import { party } from '#store/party/acts.ts'
import { perform } from '#store/perform.ts'
import type { NewGuest } from '../schema.ts'
import { shown } from './invite.ts'

/**
 * An organizer announces a new head for a party whose head is lost (rule 14): the party's own people are told, and its head
 * or a deputy can stop it until the new head has come. Refusals: `not-found`, and those of the rules.
 */
export function announceReplacement(viewer: Viewer, partyId: string, input: NewGuest) {
  return perform(viewer, replacementIn(partyId, input), () => 'announce', {
    answer: (held, events) => shown(madeIn(held, events)),
  })
}

/** The party stops it. Refusals: `not-found`, and those of the rules. */
export function stopReplacement(viewer: Viewer, partyId: string) {
  return perform(viewer, party(partyId, 'stop-replacement'), ({ scope: { actor: by } }) => ({
    type: 'stop-replacement',
    by,
  }))
}
