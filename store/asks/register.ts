/**
 * All that is asked of people, one entry for each noun: Home tells it from here, and so does the list of meetings. A new kind of asking
 * does not compile before it says where it is done and who waits for it.
 */
import type { Ask, AskFacts, AskKind, AskNoun, AskSource } from './ask.ts'
import { commitment } from './commitment.ts'
import { conclusion } from './conclusion.ts'
import { deletion, invitation } from './group.ts'
import { homework } from './homework.ts'
import { choice, offer, office, participant, schedule } from './planning.ts'

export const askNouns = {
  homework,
  conclusion,
  commitment,
  offer,
  office,
  'choose-party': choice,
  participant,
  deletion,
  schedule,
  invitation,
} as const satisfies { [Of in AskSource]: AskNoun & { readonly of: Of } }

/** What is said of each kind of asking. */
export const askFacts: Readonly<Record<AskKind, AskFacts>> = {
  ...homework.kinds,
  ...conclusion.kinds,
  ...commitment.kinds,
  ...offer.kinds,
  ...office.kinds,
  ...choice.kinds,
  ...participant.kinds,
  ...deletion.kinds,
  ...schedule.kinds,
  ...invitation.kinds,
}

/** Where what is asked can be done. */
export function askHref(ask: Ask): string {
  return askFacts[ask.kind].href(ask)
}
