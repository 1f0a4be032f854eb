import { textAwaitingWord } from './bring-word.ts'
import type { Conclusion } from './conclusion.ts'
import { conclusionToDivergeOn, divergenceToWriteIn } from './divergence.ts'
import type { Facts } from './meeting-facts.ts'
import { barredFromOpening } from './open.ts'
import type { Actor } from './people.ts'
import { draftToPut } from './put.ts'
import { isRefusal, type Refusal } from './refusal.ts'
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

const allows = (answer: object | Refusal): boolean => !isRefusal(answer)

/**
 * Which acts are open to this viewer: exactly those that `decide` would not refuse for who they are or where the
 * conclusion stands, because it asks the same functions. What they then write may still be refused.
 */
export function can(conclusion: Conclusion, facts: Facts, actor: Actor, now: Date): Readonly<Record<Act, boolean>> {
  const answer = (kind: StanceKind) => allows(versionToAnswer(conclusion, facts, actor, kind))
  return {
    revise: allows(draftToRevise(conclusion, facts, actor)),
    put: allows(draftToPut(conclusion, facts, actor)),
    'take-back': allows(versionToTakeBack(conclusion, facts, actor)),
    withdraw: allows(conclusionToWithdraw(conclusion, facts, actor)),
    consent: answer('consent'),
    'consent-with-reservation': answer('consent-with-reservation'),
    'ad-referendum': answer('ad-referendum'),
    'stand-aside': answer('stand-aside'),
    object: answer('object'),
    'bring-word': allows(textAwaitingWord(conclusion, facts, actor, now)),
    'record-divergence': allows(conclusionToDivergeOn({ ...facts, origin: conclusion }, actor, now)),
    'write-words': allows(divergenceToWriteIn(conclusion, facts, actor)),
  }
}

/** Whether this viewer can open a draft in this meeting. */
export function canOpen(facts: Facts, actor: Actor): boolean {
  return barredFromOpening(facts, actor) === null
}
