/** node scripts/checks/boundaries.ts: checks the rules between rooms, and that of styling. There is no list of exceptions. */
import path from 'node:path'
import * as layoutRules from './layout-rules.ts'
import { declarationsSayWhatTheyMean, docstringsStandAlone, namesOnce } from './naming.ts'
import { unspokenWords } from './page-words.ts'
import * as rules from './rules.ts'
import { readSources } from './source.ts'
import { strayStyles } from './styling.ts'

/** One line per broken rule, `file message`, by file. */
export function findBreaches(root: string): readonly string[] {
  const all: rules.Rule[] = [
    ...Object.values(rules),
    ...Object.values(layoutRules),
    declarationsSayWhatTheyMean,
    docstringsStandAlone,
  ]
  const sources = readSources(root)
  const alone = sources.flatMap((source) =>
    all.flatMap((rule) => rule(source).map((message) => `${source.file} ${message}`)),
  )
  const words = unspokenWords(sources).map(({ file, message }) => `${file} ${message}`)
  return [...alone, ...words, ...namesOnce(sources)]
}

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..', '..')
  const breaches = [...findBreaches(root), ...(await strayStyles(readSources(root)))]
  for (const breach of breaches) console.error(breach)
  if (breaches.length > 0) process.exitCode = 1
}
