'use client'
import { Button } from '../actions/button.tsx'
import { EmptyState } from './empty-state.tsx'

/** What stands there, in the reader's language. */
export type BrokenWords = Readonly<Record<'broken' | 'brokenMeans' | 'tryAgain', string>>

/** In the place of a page that could not be shown: what it means, and the way to ask for the page again. */
export function Broken({ words }: { readonly words: BrokenWords }) {
  const again = (
    <Button variant="primary" onClick={() => location.reload()}>
      {words.tryAgain}
    </Button>
  )
  return (
    <main id="main" className="mx-auto w-full max-w-reading px-5 py-16">
      <title>{words.broken}</title>
      <EmptyState title={words.broken} headingLevel={1} action={again}>
        <p>{words.brokenMeans}</p>
      </EmptyState>
    </main>
  )
}
