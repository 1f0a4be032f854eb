import { log } from '#lib/log.ts'
import { type Delivery, type Processor, Unreachable } from './message.ts'
import { finish, keepOutcome, postpone, renew, type Taken, take, toldBy } from './rows.ts'

/** How many messages one process works on at once: most of the time it waits for a mail server. */
const atOnce = 4

/**
 * Tells all that is due, in the order of the acts on each aggregate. At least once: what was told before the process died and
 * could not be noted is told again, under the same id.
 *
 * @param isOver asked before each delivery: whether the process ends.
 */
export async function dispatch(processors: readonly Processor[], isOver: () => boolean = () => false): Promise<void> {
  const next = async () => (isOver() ? null : take())
  const workThrough = async (first: Taken) => {
    for (let taken: Taken | null = first; taken !== null; taken = await next()) await work(processors, taken, isOver)
  }
  // Whoever has found something lets another look: to look in vain takes one connection, and leaves the others as they lay in the pool.
  const look = async (others: number): Promise<void> => {
    const first = await next()
    if (first !== null) await Promise.all([workThrough(first), others > 0 ? look(others - 1) : null])
  }
  await look(atOnce - 1)
}

/** What became of the deliveries of one message. */
type Worked = 'done' | 'failed' | 'lost'

async function work(processors: readonly Processor[], taken: Taken, isOver: () => boolean): Promise<void> {
  const outcomes: Worked[] = []
  for (const processor of processors) outcomes.push(await tell(processor, taken, isOver))
  if (outcomes.includes('lost')) return
  if (!outcomes.includes('failed')) return finish(taken)
  if (await postpone(taken)) log().error(about(taken), 'a message of the outbox is parked: it failed too often')
}

async function tell(processor: Processor, taken: Taken, isOver: () => boolean): Promise<Worked> {
  try {
    const followed = processor.recipients(taken)
    if (followed === null) return 'done'
    const recipients = await followed
    const told = await toldBy(taken, processor.name)
    let worked: Worked = 'done'
    for (const one of recipients.filter(({ recipientId }) => !told.has(recipientId))) {
      if (isOver() || !(await renew(taken))) return 'lost'
      if (!(await deliver(processor, taken, one))) worked = 'failed'
    }
    return worked
  } catch (error) {
    log().warn({ ...about(taken), err: error, processor: processor.name }, 'a message of the outbox failed')
    return 'failed'
  }
}

/** Each recipient alone: one who cannot be told keeps nobody else from being told. */
async function deliver({ name: processor }: Processor, taken: Taken, delivery: Delivery): Promise<boolean> {
  const { recipientId } = delivery
  try {
    await delivery.deliver(`${taken.id}.${processor}.${recipientId}`)
  } catch (error) {
    log().warn({ ...about(taken), err: error, processor, recipientId }, 'somebody could not be told')
    if (!(error instanceof Unreachable)) return false
    await keepOutcome(taken, { processor, recipientId, outcome: 'unreachable' })
    return true
  }
  await keepOutcome(taken, { processor, recipientId, outcome: 'told' })
  return true
}

const about = ({ id: messageId, groupId, event, failures }: Taken) => ({ messageId, groupId, event, failures })
