/** Which units of a plain text are headings, and of which level: plain text has no mark for it, only habits. */
import { endsSentence } from './plain-lines.ts'
import { romanValue } from './plain-marks.ts'
import type { Unit } from './plain-units.ts'

/** Longest heading and longest title, in UTF-16 units: more is a paragraph. */
const maxHeadingLength = 100
const maxTitleLength = 200

/** Two headings may follow each other ("Part Two", "The river"); three lines without a number are verse or an address. */
const maxHeadingRun = 2

/**
 * Marks headings. `isFurniture[i]` says that unit i is suspected to be no part of the text: never a heading, and looked
 * through. The answer, by index: 'title' (at most one, the first unit of the text), 'section' or null.
 */
export function findHeadings(units: readonly Unit[], isFurniture: readonly boolean[]): (HeadingRole | null)[] {
  const roles: (HeadingRole | null)[] = units.map(() => null)
  let next: { unit: Unit; run: number } | null = null
  for (let index = units.length - 1; index >= 0; index -= 1) {
    const unit = units[index]
    if (unit === undefined || isFurniture[index]) continue
    const numbered = isNumbered(unit, units[index - 1], units[index + 1])
    const heads: boolean = next !== null && canHead(unit, numbered) && isHeaded(unit, next, numbered)
    if (heads) roles[index] = 'section'
    next = { unit, run: heads ? (numbered || next === null ? 0 : next.run) + 1 : 0 }
  }
  const first = isFurniture.indexOf(false)
  const unit = units[first]
  if (unit !== undefined && isTitle(unit, units[first + 1])) {
    roles[first] = 'title'
    const second = units[first + 1]
    // A line between the title and the first heading names the author or the occasion; it heads nothing.
    if (second !== undefined && roles[first + 2] === 'section' && !isNumbered(second, unit, units[first + 2])) {
      roles[first + 1] = null
    }
  }
  return roles
}

export type HeadingRole = 'title' | 'section'

/** The words of a heading, with the number that was read as a list mark. */
export function headingText({ mark, text }: Unit): string {
  return mark === null ? text : `${mark.label} ${text}`
}

/** Numbered as a heading, and not as one of several list items that follow each other. */
function isNumbered(unit: Unit, before: Unit | undefined, after: Unit | undefined): boolean {
  if (unit.mark === null) return headingNumber(unit.text) !== null
  if (unit.mark.readings.length === 0) return false
  // Right below another item, without a blank line: the list goes on after what was nested in it.
  if (before?.mark && !unit.blankBefore) return false
  return !isSibling(unit, before) && !isSibling(unit, after)
}

function isSibling(unit: Unit, other: Unit | undefined): boolean {
  return (other?.mark?.readings ?? []).some((one) => unit.mark?.readings.some(({ series }) => series === one.series))
}

function canHead(unit: Unit, numbered: boolean): boolean {
  if (unit.quoteLevel > 0 || unit.lineCount > 1 || unit.text.length > maxHeadingLength) return false
  if (unit.mark !== null && !numbered) return false
  if (unit.underline > 0) return true
  if (isKeywordOnly(unit.text)) return true
  if (/[.,;:…]["'”’»)\]]?$/u.test(unit.text.slice(-3))) return false
  // Two sentences on a line are prose that somebody broke early.
  return numbered || !/^[\p{Ll}“„«"'(]|[.!?] +\p{Lu}/u.test(unit.text)
}

/** Whether what follows is something that `unit` could be the heading of. */
function isHeaded(unit: Unit, next: { unit: Unit; run: number }, numbered: boolean): boolean {
  if (unit.underline > 0) return true
  if (next.run > 0) return numbered || next.run < maxHeadingRun
  if (!unit.blankAfter) return next.unit.text.length >= 60 && next.unit.text.length >= unit.text.length * 2
  return numbered || next.unit.mark !== null || next.unit.quoteLevel > 0 || isProse(next.unit)
}

function isProse({ text, lineCount }: Unit): boolean {
  return lineCount > 1 || text.length > maxHeadingLength || endsSentence(text) || text.endsWith(':')
}

function isTitle(unit: Unit, next: Unit | undefined): boolean {
  if (unit.quoteLevel > 0 || unit.mark !== null || unit.text.length > maxTitleLength || next === undefined) return false
  if (headingNumber(unit.text) !== null || /[.,;:…]$/u.test(unit.text)) return false
  return unit.blankAfter || unit.underline > 0 || !/^\p{Ll}/u.test(next.text)
}

/** How a heading is numbered: the rank of its kind of number (outermost first) and the depth within that kind. */
interface HeadingNumber {
  readonly rank: number
  readonly depth: number
}

/** Ranks of `HeadingNumber`, as outlines are commonly nested: Part, Chapter, Section, I., A., 1. (1.1 is one deeper). */
const ranks = { part: 0, chapter: 1, section: 2, roman: 3, letter: 4, decimal: 5 }

const numeral = '(?:\\d{1,3}|[IVXLC]{1,7}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)'
const keywords: readonly (readonly [number, RegExp])[] = [
  [
    ranks.part,
    new RegExp(`^(?:part|book|volume|teil|buch|partie|livre|parte|libro|часть)\\s+${numeral}(?![\\p{L}\\p{N}])`, 'iu'),
  ],
  [
    ranks.chapter,
    new RegExp(`^(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|глава)\\s+${numeral}(?![\\p{L}\\p{N}])`, 'iu'),
  ],
  [
    ranks.section,
    new RegExp(
      `^(?:section|article|annex|appendix|abschnitt|artikel|sección|artículo|раздел|§)\\s*${numeral}(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  ],
]

/** "Chapter 4." has a full stop and is a heading all the same. */
function isKeywordOnly(text: string): boolean {
  return keywords.some(([, pattern]) => /^[.:]?$/.test(text.replace(pattern, '')))
}

function headingNumber(text: string): HeadingNumber | null {
  for (const [rank, pattern] of keywords) if (pattern.test(text)) return { rank, depth: 1 }
  const decimal = /^(\d{1,3}(?:\.\d{1,3}){0,5})(\.|\))?\s+(?=\S)/.exec(text)
  if (decimal !== null) {
    const depth = (decimal[1] ?? '').split('.').length
    // "12 boats" may be a heading without a number; "12. Boats", "3 Tools" and "3.1 tools" are numbered.
    const bare = depth === 1 && decimal[2] === undefined
    return bare && !/^\d{1,2}\s+\p{Lu}/u.test(text) ? null : { rank: ranks.decimal, depth }
  }
  const letters = /^([A-Z]|[IVXLC]{2,7})[.)]\s+(?=\S)/.exec(text)?.[1]
  if (letters === undefined) return null
  const roman = letters.length > 1 ? romanValue(letters) !== null : /^[IVX]$/.test(letters)
  return letters.length > 1 && !roman ? null : { rank: roman ? ranks.roman : ranks.letter, depth: 1 }
}

/** Headings that stand outside of any numbering. */
const outer =
  /^(?:introduction|preface|foreword|prologue|conclusions?|epilogue|summary|references|bibliography|notes)$/i

/**
 * Levels 1–6 of the section headings of one text, in reading order. Numbers decide where there are any, then
 * underlining and capitals; a heading without either stands below the last one that has it.
 */
export function headingLevels(headings: readonly Unit[]): number[] {
  const numbers = headings.map((unit) => headingNumber(headingText(unit)))
  const present = [...new Set(numbers.flatMap((number) => (number === null ? [] : [number.rank])))].sort()
  let above = 0
  return headings.map((unit, index) => {
    const number = numbers[index]
    if (number) {
      above = present.indexOf(number.rank) + number.depth
      return Math.min(above, 6)
    }
    if (unit.underline > 0) return unit.underline
    if (outer.test(unit.text)) {
      above = 0
      return 1
    }
    if (isCapitals(unit.text)) {
      above = 1
      return 1
    }
    return Math.min(above + 1, 6)
  })
}

function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase()
}
