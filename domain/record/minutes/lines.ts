import type { RecordEntry, RecordKind, RecordLine } from '../entry.ts'

/** A line whose entry is of one of these kinds. */
export interface LineOf<Kind extends RecordKind> extends RecordLine {
  readonly entry: Extract<RecordEntry, { kind: Kind }>
}

/** The lines of these kinds, in the order of the record. */
export function linesOfKinds<Kind extends RecordKind>(
  lines: readonly RecordLine[],
  ...kinds: readonly Kind[]
): LineOf<Kind>[] {
  const wanted: readonly RecordKind[] = kinds
  return lines.filter((line): line is LineOf<Kind> => line.entry !== null && wanted.includes(line.entry.kind))
}
