/**
 * All that is asked of people, one entry for each noun: Home tells it from here, and so does the list of meetings. A new kind of asking
 * does not compile before it says where it is done and who waits for it.
 */
import type { Ask, AskFacts, AskKind, AskNoun, AskSource } from './ask.ts'
import { commitmentAsk } from './commitment.ts'
import { conclusionAsk } from './conclusion.ts'
import { deletionAsk, invitationAsk } from './group.ts'
import { homeworkAsk } from './homework.ts'
import { choiceAsk, offerAsk, officeAsk, participantAsk, scheduleAsk } from './planning.ts'

/** What of each noun may be asked of the viewer, how a row of it is judged, and where it is done. */
export const askNouns = {
  homework: homeworkAsk,
  conclusion: conclusionAsk,
  commitment: commitmentAsk,
  offer: offerAsk,
  office: officeAsk,
  'choose-party': choiceAsk,
  participant: participantAsk,
  deletion: deletionAsk,
  schedule: scheduleAsk,
  invitation: invitationAsk,
} as const satisfies { [Of in AskSource]: AskNoun & { readonly of: Of } }

/** What is said of each kind of asking. */
export const askFacts: Readonly<Record<AskKind, AskFacts>> = {
  ...homeworkAsk.kinds,
  ...conclusionAsk.kinds,
  ...commitmentAsk.kinds,
  ...offerAsk.kinds,
  ...officeAsk.kinds,
  ...choiceAsk.kinds,
  ...participantAsk.kinds,
  ...deletionAsk.kinds,
  ...scheduleAsk.kinds,
  ...invitationAsk.kinds,
}

/** Where what is asked can be done. */
export function askHref(ask: Ask): string {
  return askFacts[ask.kind].href(ask)
}
