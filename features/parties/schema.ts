import { z } from 'zod'
import { partyRoles } from '#domain/party/membership.ts'
import { nameLine, seenText, timeZone, title } from '#lib/api/fields.ts'

/** A party: its name, a short name for tables and margins, and the zone in which its people live. */
export const newParty = z.strictObject({ name: nameLine, shortName: title(24), timeZone })

/** What a party is called from now on, and what it was called when the sender looked. */
export const partyDescription = z.strictObject({
  ...newParty.shape,
  seen: z.strictObject({ name: seenText(120), shortName: seenText(24), timeZone: seenText(64) }),
})

/** A person's new role in a party, and the one that they had when the sender looked. */
export const newRole = z.strictObject({ role: z.enum(partyRoles), seen: z.enum(partyRoles) })

export type NewParty = z.output<typeof newParty>
export type PartyDescribed = z.output<typeof partyDescription>
export type NewRole = z.output<typeof newRole>
