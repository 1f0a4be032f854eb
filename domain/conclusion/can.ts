import type { Participant } from '../meeting/participant.ts'
import { isRefusal } from '../refusal.ts'
import { textAwaitingWord } from './bring-word.ts'
import type { Conclusion } from './conclusion.ts'
import { conclusionToDivergeOn, divergenceToWriteIn } from './divergence.ts'
import type { Facts } from './facts.ts'
import { barredFromOpening } from './open.ts'
import { draftToPut } from './put.ts'
import type { ConclusionRefusal } from './refusal.ts'
import { draftToRevise } from './revise.ts'
import type { StanceKind } from './stance.ts'
import { conclusionToWithdraw, versionToTakeBack } from './take-back.ts'
import { versionToAnswer } from './take-stance.ts'

/** What a viewer can do with a conclusion at this moment; each stance is an act of its own. */
export type Act =
  | 'revise'
  | 'put'
  | 'take-back'
  | 'withdraw'
  | StanceKind
  | 'bring-word'
  | 'record-divergence'
  | 'write-words'

const allows = (answer: object | ConclusionRefusal): boolean => !isRefusal(answer)

/**
 * Which acts are open to this viewer: exactly those that `decide` would not refuse for who they are or where the
 * conclusion stands, because it asks the same functions. What they then write may still be refused.
 */
export function can(conclusion: Conclusion, facts: Facts, by: Participant, now: Date): Readonly<Record<Act, boolean>> {
  const answer = (kind: StanceKind) => allows(versionToAnswer(conclusion, facts, by, kind))
  return {
    revise: allows(draftToRevise(conclusion, facts, by)),
    put: allows(draftToPut(conclusion, facts, by)),
    'take-back': allows(versionToTakeBack(conclusion, facts, by)),
    withdraw: allows(conclusionToWithdraw(conclusion, facts, by)),
    consent: answer('consent'),
    'consent-with-reservation': answer('consent-with-reservation'),
    'ad-referendum': answer('ad-referendum'),
    'stand-aside': answer('stand-aside'),
    object: answer('object'),
    'bring-word': allows(textAwaitingWord(conclusion, facts, by, now)),
    'record-divergence': allows(conclusionToDivergeOn({ ...facts, origin: conclusion }, by, now)),
    'write-words': allows(divergenceToWriteIn(conclusion, facts, by)),
  }
}

/** Whether this viewer can open a draft in this meeting. */
export function canOpen(facts: Facts, by: Participant): boolean {
  return barredFromOpening(facts, by) === null
}
