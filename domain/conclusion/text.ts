import { hasVisible } from '../written/characters.ts'
import { flawInWritten, type WrittenFlaw } from '../written/written.ts'

/** Upper bounds: texts in UTF-16 units, lists in entries. */
export const LIMITS = {
  title: 200,
  wording: 20_000,
  minutes: 2_000_000,
  /** The current wordings of all conclusions of a meeting: with the notes they have to fit into its minutes. */
  wordingsTogether: 1_200_000,
  what: 1_000,
  reservation: 2_000,
  reason: 2_000,
  words: 20_000,
  citations: 200,
  commitments: 50,
} as const

/** The texts that people write here. */
export type WrittenField = 'title' | 'wording' | 'minutes' | 'what' | 'reservation' | 'reason' | 'words'

/** What can be wrong with a text; `limit` in UTF-16 units. */
export type TextFlaw =
  | { readonly refused: 'text-missing'; readonly field: WrittenField }
  | { readonly refused: 'text-too-long'; readonly field: WrittenField; readonly limit: number }
  | (WrittenFlaw & { readonly field: WrittenField })

/**
 * What is wrong with a text. What is agreed must come back unit for unit, show what it holds, and be hashed as it is shown: a text
 * that is not in the one written form (domain/written, decision 016) is refused.
 */
export function flawIn(
  field: WrittenField,
  text: string,
  emptiness: 'must-be-there' | 'may-be-empty',
): TextFlaw | null {
  if (emptiness === 'must-be-there' && !hasVisible(text)) return { refused: 'text-missing', field }
  if (text.length > LIMITS[field]) return { refused: 'text-too-long', field, limit: LIMITS[field] }
  const flaw = flawInWritten(text, field === 'title' ? 'line' : 'words')
  return flaw && { ...flaw, field }
}
