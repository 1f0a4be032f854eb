/** docs/limits.md, as the table has it. */
import { computations, lines, recordParts } from './table.ts'

/** The whole page. */
export function limitsPage(): string {
  return [
    `# Limits

Every list that somebody can lengthen has a bound or is read in pages. A bound is a refusal with words, judged under the lock on the
list, so that nobody gets past it by two acts at once; whoever is refused is told of what they themselves have made. \`node
scripts/limits/write.ts\` writes this page from \`scripts/limits/table.ts\`, and a table of the database without a line in it fails the
tests.`,
    table(
      ['list', 'table', 'who lengthens it', 'bound', 'read', 'refused with'],
      lines.map(({ list, model, by, bound, read, refused }) => [list, model, by, bound, read, refused ?? '–']),
    ),
    `## The parts of a record

Successive saves of one pen's notes are one entry ([018](decisions/018-notes-are-told-once.md)). Each part is bounded for itself:
whoever fills one stops no other. What decides, ends or takes back (answers, adoptions, closing, leaving) is in none of them: there is
no more of it than of what it decides on or ends, so that it is always possible.`,
    table(
      ['part', 'kinds of entries', 'entries', 'characters together'],
      recordParts.map(({ name, kinds, entries, characters }) => [name, kinds, entries, characters]),
    ),
    `## Computations on what people wrote

Those whose time grows faster than the text, or with texts that are long.`,
    table(
      ['what', 'its time grows', 'bound'],
      computations.map(({ what, grows, bound }) => [what, grows, bound]),
    ),
  ]
    .join('\n\n')
    .concat('\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
