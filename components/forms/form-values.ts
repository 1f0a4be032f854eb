/** What was typed into a form, as an act wants it. */

/** The text of a field; empty when there is none. */
export function textIn(data: FormData, name: string): string {
  return String(data.get(name) ?? '')
}

/** The text of a field that may stay empty: null then. */
export function textOrNull(data: FormData, name: string): string | null {
  return textIn(data, name) || null
}

/** What is chosen of several. */
export function textsIn(data: FormData, name: string): readonly string[] {
  return data.getAll(name).map(String)
}

/** Which of the choices of a field is chosen; null: none of them. */
export function choiceOrNull<Choice extends string>(
  data: FormData,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  return choices.find((choice) => choice === data.get(name)) ?? null
}

/**
 * Which of the choices of a field is chosen.
 *
 * @throws when none of them is: a required field was shown without one.
 */
export function choiceIn<Choice extends string>(data: FormData, name: string, choices: readonly Choice[]): Choice {
  const chosen = choiceOrNull(data, name, choices)
  if (chosen === null) throw new Error(`The form has no choice for ${name}.`)
  return chosen
}
