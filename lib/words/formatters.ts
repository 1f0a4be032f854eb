/** Formatters of the runtime's Intl, kept: to make one costs a hundred times what using it does. */

/** How many of a kind are kept: more than the languages and zones of an instance; each takes some kilobytes. */
const MOST = 500

/** Keeps what `make` makes under a key. Where there are too many the one that was made first goes. */
function keeping<Of extends readonly unknown[], Made>(make: (...of: Of) => Made): (...of: Of) => Made {
  const kept = new Map<string, Made>()
  return (...of) => {
    const key = JSON.stringify(of)
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make(...of)
    const [oldest] = kept.keys()
    if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest)
    kept.set(key, made)
    return made
  }
}

/** What writes times by the customs of a language. */
export const dateTimeFormat = keeping(
  (language: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
)

/** What writes lists by the customs of a language. */
export const listFormat = keeping(
  (language: string, options: Intl.ListFormatOptions) => new Intl.ListFormat(language, options),
)

/** What writes numbers by the customs of a language. */
const numberFormat = keeping(
  (language: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
)

/** What tells which form of a word goes with a number in a language. */
const pluralRules = keeping(
  (language: string, options: Intl.PluralRulesOptions) => new Intl.PluralRules(language, options),
)

/** As what writes compiled messages asks for them: by one language, and options that may be missing. */
export const keptFormatters = {
  getDateTimeFormat: (language?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions) =>
    dateTimeFormat(String(language), options ?? {}),
  getNumberFormat: (language?: Intl.LocalesArgument, options?: Intl.NumberFormatOptions) =>
    numberFormat(String(language), options ?? {}),
  getPluralRules: (language?: Intl.LocalesArgument, options?: Intl.PluralRulesOptions) =>
    pluralRules(String(language), options ?? {}),
}
