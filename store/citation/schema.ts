import { z } from 'zod'
import type { Citation } from '#domain/text/citation.ts'
import { declared } from '#lib/api/fields.ts'

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
