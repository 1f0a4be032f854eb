import { Prisma } from './prisma.ts'

/** Most words that are looked for at once; what comes after them is not looked for. */
export const mostWordsAtOnce = 10

/** Marks above and below letters: accents, the points of Hebrew, the signs of Arabic. The same range on both sides of a comparison. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u064b-\u065f\u0670]/g
const marksInSql = '[\\u0300-\\u036F\\u0591-\\u05BD\\u05BF\\u05C1-\\u05C2\\u05C4-\\u05C5\\u05C7\\u064B-\\u065F\\u0670]'

/**
 * Whether each of the words that somebody typed stands somewhere in a text, in whatever order, as a whole or as a part of a word.
 * Case and accents make no difference, in any script and on either database: the text is decomposed and its marks are left out by
 * what PostgreSQL itself has (no extension, which not every server lets one make), and each letter is looked for in both of its
 * cases, because a database of the locale C knows no case beyond ASCII.
 *
 * @param text selects the text; null: nothing stands in it.
 */
export function wordsIn(text: Prisma.Sql, typed: string): Prisma.Sql {
  const patterns = patternsOf(typed)
  if (patterns.length === 0) return Prisma.sql`TRUE`
  const all = Prisma.join(
    patterns.map((pattern) => Prisma.sql`f.words ~ ${pattern}`),
    ' AND ',
  )
  return Prisma.sql`COALESCE((SELECT ${all} FROM (
    SELECT regexp_replace(normalize(${text}, NFKD), ${marksInSql}, '', 'g') AS words) f), false)`
}

/** A regular expression of PostgreSQL for each word that was typed: nothing but letters to choose between, one after the other. */
export function patternsOf(typed: string): readonly string[] {
  const words = typed.normalize('NFKD').replaceAll(marks, '').split(/\s+/)
  return words
    .filter((word) => word !== '')
    .slice(0, mostWordsAtOnce)
    .map((word) => [...word].map(eitherCase).join(''))
}

function eitherCase(letter: string): string {
  const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()])
  const single = [...cases].filter((one) => [...one].length === 1)
  return `[${single.map((one) => `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join('')}]`
}
