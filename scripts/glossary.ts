/** Writes into docs/glossary.md what the terms of the procedure are called on the screen and what they mean, from the one place where both stand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import terms from '#messages/en/terms.json' with { type: 'json' }

const file = 'docs/glossary.md'

/** The page with the name and the meaning of each term as messages/en/terms.json has them; a row of another table stays as it is. */
export function glossaryPage(page: string): string {
  return page.split('\n').map(withMeaning).join('\n')
}

function withMeaning(line: string): string {
  const cells = line.slice(2, -2).split(' | ')
  const [key = '', , , name, where] = cells
  const term = Object.entries(terms).find(([one]) => one === key)?.[1]
  return cells.length === 5 && term !== undefined
    ? `| ${[key, term.name, term.meaning, name, where].join(' | ')} |`
    : line
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(file, glossaryPage(readFileSync(file, 'utf8')))
