import { match } from '@formatjs/intl-localematcher'
import { settings } from '#lib/settings.ts'
import { firstLanguage, type Language, languageOf, languages, pseudoLanguages } from '#messages/languages.ts'

/** The languages that this instance offers: those that people wrote, and with `PSEUDO_LANGUAGES` those that nobody speaks. */
export function offeredLanguages(): readonly Language[] {
  return settings().pseudoLanguages ? [...languages, ...pseudoLanguages] : languages
}

/**
 * The language of a viewer: what they or their group said, where this instance offers it, else the best of those that their
 * browser asks for (RFC 9110, Accept-Language; UTS 35, language matching), else the first one.
 */
export function languageFor(said: string | null, acceptLanguage?: string | null): Language {
  const offered = offeredLanguages()
  const own = offered.find(({ tag }) => tag === said)
  if (own !== undefined) return own
  for (const tag of askedFor(acceptLanguage ?? '')) {
    // Nobody who asks for Australian English means one that nobody speaks.
    const made = offered.find((one) => one.tag === tag && pseudoLanguages.includes(one))
    const best = made?.tag ?? match([tag], written, none)
    if (best !== none) return languageOf(best)
  }
  return firstLanguage
}

const written = languages.map(({ tag }) => tag)
const none = 'und'

/** Most languages of a header that are looked at. */
const most = 20

/** The languages of an Accept-Language header, the most wanted first; what is no language tag is left out. */
function askedFor(header: string): readonly string[] {
  const asked = header
    .slice(0, 1000)
    .split(',', most)
    .flatMap((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
      const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2) ?? '1'
      return isTag(tag) && Number(weight) > 0 ? [{ tag, weight: Number(weight) }] : []
    })
  return asked.sort((a, b) => b.weight - a.weight).map(({ tag }) => tag)
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
