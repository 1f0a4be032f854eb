import type { NamespaceKeys, NestedKeyOf } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Messages } from '#messages/en.ts'
import { FirstWords, MoreWords, type WordTree } from './words-below.tsx'

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

type Props = {
  /** The namespaces that client components below ask for, but for those that the root sends with every page. A check compares both. */
  readonly of: readonly Namespace[]
  /** For the root alone: the tag of the language that is spoken below. */
  readonly language?: string
  readonly children: ReactNode
}

/** Sends words to the browser for the client components below, and no others. */
export async function PageWords({ of, language, children }: Props) {
  const messages = await getMessages()
  const words = of.reduce((sent, path) => withPath(sent, messages, path.split('.')), {})
  return language === undefined ? (
    <MoreWords words={words}>{children}</MoreWords>
  ) : (
    <FirstWords language={language} words={words}>
      {children}
    </FirstWords>
  )
}

function withPath(sent: WordTree, from: WordTree, [key = '', ...rest]: readonly string[]): WordTree {
  const found = from[key]
  return { ...sent, [key]: rest.length === 0 ? found : withPath(treeOf(sent[key]), treeOf(found), rest) }
}

function treeOf(value: unknown): WordTree {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
