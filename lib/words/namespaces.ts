import type { NamespaceKeys, NestedKeyOf } from 'next-intl'
import type { Messages } from '#messages/en.ts'

/** A part of the messages, by its place in them: `meetings.time`. */
export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

/** Messages by namespace, compiled, or a part of them. */
export interface WordTree {
  readonly [key: string]: unknown
}

/** These parts of all messages, each where it stands there; one that does not exist is there as undefined. */
export function messagesOf(namespaces: readonly string[], messages: WordTree): WordTree {
  return namespaces.reduce<WordTree>((sent, path) => withPath(sent, messages, path.split('.')), {})
}

function withPath(sent: WordTree, from: WordTree, [key = '', ...rest]: readonly string[]): WordTree {
  const found = Object.hasOwn(from, key) ? from[key] : undefined
  return { ...sent, [key]: rest.length === 0 ? found : withPath(treeOf(sent[key]), treeOf(found), rest) }
}

/** Whether these are words by name: a compiled sentence is a string or a list. */
export function isTree(value: unknown): value is WordTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function treeOf(value: unknown): WordTree {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
