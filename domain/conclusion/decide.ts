import type { CommandAs, CommandsOf, RefusalsOf } from '../deciding.ts'
import { decideWord, lapse } from './bring-word.ts'
import type { Command, Lapse } from './command.ts'
import type { Conclusion } from './conclusion.ts'
import { decideDivergence, decideWords } from './divergence.ts'
import type { ConclusionEvent, Decision } from './event.ts'
import type { Context } from './facts.ts'
import { decideOpening } from './open.ts'
import { decidePutting } from './put.ts'
import { decidePuttingRecord } from './put-record.ts'
import type { ConclusionRefusal } from './refusal.ts'
import { decideRevision } from './revise.ts'
import { decideLeaving, decideTakingBack, decideWithdrawal } from './take-back.ts'
import { decideStance } from './take-stance.ts'

/** What decides the acts on a conclusion that is there. */
const onExisting = {
  revise: decideRevision,
  put: decidePutting,
  'take-back': decideTakingBack,
  withdraw: decideWithdrawal,
  'take-stance': decideStance,
  'bring-word': decideWord,
  lapse: (conclusion: Conclusion, _: Lapse, context: Context, now: Date): Decision<never> =>
    lapse(conclusion, context, now),
  leave: decideLeaving,
  'write-words': decideWords,
}

/** The acts on a conclusion that is there. */
export type ExistingType = keyof typeof onExisting

/** What may be asked of a conclusion, by type. */
export type ConclusionCommands = CommandsOf<Command>

/** What each act on a conclusion that is there can be refused with. */
export type ExistingRefusals = RefusalsOf<typeof onExisting>

/** What decides each act on a conclusion that is there. */
export const existingDeciders: {
  readonly [Type in ExistingType]: (
    conclusion: Conclusion,
    command: ConclusionCommands[Type],
    context: Context,
    now: Date,
  ) => readonly ConclusionEvent[] | ExistingRefusals[Type]
} = onExisting

const deciders = {
  open: beginning(decideOpening),
  'record-divergence': beginning(decideDivergence),
  'put-record': decidePuttingRecord,
  revise: existing(onExisting.revise),
  put: existing(onExisting.put),
  'take-back': existing(onExisting['take-back']),
  withdraw: existing(onExisting.withdraw),
  'take-stance': existing(onExisting['take-stance']),
  'bring-word': existing(onExisting['bring-word']),
  lapse: existing(onExisting.lapse),
  leave: existing(onExisting.leave),
  'write-words': existing(onExisting['write-words']),
}

type Refusals = RefusalsOf<typeof deciders>

const anyDeciders: {
  readonly [Type in Command['type']]: (
    conclusion: Conclusion | null,
    command: ConclusionCommands[Type],
    context: Context,
    now: Date,
  ) => readonly ConclusionEvent[] | Refusals[Type]
} = deciders

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
export function decideConclusion<Type extends Command['type']>(
  conclusion: Conclusion | null,
  command: CommandAs<ConclusionCommands, Type>,
  context: Context,
  now: Date,
): readonly ConclusionEvent[] | Refusals[Type] {
  return anyDeciders[command.type](conclusion, command, context, now)
}

function beginning<Asked, Code extends ConclusionRefusal['refused']>(
  decide: (command: Asked, context: Context, now: Date) => Decision<Code>,
) {
  return (
    conclusion: Conclusion | null,
    command: Asked,
    context: Context,
    now: Date,
  ): Decision<Code> | Decision<'already-exists'> =>
    conclusion === null ? decide(command, context, now) : { refused: 'already-exists' }
}

function existing<Asked, Code extends ConclusionRefusal['refused']>(
  decide: (conclusion: Conclusion, command: Asked, context: Context, now: Date) => Decision<Code>,
) {
  return (
    conclusion: Conclusion | null,
    command: Asked,
    context: Context,
    now: Date,
  ): Decision<Code> | Decision<'no-such-conclusion'> =>
    conclusion === null ? { refused: 'no-such-conclusion' } : decide(conclusion, command, context, now)
}
