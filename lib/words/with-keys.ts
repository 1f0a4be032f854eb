/**
 * The entries of a list that is shown and never changed in place, each with a key made of what it says. Two may say the same: the second
 * is told from the first by its number, because a key that stands twice makes React show one of them twice, or not at all.
 */
export function withKeys<Entry>(
  entries: readonly Entry[],
  words: (entry: Entry) => string,
): readonly { readonly key: string; readonly entry: Entry }[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const said = words(entry)
    const before = seen.get(said) ?? 0
    seen.set(said, before + 1)
    return { key: `${before} ${said}`, entry }
  })
}
