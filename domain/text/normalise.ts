/** One written form for every text, so that equal words are equal strings wherever passages are compared or quoted. */

/** Line ends of all systems: CR LF, CR, NEL, vertical tab, form feed, and Unicode's line separator. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab and form feed end lines
const lineEnds = /\r\n|[\r\u0085\u000b\u000c\u2028]/g

/** Controls but tab and line feed, the byte order mark wherever it stands, and code points that are no characters. */
const strays =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it removes
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufdd0-\ufdef\ufffe\uffff]/g

/**
 * As many combining marks as a character of any language has, with room to spare, where another one follows. Composition
 * sorts the marks of a character, in time that grows with the square of their number.
 */
const fullRun = /[\p{M}--\u034f]{30}(?=[\p{M}--\u034f])/gv

/**
 * Line feed as the only line end (a paragraph separator becomes a blank line), canonical composition (NFC, Unicode
 * UAX #15), no control characters, no zero-width byte order marks. Soft hyphens, joiners and the marks of
 * right-to-left writing stay: they are part of how the words are spelled. Endless combining marks are parted by an
 * invisible one (U+034F, the Stream-Safe Text Process of UAX #15). Linear.
 */
export function normaliseText(text: string): string {
  const plain = text.replace(lineEnds, '\n').replaceAll('\u2029', '\n\n').replace(strays, '')
  return plain.replace(fullRun, '$&\u034f').normalize('NFC')
}

/** How many characters `normaliseText` would remove as controls: many of them betray a file that is no text. */
export function countStrays(text: string): number {
  return text.match(strays)?.length ?? 0
}
