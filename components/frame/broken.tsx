'use client'
import { seldomWords } from '#lib/words/seldom.ts'
import type { LanguageTag } from '#messages/languages.ts'
import { Button } from '../actions/button.tsx'
import { EmptyState } from './empty-state.tsx'

/** In the place of a page that could not be shown: what it means, and the way to ask for the page again. */
export function Broken({ language }: { readonly language: LanguageTag }) {
  const words = seldomWords(language).broken
  const again = (
    <Button variant="primary" onClick={() => location.reload()}>
      {words.again}
    </Button>
  )
  return (
    <main id="main" className="mx-auto w-full max-w-reading px-5 py-16">
      <title>{words.title}</title>
      <EmptyState title={words.title} headingLevel={1} action={again}>
        <p>{words.means}</p>
      </EmptyState>
    </main>
  )
}
