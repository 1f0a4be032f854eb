/** Text that people wrote, as CommonMark that shows exactly that text. */

/** On one line of its own, or after the mark of a list. */
export function plain(text: string): string {
  return escaped(oneLine(text))
}

/** Behind other words of its line, as a heading is behind its marks: nothing there can begin a list. */
export function inline(text: string): string {
  return withoutMarks(oneLine(text))
}

/** In paragraphs; every line break stays. */
export function lines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.split('\n').map(escaped).join('\\\n'))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** As a block quote: wordings and each side's own words. */
export function quote(text: string): string {
  return lines(text)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/**
 * What has a meaning in CommonMark or in its common extensions is escaped; what has one only at the start of a line, there.
 * White space at the start becomes an entity: four spaces would be a block of code.
 */
function escaped(line: string): string {
  return withoutMarks(line)
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/^\s/, (space) => `&#${space.charCodeAt(0)};`)
}

function withoutMarks(line: string): string {
  return line.replaceAll(/[\\`*_[\]<>#|~&!$^]/g, '\\$&')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
