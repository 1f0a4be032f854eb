import { useLocale } from 'next-intl'
import { type Language, languageOf } from '#messages/languages.ts'

/** The reader's language, on the server and in the browser alike. */
export function useLanguage(): Language {
  return languageOf(useLocale())
}
