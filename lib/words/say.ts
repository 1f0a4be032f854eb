import format from 'icu-minify/format'
import type { Messages } from '#messages/en.ts'
import type { Language } from '#messages/languages.ts'
import { type Catalog, catalogOf, type Medium } from './catalog.ts'
import type { Compiled } from './compiled.ts'
import { languageHere } from './context.ts'
import { formatTime } from './format.ts'
import { keptFormatters } from './formatters.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * A sentence of messages/ whose key comes from data, for code outside pages: refusals, mail, documents. It is spoken in the
 * language in which is spoken here (`inLanguage`). Pages use next-intl directly, whose keys the compiler checks.
 *
 * @throws when there are no such words, or a fact that they name is missing.
 */
export function say(namespace: keyof Messages, key: string, values: Values = {}): string {
  return sayIn(languageHere(), namespace, key, values)
}

/**
 * A sentence as `say` says it, in a language that is named: for parts of a page whose key comes from data, and for documents.
 *
 * @throws as `say` does.
 */
export function sayIn(
  language: Language,
  namespace: keyof Messages,
  key: string,
  values: Values = {},
  medium: Medium = 'page',
): string {
  const message = find(language, `${namespace}.${key}`, medium)
  if (message === null) throw new Error(`There are no words ${namespace}.${key}.`)
  const told = format<string>(message, language.tag, whole(asTold(values, language)), {
    formatters: keptFormatters,
    timeZone: 'UTC',
  })
  return Array.isArray(told) ? told.join('') : told
}

/** Whether there are such words. */
export function hasWords(namespace: keyof Messages, key: string): boolean {
  return find(languageHere(), `${namespace}.${key}`) !== null
}

function find({ tag }: Language, path: string, medium: Medium = 'page'): Compiled | null {
  let found: Catalog | Compiled | undefined = catalogOf(tag, medium)
  for (const part of path.split('.')) {
    if (found === undefined || typeof found === 'string' || Array.isArray(found)) return null
    found = Object.hasOwn(found, part) ? (found as Catalog)[part] : undefined
  }
  return typeof found === 'string' || Array.isArray(found) ? found : null
}

/**
 * Facts as people read them: an instant is told as on pages, in the zone that the facts name; a `place` in a list, which counts
 * from 0, is also the `nth`, which counts from 1.
 */
function asTold(facts: Values, language: Language): Values {
  const zone = typeof facts.timeZone === 'string' ? facts.timeZone : 'UTC'
  const told = (fact: unknown) => (fact instanceof Date ? formatTime(fact, zone, language) : fact)
  const nth = typeof facts.place === 'number' ? { nth: facts.place + 1 } : {}
  return { ...Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, told(fact)])), ...nth }
}

/** Facts that are all there: a sentence with a hole is a fault, and not the word "undefined". */
function whole(values: Values): Record<string, string> {
  return new Proxy(values as Record<string, string>, {
    get(facts, name) {
      if (typeof name === 'string' && !(name in facts)) throw new Error(`The fact ${name} is missing in a sentence.`)
      return Reflect.get(facts, name)
    },
  })
}
