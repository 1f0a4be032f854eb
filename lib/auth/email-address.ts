import { z } from 'zod'
import { declared } from '#lib/api/fields.ts'
import { readAddress } from './read-address.ts'

/** A field for one address; what comes out is its stored form. */
export const emailAddress = declared(
  'mail-address',
  z.string().transform((typed, context) => {
    const address = readAddress(typed)
    if (address !== null) return address
    context.addIssue({ code: 'custom', message: 'not-an-address', input: typed })
    return z.NEVER
  }),
)
