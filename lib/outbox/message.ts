/** What waits to be told, and who tells it. */

/** What an act left: an event, and the ids under which whoever tells it reads what is true by then. */
export interface OutboxMessage {
  readonly groupId: string
  /** What it happened to. Messages about one aggregate are worked on in the order of the acts. */
  readonly aggregateId: string
  readonly event: string
  readonly ids: Readonly<Record<string, string>>
}

/** Somebody who is to be told of a message. */
export interface Delivery {
  /** An id of theirs. Whoever was told under it is not told again. */
  readonly recipientId: string
  /**
   * Tells them. It may be asked again when nobody knows whether it was done: under the same `deliveryId`.
   *
   * @throws Unreachable when it will never be possible; anything else: it is tried again later.
   */
  readonly deliver: (deliveryId: string) => Promise<void>
}

/** One way of telling, such as mail. */
export interface Processor {
  /** Unchanging: who was told is kept under it. */
  readonly name: string
  /** Who is to be told of a message, read after the commit; null: it does not follow such events. */
  readonly recipients: (message: OutboxMessage) => Promise<readonly Delivery[]> | null
}

/** Somebody cannot be told, however often it is tried. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The recipient cannot be reached.', { cause })
    this.name = 'Unreachable'
  }
}
