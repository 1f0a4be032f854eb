/**
 * Words of what every page may have to show and few ever do: that it broke, that there is nothing, that the sign-in ended. They are part
 * of the script, which a browser keeps, and go along with no page; so they are there also where the server answers nothing.
 */
import english from '#messages/en/seldom.json' with { type: 'json' }
import { firstLanguage, type LanguageTag } from '#messages/languages.ts'
import { pseudo } from './pseudo.ts'

/** By what is shown. Plain sentences: nothing is put into them, for nothing here compiles them. */
export type SeldomWords = typeof english

/** They in a language. */
export function seldomWords(tag: LanguageTag): SeldomWords {
  return tag === firstLanguage.tag ? english : said(english, tag)
}

type Words = Readonly<Record<string, string>>

function said<Of extends Readonly<Record<string, Words>>>(parts: Of, tag: LanguageTag): Of {
  const inTag = (words: Words) =>
    Object.fromEntries(Object.entries(words).map(([key, text]) => [key, pseudo(text, tag)]))
  return Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, inTag(words)])) as Of
}
