/** What people do in the demo group, in the words of the procedure. */
import type { Cite, Day, Office, Offset, PartyKey, PersonKey, Start, Version } from './types.ts'

/** The answer of a decider to a put version (rule 6). */
export type Stance =
  | { stance: 'consent' }
  | { stance: 'consent-with-reservation'; reason: string }
  | { stance: 'ad-referendum'; until: Day }
  | { stance: 'stand-aside'; reason: string }
  | { stance: 'object'; reason: string }

/** Where an item goes when its meeting closes (rule 16): to a meeting of the same parties, or to the draft of one. */
export type Fate =
  | { fate: 'settled' }
  | { fate: 'carried'; to: { meeting: string } | { next: string } }
  | { fate: 'dropped'; reason: string }

export type Assignment = {
  do: 'assign'
  /** Unique in its meeting. */
  key: string
  kind: 'read' | 'prepare-position' | 'present' | 'report-experience'
  /** In which capacity it is given: by the group's organizer, or inside the party by its head or deputy. */
  as: 'organizer' | 'party'
  to: { party: PartyKey } | { person: PersonKey }
  item: string
  cites: readonly Cite[]
  /** The end of that day in the zone of whoever has the homework. */
  due: Day
  instructions: string
}

/**
 * What somebody does. `draft` names a conclusion of the same meeting by its key, `version` the number it then has.
 * The record of the meeting, once put, is answered like a conclusion, under the reserved key `record`.
 */
export type Deed =
  | { do: 'create' }
  | { do: 'propose'; start: Start; message: string }
  | { do: 'offer-other-time'; start: Start; message: string }
  | { do: 'accept' }
  | { do: 'schedule' }
  | { do: 'cancel'; reason: string }
  /** An organizer, to the party of a study session. */
  | { do: 'propose-participant'; person: PersonKey }
  | { do: 'accept-office'; office: Office; person: PersonKey }
  | Assignment
  | { do: 'finish-assignment'; assignment: string }
  | { do: 'open' }
  | { do: 'enter' }
  | { do: 'begin-item'; item: string }
  | { do: 'write-notes'; item: string; notes: string }
  | { do: 'close'; items: Readonly<Record<string, Fate>> }
  | {
      do: 'draft'
      key: string
      item: string
      kind: 'common-understanding' | 'common-position' | 'cooperation' | 'resolution'
      title: string
      version: Version
    }
  | { do: 'revise'; draft: string; version: Version }
  | { do: 'put'; draft: string; version: number }
  | { do: 'put-record' }
  | { do: 'take-back'; draft: string; version: number; reason: string }
  | ({ do: 'answer'; draft: string; version: number } & Stance)
  | { do: 'confirm'; draft: string }
  | { do: 'withdraw'; draft: string; reason: string }
  | {
      do: 'diverge'
      key: string
      /** The draft that was not adopted. */
      from: string
      title: string
      words: readonly { by: PersonKey; words: string }[]
    }
  | { do: 'share'; conclusion: string }
  | { do: 'finish-commitment'; commitment: string }

/** A deed with its hour and its doer, who speaks for the party they sit for unless they act as organizer or officer. */
export type Act = { at: Offset; by: PersonKey } & Deed
