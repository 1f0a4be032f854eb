/**
 * What of a record is open to somebody who sees what was written from an instant on (`seesSince`, domain/meeting/participant). The other
 * links keep their place in the chain without what they say, as erased ones do, so that the export still verifies.
 */
import type { RecordEntry, RecordLine } from './entry.ts'

/** What decides over the entries of a record. */
export interface OpenSince {
  readonly since: Date
  /** Nothing that was said or decided in the meeting is older. */
  readonly sawItHeld: boolean
  /** The conclusions that are open, by id, with the numbers of their open versions. */
  readonly conclusions: ReadonlyMap<string, ReadonlySet<number>>
}

/** An entry is open that was written since, and tells of nothing that is not; and the text of a version that was put since. */
export function isLineOpen({ entry, at }: RecordLine, open: OpenSince): boolean {
  if (entry === null) return true
  const isLater = Date.parse(at) >= open.since.getTime()
  return isLater ? isToldOpenly(entry, open) : isTextOfOpenVersion(entry, open)
}

function isToldOpenly(entry: RecordEntry, { conclusions, sawItHeld }: OpenSince): boolean {
  // What became of a commitment says what it was.
  if (entry.kind === 'carried-over') return sawItHeld || entry.thing.kind === 'item'
  if (entry.kind === 'divergence-recorded' && !conclusions.has(entry.origin.id)) return false
  return !('conclusion' in entry) || conclusions.has(entry.conclusion.id)
}

function isTextOfOpenVersion(entry: RecordEntry, { conclusions }: OpenSince): boolean {
  if (entry.kind !== 'draft-made' && entry.kind !== 'version-made') return false
  return conclusions.get(entry.conclusion.id)?.has(entry.text.number) === true
}
