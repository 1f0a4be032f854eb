import { z } from 'zod'
import { language, nameLine, timeZone } from '#lib/api/fields.ts'
import { emailAddress } from '#lib/auth/email-address.ts'
import { returnPath } from '#lib/auth/return-path.ts'

/** Asks for a mail with a sign-in link. */
export const signInRequest = z.strictObject({ email: emailAddress, returnTo: returnPath.optional() })

/** What people say about themselves. No zone: times are shown in that of their party, or of the group (store/access/group.ts). */
export const profile = z.strictObject({
  name: nameLine,
  timeZone: timeZone.nullable(),
  /** Null: the language of the group, or of the browser; left out: as it was. */
  language: language.nullable().optional(),
  /** Where they get mail, from whoever runs the instance and signed in by its start-up link; left out: as it was. */
  email: emailAddress.optional(),
})

/** As the head of which party of a demo group to look at it. */
export const perspective = z.strictObject({ partyId: z.uuid() })

export type SignInRequest = z.output<typeof signInRequest>
export type Profile = z.output<typeof profile>
export type Perspective = z.output<typeof perspective>
