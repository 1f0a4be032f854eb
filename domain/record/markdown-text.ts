/**
 * Text that people wrote, as CommonMark that shows exactly that text and nothing beside it: whatever the words are, they begin no
 * block, end none, and are no mark, link or HTML (CommonMark 0.31; the tables and footnotes of GFM).
 */

import { normaliseText } from '../text/normalise.ts'
import { withNamedDirectionControls } from '../written/characters.ts'

/** On one line of its own, or after the mark of a list. */
export function plain(text: string): string {
  return escaped(oneLine(text))
}

/** Behind other words of its line, as a heading is behind its marks: nothing there can begin a list. */
export function inline(text: string): string {
  return withoutMarks(oneLine(text))
}

/** In paragraphs: two line ends begin a new one, one is a break; any more, and those at either end of the text, are written out. */
export function lines(text: string): string {
  const words = shown(text)
  let [from, to] = [0, words.length]
  while (words[from] === '\n') from += 1
  while (to > from && words[to - 1] === '\n') to -= 1
  const paragraphs = words
    .slice(from, to)
    .split(/\n\n(?!\n)/)
    .map(paragraph)
  return written(from) + paragraphs.join('\n\n') + written(words.length - to)
}

/** As a block quote: whatever somebody wrote in lines stands in one, and ends with it. */
export function quote(text: string): string {
  return lines(text)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

/**
 * An old entry may hold what is refused today: line ends of other kinds, control characters, controls of direction. It can be
 * no other entry, but it can be shown so that nobody is misled.
 */
function shown(text: string): string {
  return normaliseText(withNamedDirectionControls(text))
}

/** Its lines, of which only the last ones may be empty. */
function paragraph(text: string): string {
  const words = text.replace(/\n+$/, '')
  return words.split('\n').map(escaped).join('\\\n') + written(text.length - words.length)
}

/** So many line ends that would otherwise not be seen. */
function written(lineEnds: number): string {
  return '&#10;'.repeat(lineEnds)
}

/**
 * What has a meaning in CommonMark or in its common extensions is escaped; what has one only at the start of a line, there.
 * White space at either end of a line is written out: four blanks would be a block of code, two a break.
 */
function escaped(line: string): string {
  return withoutMarks(line)
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/^\s|\s$/g, (space) => `&#${space.charCodeAt(0)};`)
}

/** Within a bare address, of which GFM makes a link, no escape is one: so its beginning is escaped as well. */
function withoutMarks(line: string): string {
  return line.replaceAll(/[\\`*_[\]{}<>#|~&!$^@]/g, '\\$&').replaceAll(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
}

function oneLine(text: string): string {
  return shown(text).replaceAll(/\s+/g, ' ').trim()
}
