/** What somebody may mean who names a passage as people do: a reference, a number of the author's own, or a bare number. */
import { isRefusal } from '../refusal.ts'
import { numeralOf, numerals, numeralValue, withPlainDigits } from './digits.ts'
import { parseReference, referenceOf } from './reference.ts'

/** A number that the author of a text gave: "3:16", "Art. 5", "2.3.5", "b)". Compared without blanks and capitals. */
export interface OwnNumber {
  /** What stands before the number, as far as it was typed: "joh" for John 3:16; empty: nothing. */
  readonly prefix: string
  /** The number itself, or a letter with the mark behind it: "3:16", "b)". */
  readonly number: string
}

/** Every passage that may be meant; each of them an empty list or null where it cannot be read so. */
export interface NamedPlaces {
  /** References as `referenceOf` writes them, at most two. */
  readonly references: readonly string[]
  /** The number of a paragraph whose section was left out, 0 upwards: in whichever section. */
  readonly paragraph: number | null
  /** The number of the passage, counted from the beginning of the text, 1 upwards. */
  readonly ordinal: number | null
  readonly own: OwnNumber | null
  /** Only a number was typed: nothing says what it counts, and whatever it may mean is a choice. */
  readonly isBare: boolean
}

const sectionAndNumber = /^(?:§ ?)?([1-9]\d{0,6}(?:\.[1-9]\d{0,6}){0,5}) ?[,:] ?(\d{1,7})$/
/** From one passage to another: one goes to where it begins. */
const range = /^(.*\d) ?[–—-] ?(?:§|¶)? ?\d.*$/
const digits = /^[1-9]\d{0,6}$/
/** A book or a word such as "Art.", then a number of one or more parts. */
const counted =
  /^((?:\d?\p{L}[\p{L}\p{M}.]{0,30}|§)?)(\(?\d{1,7}(?:bis|ter|\p{L})?(?:[.:,/]\d{1,7}\p{L}?|\(\d{1,4}\)){0,6})[.)]?$/u
/** A letter or a roman number that stands as a mark: "b)", "(iv)", "a.". */
const lettered = /^\(?(\p{L}|[ivxlc]{1,7})([.)])$/u

/** What stands behind a Chinese or Japanese numeral that names a part of a text, such as an article or a chapter. */
const parts = '条條章節节款項项、.)'
/** The number of such a part: "第三条", "十二、"; without anything around it a numeral is a word as others are. */
const numbered = new RegExp(`^(?:\\(?([${numerals}]{1,9})[${parts}]|第 ?([${numerals}]{1,9}|\\d{1,7})[${parts}]?)$`)

/** Reads what somebody typed as the name of a passage; null: it names none, and is to be found as words. Linear in its length. */
export function namedPlaces(typed: string): NamedPlaces | null {
  const whole = withPlainDigits(typed.normalize('NFKC')).trim().toLowerCase().replace(/\s+/g, ' ')
  const input = isLink(whole) ? whole : (range.exec(whole)?.[1] ?? whole)
  const key = parseReference(input)
  const own = ownNumber(input)
  const pair = sectionAndNumber.exec(input)
  const none: NamedPlaces = { references: [], paragraph: null, ordinal: null, own, isBare: false }
  if (digits.test(input)) {
    const number = Number(input)
    return { ...none, references: [input], paragraph: number, ordinal: number, isBare: true }
  }
  if (pair !== null) return { ...none, references: [referenceOf(pair[1] ?? '', Number(pair[2]))] }
  if (isRefusal(key)) return own === null ? null : none
  switch (key.by) {
    case 'ordinal':
      return { ...none, own: null, ordinal: key.ordinal }
    case 'paragraph':
      return { ...none, own: null, paragraph: key.paragraph }
    case 'reference': {
      const { reference, otherwise } = key
      return { ...none, references: otherwise === undefined ? [reference] : [reference, otherwise] }
    }
    default:
      return key satisfies never
  }
}

/** A number at the end, with its sign: `5`, `¶5`. */
const numberAtEnd = /([§¶] ?)?\d+$/
/** All that somebody writes of the last of several whose section goes without saying. */
const numberAlone = /^([§¶] ?)?(\d+)$/

/**
 * The ends of what somebody typed as a range; one for a single place, none for nothing. What the last one leaves out is that of the
 * first: `2.3 ¶3–5` and `2,3-7` end in the same section, `3:16-18` in the same chapter. Linear in its length.
 */
export function rangeEnds(typed: string): readonly string[] {
  const whole = withPlainDigits(typed).trim()
  const [first, last, ...others] = whole
    .split(/[-–—…]|\.{2,}/)
    .map((end) => end.trim())
    .filter((end) => end !== '')
  if (first === undefined) return []
  if (isLink(whole) || others.length > 0) return [whole]
  return last === undefined ? [first] : [first, wholeEnd(first, last)]
}

function wholeEnd(first: string, last: string): string {
  const [, sign, number] = numberAlone.exec(last) ?? []
  const own = numberAtEnd.exec(first)
  if (number === undefined || own === null) return last
  return `${first.slice(0, own.index)}${sign ?? own[1] ?? ''}${number}`
}

/**
 * The places of what somebody typed as several, each a place or a range: `1 ¶1–2, 2 ¶1; 5.2 ¶1`. A comma is between two only behind the sign of
 * a paragraph, since `2,3` is one place; one of which the number alone is said then stands where the one before does: `2.3 ¶1, 3`. What
 * names no several places is one. Linear in its length.
 */
export function listedPlaces(typed: string): readonly string[] {
  const whole = withPlainDigits(typed).trim()
  const places = isLink(whole) ? [] : whole.split(';').flatMap(besideSign)
  const isNamed = places.every((place) => rangeEnds(place).every((end) => namedPlaces(end) !== null))
  return places.length > 1 && isNamed ? places : [whole]
}

function besideSign(list: string): readonly string[] {
  const sign = list.indexOf('¶')
  const [first = '', ...others] = sign < 0 ? [list] : list.slice(sign).split(',')
  const places = [`${list.slice(0, Math.max(sign, 0))}${first}`.trim()]
  for (const other of others) {
    const [before = ''] = rangeEnds(places.at(-1) ?? '')
    const ends = rangeEnds(other).map((end) => wholeEnd(before, end))
    places.push(ends.join('–'))
  }
  return places.filter((place) => place !== '')
}

/** The identifiers in an address are no ranges. */
function isLink(input: string): boolean {
  return input.includes('/p/')
}

function ownNumber(input: string): OwnNumber | null {
  const close = input.replaceAll(' ', '')
  const [, marked, counting] = numbered.exec(close) ?? []
  const part = marked ?? counting
  if (part !== undefined) return { prefix: '', number: /\d/.test(part) ? part : String(numeralValue(part)) }
  const letter = lettered.exec(close)
  if (letter !== null) return { prefix: '', number: `${letter[1]}${letter[2]}` }
  const [, prefix = '', number = ''] = counted.exec(close) ?? []
  return number === '' ? null : { prefix: prefix.replace(/[.§]+$/, ''), number: number.replace(/^\(/, '') }
}

/** How a passage came to be among those that may be meant. */
export const namings = ['own', 'reference', 'paragraph', 'ordinal'] as const
export type Naming = (typeof namings)[number]

/**
 * Those of the passages that were found that are meant: where a text has the number that was typed as one of its own, that is it;
 * of a bare number all are, since nothing says what it counts.
 */
export function meantAmong<P extends { readonly by: Naming }>(
  found: readonly P[],
  { isBare }: Pick<NamedPlaces, 'isBare'>,
): readonly P[] {
  const own = found.filter(({ by }) => by === 'own')
  return isBare || own.length === 0 ? found : own
}

/**
 * The beginning of a passage with this number of its author, without blanks and capitals and with plain digits, as a regular expression of
 * the database: the label or the words begin with it, and the number does not go on. A number alone is meant as a Chinese or Japanese
 * numeral too, where that names a part.
 */
export function ownNumberPattern({ prefix, number }: OwnNumber): string {
  const before = prefix === '' ? bookBefore(number) : `(?:${escaped(prefix)}[[:alpha:].]*)?`
  const plain = `^[§第]?\\(?${before}\\(?${escaped(number)}(?![.:,/]?[0-9])`
  const isPart = prefix === '' && /^[1-9]\d{0,3}$/.test(number)
  return isPart ? `${plain}|^[(（]?第?${numeralOf(Number(number))}[${parts}）．]` : plain
}

/** A verse is often named without its book: whichever books have it are a choice. Other numbers stand alone. */
function bookBefore(number: string): string {
  return number.includes(':') ? '(?:[0-9]?[[:alpha:].]{1,30})?' : ''
}

/** Of what a number may consist of, this alone says something else in an expression. */
function escaped(words: string): string {
  return words.replaceAll(/[.()]/g, '\\$&')
}
