import { decideWord, lapse } from './bring-word.ts'
import type { Command } from './command.ts'
import type { Conclusion } from './conclusion.ts'
import { decideDivergence, decideWords } from './divergence.ts'
import type { Decision } from './event.ts'
import type { Context } from './facts.ts'
import { decideOpening } from './open.ts'
import { decidePutting } from './put.ts'
import { decidePuttingRecord } from './put-record.ts'
import { decideRevision } from './revise.ts'
import { decideLeaving, decideTakingBack, decideWithdrawal } from './take-back.ts'
import { decideStance } from './take-stance.ts'

/**
 * The procedure of an agreed conclusion:
 *
 * - It is opened as a **draft**. Every change of wording, citations or commitments makes version n+1.
 * - A version is **put**: it stands still and its deciders answer it. It is taken back to be changed.
 * - The last required stance makes it **adopted**, or fixes the text **ad referendum**, in the same decision.
 * - A text ad referendum is adopted when all principals confirm, **declined** when one declines, **lapsed** when a
 *   date passes, and a resolution also when fewer than three parties are left.
 * - The minutes are rendered and put in one act, and taken back to be rendered anew.
 * - A draft may be **withdrawn**. An adopted conclusion only ever becomes **superseded**, by one that names it.
 * - Where no agreement is reached a **divergence** is recorded, with each side's words.
 *
 * `conclusion` is null before it is opened or recorded. Nothing is changed here: the events say what follows, and
 * `evolve` applies them.
 */
export function decideConclusion(
  conclusion: Conclusion | null,
  command: Command,
  context: Context,
  now: Date,
): Decision {
  if (command.type === 'open' || command.type === 'record-divergence') {
    if (conclusion !== null) return { refused: 'already-exists' }
    return command.type === 'open' ? decideOpening(command, context, now) : decideDivergence(command, context, now)
  }
  if (command.type === 'put-record') return decidePuttingRecord(conclusion, command, context, now)
  if (conclusion === null) return { refused: 'no-such-conclusion' }
  switch (command.type) {
    case 'revise':
      return decideRevision(conclusion, command, context, now)
    case 'put':
      return decidePutting(conclusion, command, context, now)
    case 'take-back':
      return decideTakingBack(conclusion, command, context, now)
    case 'withdraw':
      return decideWithdrawal(conclusion, command, context, now)
    case 'take-stance':
      return decideStance(conclusion, command, context, now)
    case 'bring-word':
      return decideWord(conclusion, command, context, now)
    case 'lapse':
      return lapse(conclusion, context, now)
    case 'leave':
      return decideLeaving(conclusion, command, context, now)
    case 'write-words':
      return decideWords(conclusion, command, context, now)
    default:
      return command satisfies never
  }
}
