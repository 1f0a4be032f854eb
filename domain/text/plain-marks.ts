/** The marks that people type at the beginning of a line of plain text: bullets, numbers, letters. */

/** What stands before the words of a list item. */
export interface ListMark {
  /** The mark as it stands in the source, without the space after it. */
  readonly label: string
  /** Where the words begin, in UTF-16 units of the line. */
  readonly length: number
  /** Readings of an ordered mark: "c." is 3 among letters and 100 among Roman numerals. Empty: a bullet. */
  readonly readings: readonly MarkReading[]
}

/** One way to count with a mark. */
export interface MarkReading {
  /** Marks of one series share it: the numerals and the punctuation around them. */
  readonly series: string
  readonly value: number
}

const bullet = /^[-*+•‣◦▪●–·∙○■□➢✓][ \t\u00a0]+(?=\S)/u
const ordered = /^(\(?)(\d{1,3}|[a-z]|[A-Z]|[ivxlc]{1,7}|[IVXLC]{1,7})([.)])[ \t\u00a0]+(?=\S)/

/** The mark at the beginning of `line`, which has no leading space; null: none. Whether it counts is for context to say. */
export function listMarkOf(line: string): ListMark | null {
  const point = bullet.exec(line)
  if (point !== null) return { label: point[0].trim(), length: point[0].length, readings: [] }
  const match = ordered.exec(line)
  if (match === null) return null
  const [whole, open = '', numeral = '', close = ''] = match
  return { label: open + numeral + close, length: whole.length, readings: readingsOf(numeral, open + close) }
}

function readingsOf(numeral: string, punctuation: string): readonly MarkReading[] {
  if (/^\d/.test(numeral)) return [{ series: `1${punctuation}`, value: Number(numeral) }]
  const letters = numeral === numeral.toLowerCase() ? 'a' : 'A'
  const readings: MarkReading[] = []
  if (numeral.length === 1) {
    readings.push({ series: letters + punctuation, value: numeral.toLowerCase().charCodeAt(0) - 96 })
  }
  const roman = romanValue(numeral.toUpperCase())
  if (roman !== null) readings.push({ series: (letters === 'a' ? 'i' : 'I') + punctuation, value: roman })
  return readings
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Value of an upper-case Roman numeral up to 399; null: it is none. */
export function romanValue(numeral: string): number | null {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(numeral) || numeral === '') return null
  let value = 0
  for (const [index, letter] of [...numeral].entries()) {
    const digit = romanDigits[letter] ?? 0
    value += digit < (romanDigits[numeral[index + 1] ?? ''] ?? 0) ? -digit : digit
  }
  return value
}

/** Whether `next` goes on counting where `mark` left off. Bullets do not count. */
export function follows(mark: ListMark, next: ListMark): boolean {
  return next.readings.some((reading) =>
    mark.readings.some((before) => before.series === reading.series && before.value + 1 === reading.value),
  )
}
