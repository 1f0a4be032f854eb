import { z } from 'zod'
import type { RefusalCode } from '#domain/refusal-code.ts'
import type { Citation } from '#domain/text/citation.ts'
import { declared } from '#lib/api/fields.ts'
import { count, members, ordinal, proseText, reference, titleText, uuid, viewOf } from '#lib/api/view-fields.ts'

/** Words of a published passage, unit for unit: they are compared with it, and refused when they do not stand there. */
const verbatim = (least: number, most: number) => declared('quote', z.string().min(least).max(most))

/** The exact words of a quote inside one passage, with the selectors that find them (UTF-16 offsets). */
const quote = z.strictObject({
  exact: verbatim(1, 20_000),
  prefix: verbatim(0, 200),
  suffix: verbatim(0, 200),
  start: z.int().min(0),
  end: z.int().min(1),
})

/**
 * A citation as the API takes it, whatever cites: passages of one published edition, or words inside one of them. Its form
 * alone; whether they are there, `judgeCitations` decides.
 */
export const citation = z
  .strictObject({ editionId: z.uuid(), first: z.int().min(1), last: z.int().min(1), quote: quote.optional() })
  .transform(({ quote: words, ...range }): Citation => (words === undefined ? range : { ...range, quote: words }))

/** A citation as it is shown: where it points, and the words with which it begins (store/citation/read.ts). */
export const citationForm = viewOf('Citation', {
  editionId: uuid,
  first: ordinal.describe('Its passages, by ordinal, both included.'),
  last: ordinal,
  quote: members({
    exact: proseText,
    prefix: proseText,
    suffix: proseText,
    start: count.describe('Offsets in UTF-16 units.'),
    end: count,
  })
    .exactOptional()
    .describe('Words inside of its one passage; without them, the whole of its passages.'),
  textId: uuid,
  textTitle: titleText,
  firstReference: reference.describe('Citable names of its first and last passage; equal for a single one.'),
  lastReference: reference,
  excerpt: proseText.describe('The quoted words, or the beginning of the first passage.'),
})

/** What is refused of citations: passages or words that are not there, or not for everybody. */
export const citationRefusals = [
  'wrong-edition',
  'passage-out-of-bounds',
  'range-reversed',
  'quote-across-passages',
  'quote-not-found',
  'too-many-citations',
  'text-not-for-all',
] as const satisfies readonly RefusalCode[]
