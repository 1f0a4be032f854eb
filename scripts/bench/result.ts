/** What the bench found: one row for each number. */

export interface Result {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it is held against, measured in the same run; null: nothing. */
  readonly baseline: number | null
  /** `value` over `baseline`. */
  readonly ratio: number | null
  /** The most that is allowed of the ratio where there is a baseline, else of the value; null: told, not judged. */
  readonly limit: number | null
  /** Null: not judged. */
  readonly pass: boolean | null
}

/** A number by itself. */
export function measured(name: string, value: number, unit: string, limit: number | null = null): Result {
  return { name, value, unit, baseline: null, ratio: null, limit, pass: limit === null ? null : value <= limit }
}

/** A number held against another of the same run. */
export function compared(name: string, value: number, unit: string, baseline: number, limit: number | null): Result {
  const ratio = value / baseline
  return { name, value, unit, baseline, ratio, limit, pass: limit === null ? null : ratio <= limit }
}

/** The middle one; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
}

/** One line for each result, under one heading for each part. */
export function printPart(title: string, results: readonly Result[]): void {
  const width = Math.max(...results.map(({ name }) => name.length))
  console.log(`\n${title}`)
  for (const { name, value, unit, baseline, ratio, limit, pass } of results) {
    const against = baseline === null || ratio === null ? '' : `/ ${told(baseline)} = ${ratio.toFixed(2)}`
    const judged = limit === null ? '' : `≤ ${limit} ${pass ? 'kept' : 'MISSED'}`
    const cells = [name.padEnd(width), told(value).padStart(9), unit.padEnd(10), against.padEnd(18), judged]
    console.log(`  ${cells.join('  ')}`.trimEnd())
  }
}

const told = (value: number): string =>
  value.toFixed(Number.isInteger(value) || value >= 1000 ? 0 : value >= 100 ? 1 : 2)
