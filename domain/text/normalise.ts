/** One written form for every text, so that equal words are equal strings wherever passages are compared or quoted. */

/** Line ends of all systems: CR LF, CR, NEL, vertical tab, form feed, and Unicode's line separator. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab and form feed end lines
const lineEnds = /\r\n|[\r\u0085\u000b\u000c\u2028]/g

/** Controls but tab and line feed, the byte order mark wherever it stands, and code points that are no characters. */
const strays =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it removes
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufdd0-\ufdef\ufffe\uffff]/g

/**
 * Line feed as the only line end (a paragraph separator becomes a blank line), canonical composition (NFC, Unicode
 * UAX #15), no control characters, no zero-width byte order marks. Soft hyphens, joiners and the marks of
 * right-to-left writing stay: they are part of how the words are spelled.
 */
export function normaliseText(text: string): string {
  return text.replace(lineEnds, '\n').replaceAll('\u2029', '\n\n').replace(strays, '').normalize('NFC')
}

/** How many characters `normaliseText` would remove as controls: many of them betray a file that is no text. */
export function countStrays(text: string): number {
  return text.match(strays)?.length ?? 0
}
