import { z } from 'zod'
import { partyRoles } from '#domain/party/membership.ts'
import { nameLine, timeZone, title } from '#lib/api/fields.ts'

/** A party: its name, a short name for tables and margins, and the zone in which its people live. */
export const newParty = z.strictObject({ name: nameLine, shortName: title(24), timeZone })

/** A person's new role in a party. */
export const newRole = z.strictObject({ role: z.enum(partyRoles) })

export type NewParty = z.output<typeof newParty>
export type NewRole = z.output<typeof newRole>
