'use client'
import { useLocale } from 'next-intl'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { lateWords } from '#lib/words/late-words.ts'
import type { Namespace, WordTree } from '#lib/words/namespaces.ts'
import { MoreWords } from '../text/words-below.tsx'
import type { LatePart } from './late-part.ts'

export type LatePieceProps<Props extends object> = {
  /** The namespaces for which the part asks. A check compares both. */
  readonly words: readonly Namespace[]
  /** Comes as soon as this stands on the page. */
  readonly part: LatePart<Props>
  readonly given: Props
  /** Stands there until part and words have come, and where they do not. */
  readonly until: ReactNode
}

/** Shows what few pages need, once its code and its words have come. */
export function LatePiece<Props extends object>({ words: of, part, given, until }: LatePieceProps<Props>) {
  const language = useLocale()
  const [words, setWords] = useState<WordTree | null>(null)
  const Part = useSyncExternalStore(part.subscribe, part.part, () => null)
  const names = of.join()
  useEffect(() => {
    const asked = names.split(',') as Namespace[]
    // Without it the page is what it was before: nothing is lost that would have to be said.
    Promise.all([lateWords(language, asked), part.load()]).then(
      ([come]) => setWords(come),
      () => {},
    )
  }, [language, names, part])
  if (Part === null || words === null) return until
  return (
    <MoreWords words={words}>
      <Part {...given} />
    </MoreWords>
  )
}
