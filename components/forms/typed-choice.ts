import type { Choice } from './select.tsx'

/** The choice that somebody typed to the letter, whatever the case; undefined: none that can be chosen. */
export function typedChoice(choices: readonly Choice[], words: string): Choice | undefined {
  const wanted = words.trim().toLocaleLowerCase()
  return choices.find(({ disabled, label }) => !disabled && label.toLocaleLowerCase() === wanted)
}
