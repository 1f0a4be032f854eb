/** Where a Markdown link ends (CommonMark 0.31 §6.3). Every scan is bounded, so that hostile brackets cost linear time. */

/** Nesting of parentheses in an address, as in the reference implementation. */
const maxParentheses = 32

/** Longest label of a reference link, in UTF-16 units (CommonMark 0.31 §4.7). */
const maxLabelLength = 999

/** Where the "(address "title")" that begins at `at` ends, in UTF-16 units; -1: there is none. */
export function addressEnd(source: string, at: number): number {
  let index = skipSpace(source, at + 1)
  index = source[index] === '<' ? angleEnd(source, index) : bareEnd(source, index)
  if (index === -1) return -1
  const afterAddress = index
  index = skipSpace(source, index)
  const quote = source[index]
  if (index > afterAddress && (quote === '"' || quote === "'")) {
    index = titleEnd(source, index + 1, quote)
    if (index === -1) return -1
    index = skipSpace(source, index)
  }
  return source[index] === ')' ? index + 1 : -1
}

function skipSpace(source: string, at: number): number {
  let index = at
  while (source[index] === ' ' || source[index] === '\n' || source[index] === '\t') index += 1
  return index
}

function angleEnd(source: string, at: number): number {
  for (let index = at + 1; index < source.length; index += 1) {
    const char = source[index]
    if (char === '>') return index + 1
    if (char === '<' || char === '\n') return -1
    if (char === '\\') index += 1
  }
  return -1
}

function bareEnd(source: string, at: number): number {
  let depth = 0
  for (let index = at; index < source.length; index += 1) {
    const char = source[index]
    if (char === ' ' || char === '\n' || char === '\t' || (char === ')' && depth === 0)) return index
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth > maxParentheses) return -1
    if (char === '\\') index += 1
  }
  return -1
}

function titleEnd(source: string, at: number, quote: string): number {
  for (let index = at; index < source.length; index += 1) {
    if (source[index] === quote) return index + 1
    if (source[index] === '\\') index += 1
  }
  return -1
}

/** The "[label]" that begins at `at`: its normalised label and its end in UTF-16 units; null: there is none. */
export function labelAt(source: string, at: number): { readonly label: string; readonly end: number } | null {
  if (source[at] !== '[') return null
  for (let index = at + 1; index < source.length && index - at <= maxLabelLength + 1; index += 1) {
    const char = source[index]
    if (char === ']') return { label: normaliseLabel(source.slice(at + 1, index)), end: index + 1 }
    if (char === '[') return null
    if (char === '\\') index += 1
  }
  return null
}

/** Labels match without regard to case and runs of space. */
export function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** The label that a line like `[label]: address` defines; null: it defines none. A footnote (`[^1]:`) is text. */
export function definedLabel(line: string): string | null {
  if (!line.startsWith('[') || line.startsWith('[^')) return null
  const label = labelAt(line, 0)
  if (label === null || label.label === '' || line[label.end] !== ':') return null
  return /^\s*(?:<[^<>]*>|[^\s<]\S*)(?:\s+["'(].*["')])?\s*$/.test(line.slice(label.end + 1, label.end + 2_000))
    ? label.label
    : null
}
