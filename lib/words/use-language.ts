import { useLocale } from 'next-intl'
import { type Language, languageOf } from '#messages/languages.ts'
import { formatNames } from './format.ts'

/** The reader's language, on the server and in the browser alike. */
export function useLanguage(): Language {
  return languageOf(useLocale())
}

/** Puts names one after the other as the reader's language does. */
export function useNames(): (names: readonly string[]) => string {
  const language = useLanguage()
  return (names) => formatNames(names, language)
}
