'use client'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria/I18nProvider'

/** Where React Aria looks for words before it takes its own (`LocalizedStringDictionary` of @internationalized/string). */
const words = Symbol.for('react-aria.i18n.strings')
const wordsLanguage = Symbol.for('react-aria.i18n.locale')

let say: ReturnType<typeof useTranslations<'components.page'>>

const unsaid = () => ''

interface Option {
  readonly optionText: string
  readonly isSelected?: boolean
}

/**
 * All that React Aria says by itself in what this product uses of it, by package. How many choices there are its field says
 * itself, where it is also heard in a dialog; of what has no words here nothing is ever shown.
 */
const spoken = {
  '@react-aria/combobox': {
    focusAnnouncement: ({ optionText, isSelected }: Option) =>
      isSelected ? say('chosen', { option: optionText }) : optionText,
    selectedAnnouncement: ({ optionText }: Option) => say('chosen', { option: optionText }),
    countAnnouncement: unsaid,
    buttonLabel: unsaid,
    listboxLabel: () => say('suggestions'),
  },
  '@react-aria/menu': { longPressMessage: unsaid },
}

/** Tells React Aria in which language the page is read: its keys follow the direction, and what it says stands in messages/. */
export function InReadersLanguage({ children }: { readonly children: ReactNode }) {
  const language = useLocale()
  say = useTranslations('components.page')
  if (!(words in globalThis)) Object.assign(globalThis, { [words]: spoken, [wordsLanguage]: language })
  return <I18nProvider locale={language}>{children}</I18nProvider>
}
