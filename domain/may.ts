/**
 * What may be done is a dry run of what decides it: the function that answers an act is asked beforehand, with the same state and
 * a command as somebody could send it, and what it answers is thrown away. So a button is never a second opinion.
 *
 * Where a command carries what people write or choose (a reason, a time, a person), the dry run takes something that fits, so
 * that the answer says whether the act is open, and not whether a particular sentence is.
 */
import { isRefusal, type Refusal } from './refusal.ts'

/** Why an act would be refused; null: it would be done, or nothing would be to do. */
function refusalOf<Args extends readonly unknown[]>(decide: (...args: Args) => unknown, ...args: Args): Refusal | null {
  const answer = decide(...args)
  return isRefusal(answer) ? answer : null
}

/** Whether an act would not be refused. */
export function may<Args extends readonly unknown[]>(decide: (...args: Args) => unknown, ...args: Args): boolean {
  return refusalOf(decide, ...args) === null
}

/**
 * Whether an act is open to somebody, although what it is done to may still lack something: a refusal with one of these codes
 * keeps it open, because the screen says beside the button what is missing, and they can supply it.
 */
export function mayBut<Args extends readonly unknown[]>(
  lacking: readonly string[],
  decide: (...args: Args) => unknown,
  ...args: Args
): boolean {
  const refusal = refusalOf(decide, ...args)
  return refusal === null || lacking.includes(refusal.refused)
}
