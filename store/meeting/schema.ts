/** The forms of what views take over from the rules of a meeting. */
import { z } from 'zod'
import { count, members } from '#lib/api/view-fields.ts'

const minutes = count.meta({ examples: [20] })

/** What is to be said before something is done all the same (domain/meeting/warnings.ts). */
export const warningForm = z
  .discriminatedUnion('warning', [
    members({ warning: z.literal('empty-agenda') }),
    members({ warning: z.literal('no-participants') }),
    members({ warning: z.literal('no-chair') }),
    members({ warning: z.literal('before-its-time'), minutes }),
    members({ warning: z.literal('homework-open'), done: count, assigned: count }),
    members({ warning: z.literal('no-resolutions'), parties: count }),
  ])
  .meta({ id: 'Warning' })
