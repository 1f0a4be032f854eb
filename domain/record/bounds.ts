/**
 * How much one record holds: each part of it has a bound of its own, so that whoever fills one part stops no other. What
 * decides (answers, adoptions, closing, leaving) and what ends or takes back has none here: there are no more of those acts
 * than of what they decide on or end, so that they are always possible.
 */
import type { Refusal } from '../refusal.ts'
import type { RecordKind } from './entry.ts'

/** A part of a record: the entries of these kinds together. */
export interface RecordPart {
  readonly kinds: readonly RecordKind[]
  /** The most entries. */
  readonly entries: number
  /** The most characters of their payloads together; null: they are short. */
  readonly characters: number | null
}

/** The parts of a record that have a bound, with how much of each it holds. */
export const parts = {
  /** Successive saves of one pen are one entry, so that these are days of writing. */
  notes: { kinds: ['note-written'], entries: 5_000, characters: 4_000_000 },
  /** Versions of conclusions, and the sides' own words of divergences. */
  wordings: {
    kinds: ['draft-made', 'version-made', 'divergence-recorded', 'divergence-words'],
    entries: 5_000,
    characters: 8_000_000,
  },
  /** Each change tells the whole agenda. */
  agendas: { kinds: ['agenda-changed'], entries: 5_000, characters: 8_000_000 },
  /** Minutes that were put, each time whole: versions of a conclusion of their own kind. */
  minutes: { kinds: ['draft-made', 'version-made', 'record-put'], entries: 500, characters: 12_000_000 },
  puttings: { kinds: ['put'], entries: 5_000, characters: null },
  presence: { kinds: ['came'], entries: 2_000, characters: null },
  floor: { kinds: ['item-started'], entries: 2_000, characters: null },
  people: {
    kinds: ['office-appointed', 'authorisation-changed', 'parties-changed', 'earlier-opened'],
    entries: 2_000,
    characters: null,
  },
  plan: {
    kinds: [
      'time-offered',
      'rescheduled',
      'venue-changed',
      'description-changed',
      'statement-minutes-changed',
      'resolution-limit-changed',
      'titles-shared',
    ],
    entries: 2_000,
    characters: 4_000_000,
  },
  commitments: { kinds: ['commitment-reopened'], entries: 5_000, characters: null },
  sharing: { kinds: ['shared'], entries: 5_000, characters: null },
} as const satisfies Record<string, RecordPart>

export type PartName = keyof typeof parts

/** This part of the record holds no more; `part` names it. */
export interface RecordFull extends Refusal<'record-full'> {
  readonly part: PartName
  readonly entries: number
}

/** The part in which entries of this kind are counted; null: they have no bound of their own. */
export function partOf(kind: string): PartName | null {
  const names = Object.keys(parts) as PartName[]
  return names.find((name) => (parts[name].kinds as readonly string[]).includes(kind)) ?? null
}

/** Why nothing more goes into a part that holds so much; null: something does. */
export function fullAt(
  part: PartName,
  held: { readonly entries: number; readonly characters: number },
): RecordFull | null {
  const { entries, characters }: RecordPart = parts[part]
  const full = held.entries >= entries || (characters !== null && held.characters >= characters)
  return full ? { refused: 'record-full', part, entries: held.entries } : null
}
