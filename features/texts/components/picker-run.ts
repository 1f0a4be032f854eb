import { listedPlaces, type Naming, namings, rangeEnds } from '#domain/text/named-places.ts'
import type { FoundWords, PassageView } from '../views.ts'
import { askFound } from './use-window.ts'

/** The first and the last of several passages, with as much of their words as is known. */
export interface NamedRun {
  /** The edition in which they were found: its passages may not be shown yet. */
  readonly editionId: string
  readonly first: RunEnd
  readonly last: RunEnd
}

type RunEnd = Pick<PassageView, 'ordinal' | 'reference' | 'text'>

/** What somebody typed as several passages: those, or which part of it names none, or more than one. */
export type NamedRuns = { readonly runs: readonly NamedRun[] } | { readonly unclear: string }

/**
 * The passages that somebody typed as several: from one to another, `2,3-7`, or more than one place, `1 ¶1–2, 2 ¶1`. All of them, or none.
 * Null: one place was typed, or words.
 */
export async function askRuns(textId: string, typed: string): Promise<NamedRuns | null> {
  const places = listedPlaces(typed)
  if (places.length < 2 && rangeEnds(typed).length < 2) return null
  const runs: NamedRun[] = []
  for (const place of places) {
    const run = await askRun(textId, place)
    if (run === null) return { unclear: place }
    runs.push(run)
  }
  return { runs }
}

/** The passages from one to another, or the one passage, that a place names. Null: an end of it names no passage, or several. */
async function askRun(textId: string, typed: string): Promise<NamedRun | null> {
  const [begin, end = begin] = rangeEnds(typed)
  if (begin === undefined || end === undefined) return null
  const answers = await Promise.all((begin === end ? [begin] : [begin, end]).map((one) => askFound(textId, one)))
  const [firsts = [], lasts = firsts] = answers.map((answer) => (answer.state === 'here' ? answer.view.named : []))
  const editions = answers.map((answer) => (answer.state === 'here' ? answer.view.head.edition?.id : undefined))
  const [editionId] = editions
  if (editionId === undefined || editions.some((id) => id !== editionId)) return null
  const runs = namings.flatMap((naming) => {
    const [first, last] = [onlyNamed(firsts, naming), onlyNamed(lasts, naming)]
    return first && last && (begin === end || first.ordinal < last.ordinal)
      ? [{ editionId, first: endOf(first), last: endOf(last) }]
      : []
  })
  const [only, other] = runs
  return only === undefined || other !== undefined ? null : only
}

/** The one passage that is meant if the name is read so. */
function onlyNamed(named: FoundWords['named'], naming: Naming) {
  const [only, other] = named.filter(({ by }) => by === naming)
  return other === undefined ? only : undefined
}

function endOf({ ordinal, reference, beginning }: FoundWords['named'][number]): RunEnd {
  return { ordinal, reference, text: beginning }
}
