/**
 * Reads a text column with a closed vocabulary: the value, typed as one of `words`.
 *
 * @throws when the row holds another word: the column's CHECK and the domain have drifted apart.
 */
export function oneOf<const Word extends string>(words: readonly Word[], value: string): Word {
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) throw new Error(`"${value}" is none of ${words.join(', ')}`)
  return word
}
