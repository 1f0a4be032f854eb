/** At most so many lines are offered at once; typing narrows them. */
export const OFFERED = 500

/** Small letters without accents, so that "sao" finds "São". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase()
}

/** The choices that contain every typed word, those that begin with what was typed first; at most `OFFERED`. */
export function matching<C extends { readonly label: string }>(choices: readonly C[], typed: string): readonly C[] {
  const wanted = plain(typed.trim())
  const words = wanted.split(/\s+/)
  const found = choices.filter(({ label }) => words.every((word) => plain(label).includes(word)))
  const first = found.filter(({ label }) => plain(label).startsWith(wanted))
  return [...first, ...found.filter((choice) => !first.includes(choice))].slice(0, OFFERED)
}
