/** The thread in which one record is checked. It is given an exported record piece by piece, and the heads to check against. */
import { hash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { type RecordExport, readExport } from '#domain/record/export.ts'
import { replay } from '#domain/record/replay/replay.ts'
import { differenceBetween, differenceLater } from '#domain/record/replay/rows.ts'
import type { ChainedLine } from '#domain/record/replay/told.ts'
import { linesIn, verifyExport } from '#domain/record/verify-export.ts'
import { stepBack } from './step-back.ts'
import type { Against, StoredConclusion, StoredVerdict } from './verify.ts'

stepBack()

const pieces: string[] = []
parentPort?.on('message', (piece: string | null) => {
  if (piece !== null) pieces.push(piece)
  else parentPort?.postMessage(verdictOn(pieces.join(''), workerData))
})

const sha256 = (said: string) => hash('sha256', said, 'hex')

function verdictOn(text: string, { stored, exported, rows }: Against): StoredVerdict {
  const record = readExport(text)
  if (record === null) throw new Error('A record that was just exported cannot be read.')
  const verdict = verifyExport({ ...record, head: stored ?? record.head }, sha256, exported ?? undefined)
  if (!verdict.intact || rows === null) return verdict
  const title = titleOfDiffering(record, rows)
  return title === null ? verdict : { intact: false, fault: 'rows-differ', title }
}

/** The title of the first conclusion whose rows say otherwise than the record, or are not there; null: there is none. */
function titleOfDiffering({ meeting, links }: RecordExport, rows: readonly StoredConclusion[]): string | null {
  const lines = linesIn(links.map((link) => ({ ...link, meetingId: meeting.id })))
  if ('fault' in lines) return null
  const { conclusions, lost } = replay(lines)
  const lastErased = lines.findLast(({ entry }) => entry === null)?.sequence ?? 0
  const differs = ({ conclusion, later }: StoredConclusion) => {
    const told = conclusions.get(conclusion.id)
    if (told === undefined || differenceBetween(conclusion, told, sha256) !== null) return true
    // What was erased since may have told of its commitments, or of its sharing.
    return lastErased < adoptedAt(lines, conclusion.id) && differenceLater(later, told) !== null
  }
  const stored = new Set(rows.map(({ conclusion }) => conclusion.id))
  const missing = [...conclusions].find(([id]) => !stored.has(id))?.[1]
  const found = rows.find((row) => !lost.has(row.conclusion.id) && differs(row)) ?? missing
  return found?.conclusion.title ?? null
}

/** Where a conclusion was adopted; beyond all entries, where none tells that it was. */
function adoptedAt(lines: readonly ChainedLine[], id: string): number {
  const adoption = lines.find(
    ({ entry }) => (entry?.kind === 'adopted' || entry?.kind === 'record-agreed') && entry.conclusion.id === id,
  )
  return adoption?.sequence ?? Number.POSITIVE_INFINITY
}
