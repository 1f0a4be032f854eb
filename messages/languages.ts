/** A language in which the interface speaks. */
export interface Language {
  /** BCP 47, as `lang` of a page. */
  readonly tag: LanguageTag
  /** What the language calls itself. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** BCP 47 of the region by whose customs dates, times, numbers and lists are written (CLDR). */
  readonly formats: string
}

/** Languages that people wrote (messages/<tag>), and two that are made of English to try the interface with (lib/words/pseudo.ts). */
export const languageTags = ['en', 'en-XA', 'ar-XB'] as const

export type LanguageTag = (typeof languageTags)[number]

/** What is spoken where nobody asks for anything else. */
export const firstLanguage: Language = { tag: 'en', name: 'English', direction: 'ltr', formats: 'en-GB' }

/** Languages with words of their own, in the order in which they are offered. */
export const languages: readonly Language[] = [firstLanguage]

/**
 * Languages that nobody speaks. Their dates follow customs whose words have no letter in common with English, so that a date
 * which does not follow the viewer is seen.
 */
export const pseudoLanguages: readonly Language[] = [
  { tag: 'en-XA', name: 'Éñglïsh, áççéñtéd', direction: 'ltr', formats: 'el' },
  { tag: 'ar-XB', name: 'ينغليش', direction: 'rtl', formats: 'ar' },
]

/** The language of a tag; the first one when nothing is called that. */
export function languageOf(tag: string | null | undefined): Language {
  return [...languages, ...pseudoLanguages].find((language) => language.tag === tag) ?? firstLanguage
}
