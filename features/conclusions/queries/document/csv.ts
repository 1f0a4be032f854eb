import { dateIn } from '#domain/wall-clock.ts'
import type { WholeConclusion } from '../found/whole.ts'
import { partyNames } from './markdown.ts'
import { addressOf, type FileManner, historyLine, referenceRange, told } from './telling.ts'

const columns = [
  'title',
  'kind',
  'state',
  'date',
  'meeting',
  'parties',
  'wording',
  'commitments',
  'references',
  'passages',
  'history',
  'address',
] as const

/** The names of the columns. It begins with a mark by which spreadsheets know UTF-8. */
export function csvHead(manner: FileManner): string {
  return `\ufeff${row(columns.map((column) => told(manner, `found.column.${column}`)))}`
}

/** One conclusion as a line of a table. */
export function csvOfConclusion(one: WholeConclusion, manner: FileManner): string {
  const { title, kind, outcome, at, meeting, wording, sides, commitments, citations, passages } = one
  const cells: Readonly<Record<(typeof columns)[number], string>> = {
    title,
    kind: told(manner, `kind.${kind}`),
    state: told(manner, `state.${outcome}`),
    // As a spreadsheet sorts it; the history tells it in words.
    date: dateIn(new Date(at), manner.zone),
    meeting: meeting?.title ?? '',
    parties: partyNames(one, manner),
    wording: wording ?? sides.map(({ side, words }) => `${side}: ${words ?? '–'}`).join('\n'),
    commitments: commitments
      .map(({ what, party, person, dueOn }) => [party, person, what, dueOn].filter((part) => part !== null).join(', '))
      .join('\n'),
    references: citations.map((citation) => `${citation.textTitle}, ${referenceRange(citation)}`).join('\n'),
    passages: passages.map(({ reference, text }) => `${reference}: ${text}`).join('\n'),
    history: historyLine(one, manner),
    address: addressOf(one, manner),
  }
  return row(columns.map((column) => cells[column]))
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** With what a spreadsheet begins a formula, also in its wide form and behind blanks or in another line of a cell that was opened as text. */
const beginsFormula = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u

/**
 * Where a cell begins, within ours, for a spreadsheet that parts cells by something else than the comma, as it does in many countries:
 * after the first cell of a line it takes our quotes for letters, and so each of these, and each end of a line, for the end of a cell.
 */
const beginsFormulaWithin = /[\r\n;\t|](?=(?:[^\S\r\n\t]|")*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu

/**
 * A cell (RFC 4180), always quoted. What a spreadsheet would take for a formula has an apostrophe before it, so that no words that
 * somebody wrote are carried out where the file is opened, by whichever sign it parts cells; the JSON and the Markdown hold them as they stand.
 */
export function cell(words: string): string {
  const safe = (beginsFormula.test(words) ? `'${words}` : words).replaceAll(beginsFormulaWithin, "$&'")
  return `"${safe.replaceAll('"', '""')}"`
}
