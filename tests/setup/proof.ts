/**
 * A proof is a test of a promise (docs/security.md) whose size can be chosen: `npm test` runs a small sample of it, `npm run
 * proofs` the whole, and writes the figures that it tells into docs/security.md.
 */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** How many rounds a proof takes in this run. A count of rounds, of mutants or of clients; not a duration. */
export function rounds({ sample, whole }: { readonly sample: number; readonly whole: number }): number {
  return process.env.PROOFS === 'whole' ? whole : sample
}

/**
 * Tells what a proof found, once it has passed: one line without a full stop, with the numbers that were counted in this run.
 *
 * @param promise its number, 1 to 20, in docs/security.md.
 * @param proof the name of this figure, the same in every run: a later one takes the place of the earlier one.
 */
export function tellFigure(promise: number, proof: string, figure: string): void {
  console.log(`promise ${promise}, ${proof}: ${figure}`)
  const file = process.env.PROOFS_FIGURES
  const { testPath } = expect.getState()
  if (file === undefined || testPath === undefined) return
  const test = path.relative(path.resolve(import.meta.dirname, '..', '..'), testPath)
  appendFileSync(file, `${JSON.stringify({ promise, proof, figure, test })}\n`)
}
