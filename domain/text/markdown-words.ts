/** The plain words of a passage written in Markdown (CommonMark 0.31 §6): what a reader sees, without any markup. */

import { asSource } from '../written/written.ts'
import { decodeEntity } from './entities.ts'
import { noOpeners, type Openers, readEmphasis } from './markdown-emphasis.ts'
import { addressEnd, labelAt, normaliseLabel } from './markdown-links.ts'

/** How far one passage has been read. Pieces that turn out to be markup are emptied afterwards. */
interface Reading {
  readonly source: string
  readonly definitions: ReadonlySet<string>
  at: number
  readonly pieces: string[]
  /** Brackets that wait for their "]", and the last bracket seen: a label holds none. */
  readonly brackets: { readonly piece: number; readonly at: number }[]
  lastBracket: number
  readonly openers: Openers
  /** Where runs of backticks begin, by length, those still to come; null: not looked for yet. */
  ticks: Map<number, number[]> | null
  /** Answers of `findNext`, so that a mark that never comes is searched for once. */
  readonly found: Map<string, number>
}

/**
 * Emphasis, code marks, links, images (their description stays), HTML tags and comments are taken away, scripts and
 * styles with their contents; character references are decoded. No address of a link survives. A line feed in
 * `source` is a line break of the author's. `definitions` are the labels that the text defines for reference links.
 * Linear in the length of `source`.
 */
export function wordsOf(source: string, definitions: ReadonlySet<string>): string {
  if (!/[\\`*_~[\]<&\n\t]| {2}/.test(source)) return source.trim()
  const reading: Reading = {
    source,
    definitions,
    at: 0,
    pieces: [],
    brackets: [],
    lastBracket: -1,
    openers: noOpeners(),
    ticks: null,
    found: new Map(),
  }
  const special = /[\\`*_~[\]!<&]/g
  while (reading.at < source.length) {
    special.lastIndex = reading.at
    const index = special.exec(source)?.index ?? source.length
    if (index > reading.at) reading.pieces.push(source.slice(reading.at, index))
    reading.at = index
    if (index === source.length) break
    const { length, words } = readSpecial(reading, source[index] ?? '')
    reading.pieces.push(words)
    reading.at += length
  }
  const words = asSource(reading.pieces.join(''))
  return words
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** What the reading has to take next: so many UTF-16 units of the source, of which these words remain. */
interface Step {
  readonly length: number
  readonly words: string
}

function readSpecial(reading: Reading, char: string): Step {
  const { source, at } = reading
  switch (char) {
    case '\\':
      return readEscape(source[at + 1] ?? '')
    case '`':
      return readCode(reading)
    case '[':
      return openBracket(reading, source[at + 1] === '^' ? 2 : 1, '[')
    case '!':
      return source[at + 1] === '[' ? openBracket(reading, 2, '![') : { length: 1, words: '!' }
    case ']':
      return closeBracket(reading)
    case '<':
      return readTag(reading)
    case '&':
      return readEntity(reading)
    default: {
      const length = runLength(source, at)
      return { length, words: readEmphasis(source, at, length, reading.openers, reading.pieces) }
    }
  }
}

function readEscape(next: string): Step {
  return /[!-/:-@[-`{-~]/.test(next) ? { length: 2, words: next } : { length: 1, words: '\\' }
}

function runLength(source: string, at: number): number {
  let end = at
  while (source[end] === source[at]) end += 1
  return end - at
}

function readCode(reading: Reading): Step {
  const { source, at } = reading
  const length = runLength(source, at)
  reading.ticks ??= tickRuns(source)
  const runs = reading.ticks.get(length) ?? []
  while ((runs.at(-1) ?? Number.POSITIVE_INFINITY) <= at) runs.pop()
  const end = runs.at(-1)
  if (end === undefined) return { length, words: '`'.repeat(length) }
  return { length: end + length - at, words: source.slice(at + length, end) }
}

/** Where the runs of backticks of each length begin, the last one first. */
function tickRuns(source: string): Map<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of [...source.matchAll(/`+/g)].reverse()) {
    const starts = runs.get(run.length)
    if (starts === undefined) runs.set(run.length, [index])
    else starts.push(index)
  }
  return runs
}

/** Where `pattern` next matches from `from` on; -1: nowhere. */
function findNext(reading: Reading, pattern: string, from: number): number {
  const known = reading.found.get(pattern)
  if (known !== undefined && (known === -1 || known >= from)) return known
  const search = new RegExp(pattern, 'gi')
  search.lastIndex = from
  const index = search.exec(reading.source)?.index ?? -1
  reading.found.set(pattern, index)
  return index
}

function openBracket(reading: Reading, length: number, words: string): Step {
  reading.brackets.push({ piece: reading.pieces.length, at: reading.at + length })
  reading.lastBracket = reading.at + length
  return { length, words }
}

function closeBracket(reading: Reading): Step {
  const { source, at, definitions } = reading
  const opener = reading.brackets.pop()
  const isLabel = opener !== undefined && reading.lastBracket === opener.at && at - opener.at < 1_000
  reading.lastBracket = at
  if (opener === undefined) return { length: 1, words: ']' }
  const own = isLabel && definitions.size > 0 ? normaliseLabel(source.slice(opener.at, at)) : ''
  const reference = labelAt(source, at + 1)
  let end = source[at + 1] === '(' ? addressEnd(source, at + 1) : -1
  if (end === -1 && reference !== null && definitions.has(reference.label === '' ? own : reference.label))
    end = reference.end
  if (end === -1 && definitions.has(own)) end = at + 1
  if (end === -1) return { length: 1, words: ']' }
  reading.pieces[opener.piece] = ''
  return { length: end - at, words: '' }
}

const comment = '-->'
const tag = /<(?:(\/?[a-z][a-z0-9-]*)(?=[\s/>])|![a-z]|\?)[^<>]*>/iy
const address = /<((?:[a-z][a-z0-9+.-]{1,31}:|[^\s<>@:]{1,64}@)[^\s<>]*)>/iy
/** Tags that part words on the page. */
const parting = /^\/?(?:br|p|div|li|ul|ol|dl|dt|dd|tr|td|th|table|hr|h[1-6]|blockquote|section|article)$/i

function readTag(reading: Reading): Step {
  const { source, at } = reading
  if (source.startsWith('<!--', at)) {
    const end = findNext(reading, comment, at + 4)
    return end === -1 ? { length: 1, words: '<' } : { length: end + comment.length - at, words: '' }
  }
  address.lastIndex = at
  const [link, target = ''] = address.exec(source) ?? []
  if (link !== undefined) return { length: link.length, words: isActive(target) ? '' : target }
  tag.lastIndex = at
  const [whole, name = ''] = tag.exec(source) ?? []
  if (whole === undefined) return { length: 1, words: '<' }
  const words = parting.test(name) ? ' ' : ''
  const end = /^(?:script|style)$/i.test(name) ? findNext(reading, `</${name.toLowerCase()}`, at + whole.length) : -1
  return { length: end === -1 ? whole.length : end - at, words }
}

/** Whether an address would run something where it stands. */
function isActive(target: string): boolean {
  return /^(?:javascript|data|vbscript):/i.test(target)
}

const entity = /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/iy

function readEntity(reading: Reading): Step {
  entity.lastIndex = reading.at
  const [whole = '', name = ''] = entity.exec(reading.source) ?? []
  const character = whole === '' ? null : decodeEntity(name)
  return character === null ? { length: 1, words: '&' } : { length: whole.length, words: character }
}
