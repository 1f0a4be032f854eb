import type { PartyRef, PersonRef, RecordLine } from '../entry.ts'
import { linesOfKinds } from './lines.ts'
import { type Span, spansIn } from './span.ts'

/** Somebody who was there, for a party or for none. */
export interface Attendance {
  readonly person: PersonRef
  readonly party: PartyRef | null
  /** From coming to leaving; somebody may come again. */
  readonly stays: readonly Span[]
}

/** Who was there and when, in the order in which they first came. */
export function attendanceIn(body: readonly RecordLine[]): readonly Attendance[] {
  const byPerson = Map.groupBy(linesOfKinds(body, 'came', 'left'), ({ entry }) => entry.person.id)
  return [...byPerson.values()].flatMap((lines) => {
    const stays = spansIn(lines.map(({ entry, at }) => ({ begins: entry.kind === 'came', at })))
    const last = lines.at(-1)
    return last === undefined || stays.length === 0
      ? []
      : [{ person: last.entry.person, party: last.entry.party, stays }]
  })
}
