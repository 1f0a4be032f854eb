/** How every act is carried out: one transaction, in which all that follows from it is decided, saved and told. */
import { isRefusal, type NotFound, notFound, type Refusal } from '#domain/refusal.ts'
import { noteActed } from '#lib/api/acted.ts'
import { clock } from '#lib/clock.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem, asViewer, type Purpose } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { wakeOutbox } from '#lib/outbox/outbox.ts'
import { type Telling, writeTellings } from './telling.ts'

/** An act that is under way in its transaction. */
export interface ActInProgress {
  readonly tx: Tx
  /**
   * The instant of the act, taken when it is first asked for: after the locks, so that what comes later in a record is not
   * earlier in time.
   */
  readonly now: Date
  /** What has been told so far. `happen` alone adds to it. */
  readonly tellings: Telling[]
}

/** What an act holds: the act, and what an aggregate loaded under its locks. */
export interface Holding {
  readonly act: ActInProgress
}

/** What happened, by its kind. */
interface Happened {
  readonly type: string
}

/** What becomes of the events of an aggregate. */
export interface Follows<Held extends Holding, Event extends Happened> {
  /** Writes the rows, and makes happen what follows in other aggregates. */
  save(held: Held, events: readonly Event[]): Promise<void>
  /** Whom an event tells what: a switch over all kinds of events, so that a new one does not compile until it says so. */
  tell(event: Event, held: Held, events: readonly Event[]): Telling
}

/** A part of the procedure whose rows are decided on together. `Refused`: all that its acts can be refused with. */
export interface Aggregate<Held extends Holding, Command, Event extends Happened, Refused extends Refusal>
  extends Follows<Held, Event> {
  decide(held: Held, command: Command): readonly Event[] | Refused
  /**
   * What is done of what was decided, with what it takes along; or the refusal: a bound that would be passed, something that
   * is named and not there, rows that contradict their record. Missing: all of it, and nothing else.
   */
  admit?(held: Held, events: readonly Event[]): Promise<readonly Event[] | Refused>
}

/** One thing on which somebody acts. */
export interface Target<By, Held extends Holding, Command, Event extends Happened, Refused extends Refusal>
  extends Aggregate<Held, Command, Event, Refused> {
  /**
   * Proves that whoever acts may know of it, locks it with everything else that the act may change (group, party, meeting,
   * conclusion, in this order; the head of a record comes last, when it is told), and loads what is decided on. Null: `not-found`.
   */
  load(act: ActInProgress, by: By): Promise<Held | Refused | null>
}

/** What an act can be refused with: by its target, and by whoever asks for it. */
export type RefusedBy<Refused extends Refusal, Asked> = Refused | Extract<Asked, Refusal>

/** What an act answers, beside that it was done. */
export interface Answering<Held, Event, Answer, Refused extends Refusal, Explained extends Refusal> {
  /** What is answered once it was done; in the transaction. */
  readonly answer?: (held: Held, events: readonly Event[]) => Answer | Promise<Answer>
  /** A refusal with the facts that its sentence needs; in the transaction. */
  readonly explain?: (held: Held, refusal: Refused) => Explained | Promise<Explained>
  /** The most that the transaction may take, in milliseconds. Default 15,000. */
  readonly timeoutMs?: number
  /** The instant of the act, where the clock acts and has looked already. */
  readonly now?: Date
}

/**
 * Carries an act out: prove → lock → load → decide → save → tell, in one transaction. What follows the commit follows the
 * outbox. What is refused leaves nothing behind: its transaction is taken back.
 *
 * @param by the viewer, or the purpose of the system for which the clock acts.
 * @param ask the command, made of what is held; or why there is none.
 * @returns what is answered, or one of the refusals of `target`, `ask` and `explain`: whoever hands it on can be refused with these
 * and with no others, and a route that does not name one of them does not compile.
 */
export async function perform<
  By extends Viewer | Purpose,
  Held extends Holding,
  Command,
  Event extends Happened,
  const Asked extends Command | Refusal,
  Refused extends Refusal,
  Answer = undefined,
  Explained extends Refusal = never,
>(
  by: By,
  target: Target<By, Held, Command, Event, Refused>,
  ask: (held: Held) => Asked | Promise<Asked>,
  { answer, explain, now, ...options }: Answering<Held, Event, Answer, RefusedBy<Refused, Asked>, Explained> = {},
): Promise<Answer | NotFound | RefusedBy<Refused, Asked> | Explained> {
  let leaves = false
  const outcome: { refusal?: NotFound | RefusedBy<Refused, Asked> | Explained } = {}
  const refuse = (refusal: NotFound | RefusedBy<Refused, Asked> | Explained): never => {
    outcome.refusal = refusal
    throw takenBack
  }
  const work = async (tx: Tx) => {
    const act = begin(tx, now)
    const loaded = await target.load(act, by)
    if (loaded === null) return refuse(notFound)
    const found = resultOf<Held, Refused>(loaded)
    if ('refusal' in found) return refuse(found.refusal)
    const held = found.answer
    const decision = await promised(ask(held)).then((asked) => decided(target, held, asked))
    if ('refusal' in decision)
      return refuse(explain === undefined ? decision.refusal : await explain(held, decision.refusal))
    const events = decision.answer
    await happen(target, held, events)
    const done = await answer?.(held, events)
    leaves = await writeTellings(tx, act.tellings, act.now)
    await noteActed(tx)
    return done as Answer
  }
  const write = { ...options, write: true }
  try {
    const answered = await (typeof by === 'string' ? asSystem(by, work, write) : asViewer(by, work, write))
    if (leaves) wakeOutbox()
    return answered
  } catch (error) {
    if (error === takenBack && outcome.refusal !== undefined) return outcome.refusal
    throw error
  }
}

/** Ends the transaction of an act that is refused, so that nothing of it stays, whoever wrote it on the way to the refusal. */
const takenBack = new Error('The act was refused: nothing of it stays.')

/** Saves what was decided and notes what it tells: for what an act brings about in another aggregate, in the same transaction. */
export async function happen<Held extends Holding, Event extends Happened>(
  aggregate: Follows<Held, Event>,
  held: Held,
  events: readonly Event[],
): Promise<void> {
  if (events.length === 0) return
  held.act.tellings.push(...events.map((event) => aggregate.tell(event, held, events)))
  await aggregate.save(held, events)
}

/** One act with events of two aggregates: those of the first are saved first. */
export function both<
  FirstHeld extends Holding,
  First extends Happened,
  SecondHeld extends Holding,
  Second extends Happened,
>(
  first: Follows<FirstHeld, First>,
  second: Follows<SecondHeld, Second>,
  isFirst: (event: First | Second) => event is First,
): Follows<FirstHeld & SecondHeld, First | Second> {
  const isSecond = (event: First | Second): event is Second => !isFirst(event)
  return {
    save: async (held, events) => {
      await first.save(held, events.filter(isFirst))
      await second.save(held, events.filter(isSecond))
    },
    tell: (event, held, events) =>
      isFirst(event)
        ? first.tell(event, held, events.filter(isFirst))
        : second.tell(event, held, events.filter(isSecond)),
  }
}

/** An answer, or why there is none. */
type Result<Answer, Refused> = { readonly answer: Answer } | { readonly refusal: Refused }

async function decided<
  Held extends Holding,
  Command,
  Event extends Happened,
  Refused extends Refusal,
  Asked extends Command | Refusal,
>(
  target: Aggregate<Held, Command, Event, Refused>,
  held: Held,
  asked: Asked,
): Promise<Result<readonly Event[], RefusedBy<Refused, Asked>>> {
  if (isNoCommand(asked)) return { refusal: asked }
  if (!isCommand<Command, Asked>(asked)) throw new Error('What is no refusal is a command.')
  const events = target.decide(held, asked)
  const decision = resultOf<readonly Event[], Refused>(events)
  if ('refusal' in decision) return decision
  return resultOf<readonly Event[], Refused>((await target.admit?.(held, decision.answer)) ?? decision.answer)
}

/** Neither what is held nor events are like a refusal. */
function resultOf<Answer, Refused extends Refusal>(answer: Answer | Refused): Result<Answer, Refused> {
  return isRefused<Answer, Refused>(answer) ? { refusal: answer } : { answer }
}

function isRefused<Answer, Refused extends Refusal>(answer: Answer | Refused): answer is Refused {
  return isRefusal(answer)
}

// The two ask the same of what `ask` returned, which is a command of the target or a refusal: the compiler cannot tell them apart.
function isNoCommand<Asked>(asked: Asked): asked is Asked & Extract<Asked, Refusal> {
  return isRefusal(asked)
}

function isCommand<Command, Asked>(asked: Asked): asked is Asked & Command {
  return !isRefusal(asked)
}

/** A promise of what may be there already. */
async function promised<Asked>(asked: Asked | Promise<Asked>): Promise<Asked> {
  return asked
}

/** An act that nobody has decided on yet; at this instant, where it is given. */
export function begin(tx: Tx, at?: Date): ActInProgress {
  let taken = at
  return {
    tx,
    get now() {
      taken ??= clock.now()
      return taken
    },
    tellings: [],
  }
}
