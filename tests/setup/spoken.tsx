/** Parts of the interface as somebody reads them: rendered, with all words of a language. */
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { catalogOf } from '#lib/words/catalog.ts'
import { firstLanguage, type LanguageTag } from '#messages/languages.ts'

export function markupOf(part: ReactNode, tag: LanguageTag = firstLanguage.tag): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={tag} messages={catalogOf(tag)} timeZone="UTC">
      {part}
    </NextIntlClientProvider>,
  )
}
