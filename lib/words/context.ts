import { AsyncLocalStorage } from 'node:async_hooks'
import { firstLanguage, type Language, type LanguageTag, languageOf } from '#messages/languages.ts'

// The server's bundles each hold a copy of this module; who is spoken to is kept on the global object.
const slot = globalThis as { concordanceLanguage?: AsyncLocalStorage<LanguageTag> }
slot.concordanceLanguage ??= new AsyncLocalStorage<LanguageTag>()
const spoken = slot.concordanceLanguage

/** Does `work`, and whatever follows from it, in a language. */
export function inLanguage<T>(tag: LanguageTag, work: () => T): T {
  return spoken.run(tag, work)
}

/** The language in which is spoken here, outside pages: a refusal of the API, a mail, a document. The first one where nobody said. */
export function languageHere(): Language {
  return languageOf(spoken.getStore() ?? firstLanguage.tag)
}
