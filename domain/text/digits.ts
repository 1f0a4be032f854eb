/** Numbers as the scripts of the world write them: decimal digits of every script, and the numerals of Chinese and Japanese. */

/** The decimal digits of all scripts but our own, and in the same order the digits that they are. */
export interface OtherDigits {
  readonly written: string
  readonly plain: string
}

let found: OtherDigits | null = null

/** Unicode gives each script its ten digits in a row, from zero upwards, so that the place in the row is the digit. */
export function otherDigits(): OtherDigits {
  if (found !== null) return found
  const written: string[] = []
  for (let code = 0x80; code < 0x20000; code++) {
    const letter = String.fromCodePoint(code)
    if (/\p{Nd}/u.test(letter)) written.push(letter)
  }
  found = { written: written.join(''), plain: written.map((_, place) => place % 10).join('') }
  return found
}

/** The same words with the digits of our own script in the place of all others, "٣" as "3". */
export function withPlainDigits(words: string): string {
  if (!/[^\P{Nd}0-9]/u.test(words)) return words
  const letters = [...otherDigits().written]
  return words.replace(/\p{Nd}/gu, (digit) => {
    const place = letters.indexOf(digit)
    return place === -1 ? digit : String(place % 10)
  })
}

const ones = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** What such a numeral consists of, as a class of characters. */
export const numerals = '〇零一二三四五六七八九十百千'

/** The value of a Chinese or Japanese numeral below ten thousand, "二十三" and "二三" alike. */
export function numeralValue(numeral: string): number {
  let [total, digits] = [0, 0]
  for (const letter of numeral.replaceAll('〇', '零')) {
    const unit = units[letter]
    if (unit === undefined) digits = digits * 10 + ones.indexOf(letter)
    else [total, digits] = [total + Math.max(digits, 1) * unit, 0]
  }
  return total + digits
}

/** A number from 1 to 9999 as such a numeral: 12 as "十二", 105 as "一百零五"; `numeralValue` reads it again. */
export function numeralOf(value: number): string {
  const places = Object.entries(units).toReversed()
  let [rest, words] = [value, '']
  for (const [letter, unit] of places) {
    const count = Math.floor(rest / unit)
    if (count > 0) words += `${words === '' && unit === 10 && count === 1 ? '' : ones[count]}${letter}`
    else if (words !== '' && !words.endsWith('零') && rest > 0) words += '零'
    rest %= unit
  }
  return rest > 0 ? words + ones[rest] : words
}
