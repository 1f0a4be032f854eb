/** Recognises the passages of a plain text, which has no markup, by what people commonly do in one. */
import { type Candidate, clampLevel } from './passage.ts'
import { findHeadings, headingLevels, headingText } from './plain-headings.ts'
import { type Unit, unitsOf } from './plain-units.ts'
import { suspectOf } from './suspicion.ts'

/**
 * Candidates in reading order. Paragraphs are parted by blank lines, or stand one on a line; lines that an editor broke
 * are joined. No letter and no digit is lost or added. Linear in the length of `text`, which is normalised.
 */
export function recognisePlain(text: string): Candidate[] {
  const units = unitsOf(text)
  const suspects = units.map((unit) =>
    unit.lineCount === 1 && unit.underline === 0 ? suspectOf(headingText(unit)) : null,
  )
  const roles = findHeadings(
    units,
    suspects.map((suspect) => suspect !== null),
  )
  const levels = headingLevels(units.filter((_, index) => roles[index] === 'section'))
  const depths = listDepths(units)
  let section = 0
  return units.map((unit, index): Candidate => {
    const suspect = suspects[index] ?? null
    const role = roles[index]
    if (role === 'title') return { kind: 'heading', level: 0, text: headingText(unit), label: null, suspect }
    if (role === 'section') {
      const level = levels[section] ?? 1
      section += 1
      return { kind: 'heading', level, text: headingText(unit), label: null, suspect }
    }
    return { ...body(unit, depths[index] ?? 1), suspect }
  })
}

function body(unit: Unit, depth: number): Omit<Candidate, 'suspect'> {
  const { text, mark, quoteLevel } = unit
  if (quoteLevel > 0)
    return { kind: 'quote', level: clampLevel('quote', quoteLevel), text: headingText(unit), label: null }
  if (mark !== null) {
    const label = mark.readings.length === 0 ? null : mark.label
    return { kind: 'list-item', level: clampLevel('list-item', depth), text, label }
  }
  return isQuoted(text)
    ? { kind: 'quote', level: 1, text, label: null }
    : { kind: 'paragraph', level: 0, text, label: null }
}

/** How deep each list item is nested among the items around it, by its indentation; 0 for other units. */
function listDepths(units: readonly Unit[]): number[] {
  let indents: number[] = []
  return units.map(({ mark, indent }) => {
    if (mark === null) {
      indents = []
      return 0
    }
    indents = [...indents.filter((one) => one < indent), indent]
    return indents.length
  })
}

/** Opening quotation marks and the marks that close them. */
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
}

/** Whether the whole paragraph stands between one pair of typographic quotation marks, a full stop after it aside. */
function isQuoted(text: string): boolean {
  const closing = closers[text[0] ?? '']
  if (closing === undefined) return false
  const inner = text.slice(1).replace(/[.,;]$/, '')
  const end = inner.at(-1) ?? ''
  return closing.includes(end) && inner.slice(0, -1).search(new RegExp(`[${closing}]`, 'u')) === -1
}
