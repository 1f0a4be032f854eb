/**
 * The shape of the demo group: plain data, without ids, instants or commands. Whoever loads it resolves the relative
 * times against one `now`, plays the acts of all meetings in the order of their instants, and so passes every rule.
 */
import type { GroupKind } from '#domain/group-kind.ts'
import type { Act } from './acts.ts'
import type { PersonKey } from './people.ts'

export type { Act } from './acts.ts'
export type { PersonKey } from './people.ts'

export type PartyKey = 'altiplano' | 'estuary' | 'valley' | 'himal' | 'harbour'

export type Zone =
  | 'America/Bogota'
  | 'Europe/Lisbon'
  | 'Africa/Nairobi'
  | 'Africa/Tunis'
  | 'Asia/Kathmandu'
  | 'Pacific/Auckland'

/** Calendar days from the day that `now` is in the zone concerned; negative: past. */
export type Day = number

/** ISO 8601 duration from the start of the meeting, e.g. `-P9D`, `PT40M`, `P1DT3H`: exact time, a day being 24 hours. */
export type Offset = `${'' | '-'}P${string}`

/** A wall time in a zone, or, for the meeting that is running, whole minutes before `now`. */
export type Start = { day: Day; time: `${number}:${number}`; zone: Zone } | { minutesAgo: number; zone: Zone }

export interface Person {
  name: string
  /** Ends in `.invalid`: nothing can ever be delivered there. */
  email: string
  zone: Zone
}

/** Who belongs to a party; an array in the order in which its head invites them. */
export interface Party {
  key: PartyKey
  name: string
  shortName: string
  zone: Zone
  head: PersonKey
  deputies: readonly PersonKey[]
  delegates: readonly PersonKey[]
  observers: readonly PersonKey[]
}

/**
 * Passages of the handbook, found by the words with which they begin, so that no renumbering breaks them. `last`
 * makes it a range (inclusive); `quote` narrows a single passage to exact words in it.
 */
export type Cite = { first: string; last?: string } | { first: string; quote: string }

/** Kinds of agenda items, as in the procedure. */
export type ItemKind =
  | 'exchange-of-experience'
  | 'theoretical-discussion'
  | 'inquiry'
  | 'cooperation'
  | 'resolution'
  | 'procedure'

export interface Item {
  /** Unique in its meeting. */
  key: string
  kind: ItemKind
  title: string
  /** What the item should have brought about when it ends. */
  aim: string
  /** Minutes of deliberation; in a multilateral every party's statement comes on top (rule 3). */
  minutes: number
  /** Who opens it: a party or a person. */
  lead?: { party: PartyKey } | { person: PersonKey }
  cites: readonly Cite[]
}

export interface Commitment {
  /** Unique in its meeting. */
  key: string
  what: string
  party: PartyKey
  /** The person of that party who sees to it. */
  person: PersonKey
  /** Last day on which it is on time, in the party's zone. */
  due: Day
}

/** One version of a draft: what it says, what it rests on, who does what. */
export interface Version {
  wording: string
  cites: readonly Cite[]
  commitments?: readonly Commitment[]
}

export type Office = 'chair' | 'facilitator' | 'rapporteur'

export interface Meeting {
  key: string
  kind: 'study' | 'bilateral' | 'multilateral'
  /** The state in which the acts leave it. */
  state: 'draft' | 'proposed' | 'scheduled' | 'open' | 'closed' | 'agreed' | 'cancelled'
  title: string
  aim: string
  parties: readonly PartyKey[]
  /** When it takes place in the end; earlier proposals stand in the acts. */
  start: Start
  minutes: number
  /** Multilaterals: minutes for each party's statement on an item. */
  statementMinutes?: number
  place: string
  link: string
  /** Who takes part for a party; in a study session these are the participants, who decide. */
  seats: readonly PersonKey[]
  /** Delegates whom their party allows to speak for it in this meeting (rule 13). */
  authorised?: readonly PersonKey[]
  offices: Readonly<Partial<Record<Office, PersonKey>>>
  items: readonly Item[]
  /** In the order of time. */
  acts: readonly Act[]
}

export interface Scenario {
  group: { name: string; purpose: string; kind: GroupKind; zone: Zone }
  /** The day on which group, parties, people and text came about: before every act. */
  founded: Day
  /** The discussion text, a file beside this one, published by the organizer. */
  text: { title: string; file: 'handbook.md' }
  people: Readonly<Record<PersonKey, Person>>
  /** Organizes the group, and sits for a party as well. */
  organizer: PersonKey
  /** Organize it as well. */
  coOrganizers: readonly PersonKey[]
  parties: readonly Party[]
  meetings: readonly Meeting[]
}
