/** The rules about names and what is said of them, one function each. `scripts/names.ts` looks for names in the whole product. */
import { namesDeclaredTwice, ofTheProduct } from '../names.ts'
import type { Rule } from './rules.ts'
import type { Source } from './source.ts'

const NEEDS_WORDS = /^export\s+(?:async\s+)?(?:function\*?|const|interface|class)\s+(\w+)/
/** Schemas and views name each of their members; what is asked of a feature, and what it answers, is said. */
const NEEDS_WORDS_IN_FEATURES = /^export\s+(?:async\s+)?(?:function\*?|interface|class)\s+(\w+)/

/** Whoever reads the code learns from each declaration what it means, without looking for another. */
export const declarationsSayWhatTheyMean: Rule = ({ file, text }) => {
  if (!/^(domain|features|lib|store)\/.*(?<!\.d)\.ts$/.test(file)) return []
  const needs = file.startsWith('features/') ? NEEDS_WORDS_IN_FEATURES : NEEDS_WORDS
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const name = needs.exec(line)?.[1]
    return name === undefined || lines[at - 1]?.trim().endsWith('*/') === true
      ? []
      : [`declares ${name} without saying what it means. Write its meaning, bounds and refusals above it.`]
  })
}

const LEANS =
  /^\s*(?:\/\*\*|\*)\s+(?:The same(?:[,:]| (?:and|as|for|in|with|behind|anew)\b)|As (?:above|`[^`]+`[,;])|See above|Likewise|Ditto)/

/** A docstring is read where a name is used, and there nothing stands above it. */
export const docstringsStandAlone: Rule = ({ file, text }) => {
  if (!/\.(ts|tsx|mjs)$/.test(file)) return []
  return text
    .split('\n')
    .filter((line) => LEANS.test(line))
    .map((line) => `has a docstring that leans on another: ${line.trim()} Say it whole.`)
}

/** One line for each name that two files of the product declare. */
export function namesOnce(sources: readonly Source[]): readonly string[] {
  const twice = namesDeclaredTwice(ofTheProduct(sources))
  return [...twice].map(
    ([name, files]) =>
      `${files[0]} declares ${name}, and so does ${files.slice(1).join(', ')}. A name means one thing: say in it which of the two is meant.`,
  )
}
