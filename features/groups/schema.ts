import { z } from 'zod'
import { groupKinds } from '#domain/group-kind.ts'
import { partyRoles } from '#domain/party/membership.ts'
import { replacementDelayBounds } from '#domain/party/party.ts'
import { language, nameLine, seenText, timeZone, words } from '#lib/api/fields.ts'
import { emailAddress } from '#lib/auth/email-address.ts'

const about = {
  name: nameLine,
  purpose: words(2000).default(''),
  timeZone,
  /** What it is for; null: none is said; left out: as it was, of a new group none. */
  kind: z.enum(groupKinds).nullable().exactOptional(),
}

/** What the instance admin says to create a group. Its organizers are invited; the admin does not become one. */
export const newGroup = z.strictObject(about)

/** Somebody whom the founder invites into a party. */
const firstGuest = z.strictObject({ email: emailAddress, name: nameLine.optional(), role: z.enum(partyRoles) })

/** A group with its first parties and people, and what it reads first. Whoever makes it organizes it. */
export const newFounding = z.strictObject({
  ...about,
  /** The language of those who have chosen none; null or left out: none is set. */
  language: language.nullable().optional(),
  parties: z
    .array(
      z.strictObject({
        name: nameLine,
        /** Whether the founder sits for it, as its head. */
        isOwn: z.boolean(),
        guests: z.array(firstGuest).max(100),
      }),
    )
    .max(50),
  /** Its first text: the handbook, published; or none yet. */
  text: z.enum(['handbook', 'none']),
})

const replacementDelayHours = z.int().min(replacementDelayBounds.least).max(replacementDelayBounds.most)

/** What organizers can change, and what stood there when the sender looked. */
export const groupSettings = z.strictObject({
  ...about,
  /** The language of those who have chosen none, and of the records; null: none is set; left out: as it was. */
  language: language.nullable().optional(),
  /** Hours between announcing and effect when an organizer replaces a lost head (rule 14). */
  replacementDelayHours,
  seen: z.strictObject({
    name: seenText(120),
    purpose: seenText(2000),
    timeZone: seenText(64),
    kind: z.enum(groupKinds).nullable(),
    language: seenText(35).nullable(),
    replacementDelayHours: z.int(),
  }),
})

export type NewFounding = z.output<typeof newFounding>
export type NewGroup = z.output<typeof newGroup>
export type SettingsSaid = z.output<typeof groupSettings>
