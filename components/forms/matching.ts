/** At most so many lines are offered at once; typing narrows them. */
export const OFFERED = 500

/** Small letters without accents, and nothing but spaces between words, so that "sao_paulo" finds "São Paulo". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase()
    .replaceAll('_', ' ')
    .trim()
}

/**
 * The choices that contain every typed word, those that begin with what was typed first; at most `OFFERED`. `also`: words by
 * which a choice is found though they are not shown; asked only where its label does not hold what was typed.
 */
export function matching<C extends { readonly label: string }>(
  choices: readonly C[],
  typed: string,
  also: (choice: C) => string = () => '',
): readonly C[] {
  const wanted = plain(typed)
  const words = wanted.split(/\s+/)
  const holds = (text: string) => words.every((word) => plain(text).includes(word))
  const found = choices.filter((choice) => holds(choice.label) || holds(`${choice.label} ${also(choice)}`))
  const first = found.filter(({ label }) => plain(label).startsWith(wanted))
  return [...first, ...found.filter((choice) => !first.includes(choice))].slice(0, OFFERED)
}
