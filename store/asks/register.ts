/**
 * All that is asked of people, one entry for each noun: Home tells it from here, and so does the list of meetings. A new kind of asking
 * does not compile before it says where it is done and who waits for it. What others ask and what the work asks next stand in one
 * register (docs/decisions/036).
 */
import type { NextLine } from '#domain/next-acts.ts'
import type { Ask, AskFacts, AskKind, AskNoun, AskSource, NextAsk } from './ask.ts'
import { commitmentAsk } from './commitment.ts'
import { conclusionAsk } from './conclusion.ts'
import { declinedAsk } from './declined.ts'
import { editionAsk, foundingAsk, headAsk, peopleAsk } from './founding.ts'
import { deletionAsk, invitationAsk } from './group.ts'
import { agendaAsk, holdingAsk, minutesAsk, seatsAsk } from './holding.ts'
import { homeworkAsk } from './homework.ts'
import { choiceAsk, dateAsk, offerAsk, officeAsk, participantAsk, scheduleAsk } from './planning.ts'
import { sharingAsk } from './sharing.ts'

/** What of each noun may be asked of the viewer, how a row of it is judged, and where it is done. */
export const askNouns = {
  homework: homeworkAsk,
  conclusion: conclusionAsk,
  commitment: commitmentAsk,
  sharing: sharingAsk,
  offer: offerAsk,
  office: officeAsk,
  'choose-party': choiceAsk,
  participant: participantAsk,
  deletion: deletionAsk,
  schedule: scheduleAsk,
  date: dateAsk,
  invitation: invitationAsk,
  founding: foundingAsk,
  head: headAsk,
  edition: editionAsk,
  holding: holdingAsk,
  minutes: minutesAsk,
  agenda: agendaAsk,
  seats: seatsAsk,
  people: peopleAsk,
  declined: declinedAsk,
} as const satisfies { [Of in AskSource]: AskNoun & { readonly of: Of } }

/** What is said of each kind of asking. */
export const askFacts: Readonly<Record<AskKind, AskFacts>> = {
  ...homeworkAsk.kinds,
  ...conclusionAsk.kinds,
  ...commitmentAsk.kinds,
  ...sharingAsk.kinds,
  ...offerAsk.kinds,
  ...officeAsk.kinds,
  ...choiceAsk.kinds,
  ...participantAsk.kinds,
  ...deletionAsk.kinds,
  ...scheduleAsk.kinds,
  ...dateAsk.kinds,
  ...invitationAsk.kinds,
  ...foundingAsk.kinds,
  ...headAsk.kinds,
  ...editionAsk.kinds,
  ...holdingAsk.kinds,
  ...minutesAsk.kinds,
  ...agendaAsk.kinds,
  ...seatsAsk.kinds,
  ...peopleAsk.kinds,
  ...declinedAsk.kinds,
}

/** Where what is asked can be done. */
export function askHref(ask: Ask): string {
  return askFacts[ask.kind].href(ask)
}

/** Where what comes next can be done: the thing itself, or the list in which several stand. */
export function nextHref({ first, titles }: NextLine<NextAsk>): string {
  const facts: AskFacts = askFacts[first.kind]
  return (titles.length > 1 && facts.hrefOfMany?.(first)) || facts.href(first)
}
