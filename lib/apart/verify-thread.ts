/** The thread in which one record is checked. It is given an exported record piece by piece, and the heads to check against. */
import { hash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { readExport } from '#domain/record/export.ts'
import { verifyExport } from '#domain/record/verify-export.ts'
import { stepBack } from './step-back.ts'
import type { Heads } from './verify.ts'

stepBack()

const pieces: string[] = []
parentPort?.on('message', (piece: string | null) => {
  if (piece !== null) pieces.push(piece)
  else parentPort?.postMessage(verdictOn(pieces.join(''), workerData))
})

function verdictOn(text: string, { stored, exported }: Heads) {
  const record = readExport(text)
  if (record === null) throw new Error('A record that was just exported cannot be read.')
  const sha256 = (said: string) => hash('sha256', said, 'hex')
  return verifyExport({ ...record, head: stored ?? record.head }, sha256, exported ?? undefined)
}
