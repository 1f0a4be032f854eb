/** The thread in which one record is checked. It is given an exported record piece by piece, and the heads to check against. */
import { hash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { type RecordExport, readExport } from '#domain/record/export.ts'
import { replay } from '#domain/record/replay/replay.ts'
import { differenceBetween } from '#domain/record/replay/rows.ts'
import { linesIn, verifyExport } from '#domain/record/verify-export.ts'
import { stepBack } from './step-back.ts'
import type { Against, StoredVerdict } from './verify.ts'

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

/** The title of the first conclusion whose rows say otherwise than the record; null: none does. */
function titleOfDiffering({ meeting, links }: RecordExport, rows: readonly Conclusion[]): string | null {
  const lines = linesIn(links.map((link) => ({ ...link, meetingId: meeting.id })))
  if ('fault' in lines) return null
  const { conclusions, lost } = replay(lines)
  const differs = (row: Conclusion) => differenceBetween(row, conclusions.get(row.id), sha256) !== null
  return rows.find((row) => !lost.has(row.id) && differs(row))?.title ?? null
}
