import { z } from 'zod'
import { readHead } from '#domain/record/export.ts'
import { declared } from '#lib/api/fields.ts'

/** A page of the entries, 50 each. */
export const entryFilter = z.strictObject({
  page: z.coerce.number<number>().pipe(z.int().min(1).max(100_000)).default(1),
})

/** A head that was exported earlier, `26:3fa9…`; without it the stored chain is checked in itself. */
export const headNamed = z.strictObject({
  head: declared(
    'head',
    z
      .string()
      .max(80)
      .refine((text) => readHead(text) !== null, 'not-a-head')
      .transform(readHead),
  ).optional(),
})
