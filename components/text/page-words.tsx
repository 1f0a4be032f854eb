import { type NamespaceKeys, type NestedKeyOf, NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Messages } from '#messages/en.ts'

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

type Props = {
  /** The namespaces that client components of the page ask for; those of components/ are always there. A check compares both. */
  readonly of?: readonly Namespace[]
  readonly children: ReactNode
}

/** Sends a page's own messages to the browser, and no others. */
export async function PageWords({ of = [], children }: Props) {
  const messages = await getMessages()
  const own = ['components', ...of].reduce((sent, path) => withPath(sent, messages, path.split('.')), {})
  return <NextIntlClientProvider messages={own}>{children}</NextIntlClientProvider>
}

interface Tree {
  readonly [key: string]: unknown
}

function withPath(sent: Tree, from: Tree, [key = '', ...rest]: readonly string[]): Tree {
  const found = from[key]
  return { ...sent, [key]: rest.length === 0 ? found : withPath(treeOf(sent[key]), treeOf(found), rest) }
}

function treeOf(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
