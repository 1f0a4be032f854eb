import { z } from 'zod'
import { partyRoles } from '#domain/party/membership.ts'
import { nameLine, secret } from '#lib/api/fields.ts'
import { emailAddress } from '#lib/auth/email-address.ts'

/** To whom it goes. Without an address a link is made, which the inviter hands over. */
const guest = { email: emailAddress.optional(), name: nameLine.optional() }

/** An invitation to organize a group, or to become the new head of a party whose head is lost. */
export const newGuest = z.strictObject(guest)

/** An invitation into a party. */
export const newPartyGuest = z.strictObject({ ...guest, role: z.enum(partyRoles) })

/** Several people who are invited by mail, each into a party of one group. */
export const newPartyGuests = z.strictObject({
  guests: z
    .array(
      z.strictObject({
        partyId: z.uuid(),
        role: z.enum(partyRoles),
        email: emailAddress,
        name: nameLine.optional(),
      }),
    )
    .min(1)
    .max(100),
})

/** 256 random bits in base64url (lib/auth/token.ts). */
const token = secret(z.string().regex(/^[\w-]{43}$/))

/** Accepts an invitation; who is new here also says their name. */
export const acceptance = z.strictObject({ token, name: nameLine.optional() })

/** Says no to an invitation. */
export const invitationDeclined = z.strictObject({ token })

/** Who opens a link without being signed in says where they get mail; their name they say once they are signed in. */
export const introduction = z.strictObject({ token, email: emailAddress })

export type NewGuest = z.output<typeof newGuest>
export type NewPartyGuest = z.output<typeof newPartyGuest>
export type NewPartyGuests = z.output<typeof newPartyGuests>
export type Acceptance = z.output<typeof acceptance>
export type Introduction = z.output<typeof introduction>
