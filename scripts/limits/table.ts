/** Every list that somebody can lengthen, and where it ends: docs/limits.md is written from here, and a table without a line fails the tests. */
import { mostItems } from '#domain/agenda/agenda.ts'
import { LIMITS } from '#domain/conclusion/text.ts'
import { parts } from '#domain/record/bounds.ts'
import { maxTextBytes } from '#domain/text/decode.ts'
import { groupLines } from './group-lines.ts'
import { type Line, n } from './line.ts'
import { meetingLines } from './meeting-lines.ts'

/** One for each table of the database. */
export const lines: readonly Line[] = [...groupLines, ...meetingLines]

/** A computation on what people wrote whose time grows faster than its length. */
export interface Computation {
  readonly what: string
  readonly grows: string
  readonly bound: string
}

export const computations: readonly Computation[] = [
  {
    what: 'Difference of two wordings',
    grows: 'with length × edits',
    bound: 'at once up to 20,000 characters with 1,000 that differ; else in a thread, 3 seconds, then side by side',
  },
  {
    what: 'Reading an imported text',
    grows: 'meant to be linear',
    bound: `${n(maxTextBytes / 2 ** 20)} MB, in a thread, 20 seconds`,
  },
  {
    what: 'Checking a record',
    grows: 'with its length',
    bound: 'in a thread, two minutes with the reading; the file can be checked anywhere',
  },
  {
    what: 'Minutes',
    grows: 'with what stands last in the record',
    bound: 'notes, versions and agendas that others replaced are not read',
  },
  { what: 'Finding words in a text', grows: 'with its length', bound: 'one edition, 50 places' },
  { what: 'Finding a quote in its passage', grows: 'with its length', bound: 'one passage' },
  {
    what: 'Carrying over at a closing',
    grows: 'with open things × what is said of them',
    bound: `1,000 things, an agenda of ${n(mostItems)}`,
  },
  {
    what: 'Lines of passages and commitments that changed',
    grows: 'with their number',
    bound: `${n(LIMITS.citations)} and ${n(LIMITS.commitments)}`,
  },
]

/** The parts of a record, with what one holds. */
export const recordParts = Object.entries(parts).map(([name, part]) => ({
  name,
  kinds: part.kinds.join(', '),
  entries: n(part.entries),
  characters: part.characters === null ? 'short' : n(part.characters),
}))
