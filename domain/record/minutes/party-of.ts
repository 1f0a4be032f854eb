import type { RecordEntry } from '../entry.ts'

/** The party, or in a study session the participant, whose act or departure an entry tells, by name; null: of none alone. */
export function partyNamedIn(entry: RecordEntry): string | null {
  if ('side' in entry) return entry.side.name
  if ('party' in entry) return entry.party?.name ?? null
  // How a commitment goes the responsible party says (rule 13).
  return 'place' in entry ? (entry.by.party?.name ?? null) : null
}
