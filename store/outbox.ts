/** What acts leave to be told after their commit, by the events that somebody may follow. */
import type { Delivery, OutboxMessage, Processor } from '#lib/outbox/message.ts'

/** The events that are left, each with the names of the ids under which whoever tells it reads what is true by then. */
export const followedEvents = {
  /** It goes to an address by mail. */
  'invitation-made': ['invitationId'],
  'invitation-claimed': ['invitationId'],
  'invitation-declined': ['invitationId'],
  'replacement-announced': ['invitationId'],
  /** `lineId`: of the line in the history of the group. */
  'deletion-announced': ['lineId'],
  'deletion-called-off': ['lineId'],
  'deletion-stopped': ['lineId'],
} as const

export type FollowedEvent = keyof typeof followedEvents

/** What is left of one event. */
export type Followed<Event extends FollowedEvent = FollowedEvent> = {
  readonly [One in Event]: {
    readonly event: One
    readonly groupId: string
    /** What it happened to: what follows it there is told after it. */
    readonly aggregateId: string
    readonly ids: { readonly [Name in (typeof followedEvents)[One][number]]: string }
  }
}[Event]

/**
 * A processor of some events.
 *
 * @param name unchanging: who was told is kept under it.
 * @param recipients who is to be told of an event, read after the commit.
 */
export function processorOf<Event extends FollowedEvent>(
  name: string,
  events: readonly Event[],
  recipients: (followed: Followed<Event>) => Promise<readonly Delivery[]>,
): Processor {
  return { name, recipients: (message) => (isOneOf(events, message) ? recipients(message) : null) }
}

function isOneOf<Event extends FollowedEvent>(
  events: readonly Event[],
  message: OutboxMessage,
): message is OutboxMessage & Followed<Event> {
  const event = events.find((one) => one === message.event)
  return event !== undefined && followedEvents[event].every((id) => id in message.ids)
}
