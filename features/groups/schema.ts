import { z } from 'zod'
import { replacementDelayBounds } from '#domain/party/party.ts'
import { language, nameLine, timeZone, words } from '#lib/api/fields.ts'

const about = { name: nameLine, purpose: words(2000).default(''), timeZone }

/** What the instance admin says to create a group. Its organizers are invited; the admin does not become one. */
export const newGroup = z.strictObject(about)

/** What organizers can change. */
export const groupSettings = z.strictObject({
  ...about,
  /** The language of those who have chosen none, and of the records; null: none is set; left out: as it was. */
  language: language.nullable().optional(),
  /** Hours between announcing and effect when an organizer replaces a lost head (rule 14). */
  replacementDelayHours: z.int().min(replacementDelayBounds.least).max(replacementDelayBounds.most),
})

export type NewGroup = z.output<typeof newGroup>
export type GroupSettings = z.output<typeof groupSettings>
