'use client'
import { Button } from '../actions/button.tsx'
import type { ComponentWords } from '../text/words.tsx'
import { EmptyState } from './empty-state.tsx'

/** In the place of a page that could not be shown: what it means, and the way to ask for the page again. */
export function Broken({ words }: { readonly words: Pick<ComponentWords, 'broken' | 'brokenMeans' | 'tryAgain'> }) {
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
