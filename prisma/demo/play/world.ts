/** What has come about so far, found by the keys of the scenario. */
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import type { Citation } from '#domain/text/citation.ts'
import { quoteFrom } from '#domain/text/quote.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import type { Cite, Meeting, Office, Party, PartyKey, PersonKey, Scenario } from '../scenario/types.ts'

export interface World {
  readonly scenario: Scenario
  /** The moment at which the demo is loaded: what is relative is relative to it. */
  readonly now: Date
  readonly groupId: string
  readonly people: Readonly<Record<PersonKey, Viewer>>
  readonly partyIds: ReadonlyMap<PartyKey, string>
  readonly edition: Edition
  readonly meetings: Map<string, Played>
}

/** The published text. */
export interface Edition {
  readonly id: string
  /** In reading order; the first has ordinal 1. */
  readonly passages: readonly string[]
}

/** A meeting of which something has happened. */
export interface Played {
  readonly id: string
  readonly meeting: Meeting
  readonly items: Map<string, string>
  readonly assignments: Map<string, string>
  /** Conclusions of every kind, the record among them. */
  readonly conclusions: Map<string, { readonly id: string; readonly version: number }>
  /** Officers of a bilateral who were appointed by the party that accepted them first. */
  readonly appointed: Set<Office>
}

/** The value of a key that the scenario must know. */
export function the<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The demo knows no "${String(key)}" here.`)
  return value
}

/** What a command answered. A refusal is a mistake in the scenario, and names what was refused. */
export function done<Answer>(what: string, answer: Answer | Refusal): Exclude<Answer, Refusal> {
  if (isRefusal(answer)) throw new Error(`The demo cannot ${what}: ${JSON.stringify(answer)}`)
  return answer as Exclude<Answer, Refusal>
}

export function partyOf({ scenario }: World, key: PartyKey): Party {
  const party = scenario.parties.find((one) => one.key === key)
  if (party === undefined) throw new Error(`The demo has no party "${key}".`)
  return party
}

/** The party to which somebody belongs, in whatever role. */
export function homeOf({ scenario }: World, person: PersonKey): Party {
  const home = scenario.parties.find(({ head, deputies, delegates, observers }) =>
    [head, ...deputies, ...delegates, ...observers].includes(person),
  )
  if (home === undefined) throw new Error(`${person} sits for no party.`)
  return home
}

/** Citations as somebody points at passages in the reader. */
export function citationsOf({ edition }: World, cites: readonly Cite[]): Citation[] {
  return cites.map((cite) => {
    const first = ordinalOf(edition, cite.first)
    if (!('quote' in cite))
      return { editionId: edition.id, first, last: cite.last ? ordinalOf(edition, cite.last) : first }
    const text = edition.passages[first - 1] ?? ''
    const start = text.indexOf(cite.quote)
    const quote = quoteFrom(text, start, start + cite.quote.length)
    return { editionId: edition.id, first, last: first, quote: done(`quote "${cite.quote}"`, quote) }
  })
}

function ordinalOf({ passages }: Edition, beginning: string): number {
  const found = passages.flatMap((text, index) => (text.startsWith(beginning) ? [index + 1] : []))
  const [ordinal, ...others] = found
  if (ordinal === undefined || others.length > 0)
    throw new Error(`${found.length} passages of the demo's text begin with "${beginning}" instead of one.`)
  return ordinal
}
