import { beginningOf } from '#domain/text/grapheme.ts'
import type { CitationView } from '#store/citation/read.ts'
import type { PassageView, PassageWindow } from '../views.ts'
import { excerptLength } from './picked.ts'
import { askPassage } from './use-window.ts'

/** What is picked, without one passage of the text that is shown; words of it stay. */
export async function pickedWithout(
  picked: readonly CitationView[],
  ordinal: number,
  shown: PassageWindow | null,
): Promise<readonly CitationView[]> {
  return (await Promise.all(picked.map((one) => without(one, ordinal, shown)))).flat()
}

/** A run without one of its passages: nothing, or what lies before and after it; all of it where what lies there cannot be asked for. */
async function without(
  one: CitationView,
  ordinal: number,
  shown: PassageWindow | null,
): Promise<readonly CitationView[]> {
  const { first, last } = one
  if (one.editionId !== shown?.editionId || one.quote !== undefined || ordinal < first || ordinal > last) return [one]
  const [previous, next] = await Promise.all([
    ordinal > first ? passageAt(ordinal - 1, one.textId, shown) : null,
    ordinal < last ? passageAt(ordinal + 1, one.textId, shown) : null,
  ])
  if (previous === undefined || next === undefined) return [one]
  return [
    ...(previous === null ? [] : [{ ...one, last: ordinal - 1, lastReference: previous.reference }]),
    ...(next === null
      ? []
      : [
          {
            ...one,
            first: ordinal + 1,
            firstReference: next.reference,
            excerpt: beginningOf(next.text, excerptLength),
          },
        ]),
  ]
}

/** A passage of the window, or at its edge the one that is asked for; undefined: it did not come. */
async function passageAt(
  ordinal: number,
  textId: string,
  shown: PassageWindow,
): Promise<Pick<PassageView, 'reference' | 'text'> | undefined> {
  const known = shown.passages.find((passage) => passage.ordinal === ordinal)
  if (known !== undefined) return known
  const answer = await askPassage(textId, ordinal)
  return answer.state === 'here' && answer.view.head.edition?.id === shown.editionId ? answer.view.passage : undefined
}
