/** Characters that nobody sees, and those that make what is shown another text than what is stored. */

/**
 * Embeddings, overrides and isolates of direction, and the characters that end them (Unicode UAX #9, 2.1 to 2.5): between them
 * `001` is shown as `100`. The marks LRM, RLM and ALM only lean on their neighbours; words in two directions need them.
 */
const directionControl = /[\u202a-\u202e\u2066-\u2069]/u
const directionControls = /[\u202a-\u202e\u2066-\u2069]/gu

/** What leaves ink: a letter, a number, a sign; not what is always invisible, nor the blank of Braille. */
const inked = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800]]/v

/** What leaves neither ink nor a gap, wherever it stands: also the anchors of interlinear notes. */
const unseen = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u
const allUnseen = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

/** Gaps other than the plain blank: no-break, figure and ideographic ones, and the blanks of Braille and Hangul. */
const gap = /[[\p{Zs}\u2800]--[\u0020]]/v
const gaps = /[\p{Zs}\u2800]/gu

/** Whether anything of a text can be seen. Marks that stand on no letter are nothing. */
export function hasVisible(text: string): boolean {
  return inked.test(text)
}

/** Where the first control of direction stands: an offset in UTF-16 units; null: there is none. */
export function directionControlAt(text: string): number | null {
  const at = text.search(directionControl)
  return at === -1 ? null : at
}

/** The text without controls of direction. */
export function withoutDirectionControls(text: string): string {
  return text.replace(directionControls, '')
}

/** The text without overrides and embeddings. Isolates stay: careful writers in two directions set them around names. */
export function withoutOverrides(text: string): string {
  return text.replace(/[\u202a-\u202e]/g, '')
}

/** The text with each control of direction as its number in brackets: what it did cannot be shown, that it is there can. */
export function withNamedDirectionControls(text: string): string {
  return text.replace(directionControls, (character) => `[${codePointOf(character)}]`)
}

/** What a reader sees of a text: without what is invisible, each kind of gap as a blank, nothing at the ends of lines. */
export function seen(text: string): string {
  return text
    .replace(gaps, ' ')
    .replace(allUnseen, '')
    .replace(/[ \t]+(?=\n|$)/g, '')
}

/** The numbers of the invisible characters and the unusual gaps of a text, each once, in their order: `U+200B`. */
export function unseenIn(text: string): readonly string[] {
  const found = Array.from(text).filter((character) => unseen.test(character) || gap.test(character))
  return [...new Set(found.map(codePointOf))]
}

/** The number of a character as Unicode writes it: `U+202E`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
