/**
 * Words of every page: those of the frame and of what answers in any of them. Like `seldom.ts` they are part of the script, which a
 * browser keeps, instead of going along with each page; sentences into which something is put are compiled on the server and go along.
 * They have a file of messages to themselves: a script that imports one has all of it.
 */
import everyPage from '#messages/en/every-page.json' with { type: 'json' }
import { firstLanguage, type LanguageTag } from '#messages/languages.ts'
import { isTree, type WordTree } from './namespaces.ts'
import { pseudo } from './pseudo.ts'

/** They in a language, each where it stands in the messages. */
export function firstWords(tag: LanguageTag): WordTree {
  return { components: { frame: said(everyPage.frame, tag), page: said(everyPage.page, tag) } }
}

/** What of these words a page sends: all that the script does not have. */
export function besideFirst(words: WordTree, tag: LanguageTag): WordTree {
  return without(words, firstWords(tag))
}

function said(words: Readonly<Record<string, string>>, tag: LanguageTag): Readonly<Record<string, string>> {
  const plain = Object.entries(words).filter(([, text]) => !/[{<']/.test(text))
  return Object.fromEntries(plain.map(([key, text]) => [key, tag === firstLanguage.tag ? text : pseudo(text, tag)]))
}

function without(words: WordTree, there: WordTree): WordTree {
  const left = Object.entries(words).map(([key, value]) => [key, beside(value, there[key])] as const)
  return Object.fromEntries(left.filter(([, value]) => value !== undefined))
}

/** Undefined: nothing is left. */
function beside(value: unknown, known: unknown): unknown {
  if (!isTree(value) || !isTree(known)) return known === undefined ? value : undefined
  const left = without(value, known)
  return Object.keys(left).length === 0 ? undefined : left
}
