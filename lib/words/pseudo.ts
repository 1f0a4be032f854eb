/** Languages made of English, to see what a translation would break: longer words with marks, and words that run from the right. */
import type { LanguageTag } from '#messages/languages.ts'

/** For `a` to `z`. */
const accented = [...'áƀçðéƒğħíĵķļɱñóþʠŕšţúṽŵẋýž']

/** For `a` to `z`, by sound, so that whoever reads the script can guess the word. */
const arabic = [...'ابكديفغهيجقلمنوپقرستوڤوخيز']

const signs: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' }

/** Text of the first language in a pseudo-language. */
export function pseudo(text: string, tag: LanguageTag): string {
  return tag === 'ar-XB' ? fromTheRight(text) : longer(text)
}

/** Vowels stand twice: as German or Finnish is a third longer than English. A short word grows more, as it does there. */
function longer(text: string): string {
  const times = text.replace(/[^a-z]/gi, '').length < 10 ? 3 : 2
  return text.replace(/[a-z]/gi, (letter) => {
    const mark = inPlaceOf(letter, accented)
    const written = letter === letter.toLowerCase() ? mark : mark.toUpperCase()
    return /[aeiou]/i.test(letter) ? written + mark.repeat(times - 1) : written
  })
}

function fromTheRight(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => inPlaceOf(letter, arabic)).replace(/[,;?]/g, (sign) => signs[sign] ?? sign)
}

function inPlaceOf(letter: string, alphabet: readonly string[]): string {
  return alphabet[letter.toLowerCase().charCodeAt(0) - 97] ?? letter
}
