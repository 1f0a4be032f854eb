/**
 * All that a party agreed, in one file: the records of its meetings, as far as it sees them, each as it would be exported by
 * itself and so checked by itself (`verify-export.ts`).
 */
import { type RecordExport, readExport, readPlainly } from './export.ts'
import { exactly, isInstant, isText, type MemberCheck, oneOfWords } from './shape.ts'

/** The first thing in the file of a party. */
export const partyExportFormat = 'concordance/party-export/1'

/** The head of the file; `records` follow it. */
export type PartyExportHead = {
  readonly format: typeof partyExportFormat
  /** ISO 8601, UTC. */
  readonly exportedAt: string
  readonly group: { readonly id: string; readonly name: string }
  readonly party: { readonly id: string; readonly name: string }
}

/**
 * The records in a text that may hold anything: those of the file of a party, or the one that was exported alone; null: none. The
 * file of a party has exactly its members, as a record has: nothing stands in it that was not looked at.
 */
export function readRecords(text: string): readonly RecordExport[] | null {
  const value = readPlainly(text)
  if (!isPartyExport(value)) {
    const alone = readExport(text)
    return alone && [alone]
  }
  const records = value.records.map((record) => readExport(JSON.stringify(record)))
  return records.every((record) => record !== null) ? records : null
}

type PartyFile = PartyExportHead & { readonly records: readonly unknown[] }

const named = exactly<PartyExportHead['party']>({ id: isText, name: isText })
const partyFile: MemberCheck = exactly<PartyFile>({
  format: oneOfWords(partyExportFormat),
  exportedAt: isInstant,
  group: named,
  party: named,
  records: Array.isArray,
})

function isPartyExport(value: unknown): value is PartyFile {
  return partyFile(value)
}
