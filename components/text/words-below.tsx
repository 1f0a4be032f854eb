'use client'
import { IntlProvider, useLocale, useMessages } from 'next-intl'
import { type ComponentProps, type ReactNode, useMemo } from 'react'
import { firstWords } from '#lib/words/first.ts'
import { isTree, type WordTree } from '#lib/words/namespaces.ts'
import type { LanguageTag } from '#messages/languages.ts'

export type FirstWordsProps = {
  readonly language: LanguageTag
  /** What the script does not have (lib/words/first.ts). */
  readonly words: WordTree
  readonly children: ReactNode
}

/** The language of a page and the words that every page has, around everything. A time is told in the zone that names it, and in no other. */
export function FirstWords({ language, words, children }: FirstWordsProps) {
  const all = useMemo(() => joined(firstWords(language), words), [language, words])
  return (
    <IntlProvider locale={language as Provided['locale']} messages={all as Sent} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}

export type MoreWordsProps = Omit<FirstWordsProps, 'language'>

/** Words for what stands in it, beside those that were sent around it. */
export function MoreWords({ words, children }: MoreWordsProps) {
  const around: WordTree = useMessages()
  const all = useMemo(() => joined(around, words), [around, words])
  return (
    <IntlProvider locale={useLocale()} messages={all as Sent}>
      {children}
    </IntlProvider>
  )
}

type Provided = ComponentProps<typeof IntlProvider>
type Sent = NonNullable<Provided['messages']>

/** Both, down to the single words. */
function joined(around: WordTree, more: WordTree): WordTree {
  const all: Record<string, unknown> = { ...around }
  for (const [key, value] of Object.entries(more)) {
    const there = all[key]
    all[key] = isTree(there) && isTree(value) ? joined(there, value) : value
  }
  return all
}
