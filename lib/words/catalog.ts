import compile from 'icu-minify/compile'
import { messages as english } from '#messages/en.ts'
import { firstLanguage, type LanguageTag, languageOf } from '#messages/languages.ts'
import { type Compiled, rewrite } from './compiled.ts'
import { pseudo } from './pseudo.ts'

/** The messages of one language, compiled, in the shape of messages/en. */
export interface Catalog {
  readonly [key: string]: Catalog | Compiled
}

/** A name in a sentence that runs the other way is kept apart from its signs (Unicode FSI and PDI, UAX 9). */
const apart = ['\u2068', '\u2069'] as const

/** Pages and letters, or documents: of these everybody must see each character, so that nothing unseen stands in them. */
export type Medium = 'page' | 'document'

const catalogs = new Map<string, Catalog>()

/** The messages of a language; compiled when it is first spoken. On the server alone: all words of the product are in it. */
export function catalogOf(tag: LanguageTag, medium: Medium = 'page'): Catalog {
  const key = `${tag} ${medium}`
  let catalog = catalogs.get(key)
  if (catalog === undefined) {
    catalog = mapped(english, (message) => inLanguage(compile(message), tag, medium))
    catalogs.set(key, catalog)
  }
  return catalog
}

function inLanguage(message: Compiled, tag: LanguageTag, medium: Medium): Compiled {
  const spoken = tag === firstLanguage.tag ? message : rewrite(message, { text: (text) => pseudo(text, tag) })
  const isApart = medium === 'page' && languageOf(tag).direction === 'rtl'
  const whole = isApart ? rewrite(spoken, { text: (text) => text, argument }) : spoken
  // What is sent to the browser is plain data.
  return JSON.parse(JSON.stringify(whole))
}

/** What has its line for itself, such as the address in a mail, has nothing to be kept apart from. */
function argument(node: unknown, before: string, after: string): readonly unknown[] {
  const alone = /(^|\n)$/.test(before) && /^($|\n)/.test(after)
  return alone ? [node] : [apart[0], node, apart[1]]
}

interface Messages {
  readonly [key: string]: Messages | string
}

function mapped(messages: Messages, compiled: (message: string) => Compiled): Catalog {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? compiled(value) : mapped(value, compiled),
    ]),
  )
}
