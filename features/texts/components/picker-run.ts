import { type Naming, namings, rangeEnds } from '#domain/text/named-places.ts'
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

/**
 * The passages of a text from one to another, as somebody typed them: `2,3-7`. Null: no range was typed, or one of its ends means no
 * passage, or several: then it is looked for as everything else.
 */
export async function askRun(textId: string, typed: string): Promise<NamedRun | null> {
  const [begin, end] = rangeEnds(typed)
  if (begin === undefined || end === undefined) return null
  const answers = await Promise.all([askFound(textId, begin), askFound(textId, end)])
  const [firsts = [], lasts = []] = answers.map((answer) => (answer.state === 'here' ? answer.view.named : []))
  const editions = answers.map((answer) => (answer.state === 'here' ? answer.view.head.edition?.id : undefined))
  const [editionId] = editions
  if (editionId === undefined || editions.some((id) => id !== editionId)) return null
  const runs = namings.flatMap((naming) => {
    const [first, last] = [onlyNamed(firsts, naming), onlyNamed(lasts, naming)]
    return first && last && first.ordinal < last.ordinal ? [{ editionId, first: endOf(first), last: endOf(last) }] : []
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
