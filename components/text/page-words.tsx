import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { besideFirst } from '#lib/words/first.ts'
import { messagesOf, type Namespace } from '#lib/words/namespaces.ts'
import type { LanguageTag } from '#messages/languages.ts'
import { FirstWords, MoreWords } from './words-below.tsx'

type Props = {
  /** The namespaces that client components below ask for, but for those that the root sends with every page. A check compares both. */
  readonly of: readonly Namespace[]
  /** For the root alone: the tag of the language that is spoken below. */
  readonly language?: LanguageTag
  readonly children: ReactNode
}

/** Sends words to the browser for the client components below, and no others. */
export async function PageWords({ of, language, children }: Props) {
  const words = messagesOf(of, await getMessages())
  return language === undefined ? (
    <MoreWords words={words}>{children}</MoreWords>
  ) : (
    <FirstWords language={language} words={besideFirst(words, language)}>
      {children}
    </FirstWords>
  )
}
