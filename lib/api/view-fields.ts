/**
 * The fields of what goes out: each with its form and an example, of which the examples in the API's document are put together.
 * A view takes them by name; what only one noun knows it makes itself.
 */
import { z } from 'zod'
import { firstLanguage } from '#messages/languages.ts'

/** What something is called by the database; UUID version 7. */
export const uuid = z.uuid().meta({ examples: ['0190a000-0000-7000-8000-000000000001'] })

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime().meta({ examples: ['2027-03-04T16:00:00.000Z'] })

/** A calendar date. */
export const calendarDay = z.iso.date().meta({ examples: ['2027-03-31'] })

/** A local date and time to the minute, `YYYY-MM-DDTHH:MM`. */
export const wallClock = z.string().meta({ examples: ['2027-03-04T17:00'] })

/** An IANA time zone. */
export const zoneName = z.string().meta({ examples: ['Europe/Lisbon'] })

/** The tag of the language that was chosen, one of those that this instance knows; null: none was. */
export const languageTag = z
  .string()
  .nullable()
  .meta({ examples: [firstLanguage.tag] })

/** 0 upwards. */
export const count = z.int().min(0).max(2_147_483_647)

/** 1 upwards. */
export const ordinal = z.int().min(1).max(2_147_483_647)

/** One line, such as a title. */
export const titleText = z.string().meta({ examples: ['Recorders that travel'] })

/** What somebody is called. */
export const personName = z.string().meta({ examples: ['Ana Reis'] })

/** What a party, or a group, is called. */
export const partyName = z.string().meta({ examples: ['Estuary libraries'] })

/** A name for tables and margins. */
export const shortName = z.string().meta({ examples: ['Estuary'] })

/** Words in several lines; may be empty. */
export const proseText = z.string().meta({ examples: ['The recorders travel with whoever borrows them.'] })

/** An address for mail. */
export const mailAddress = z.string().meta({ examples: ['ana@estuary.invalid'] })

/** SHA-256 in hexadecimal. */
export const sha256Hex = z
  .string()
  .meta({ examples: ['3fa9c1d2e4b5a69788796a5b4c3d2e1f3fa9c1d2e4b5a69788796a5b4c3d2e1f'] })

/** The version of something that several people write: a change made on another one is refused. */
export const versionNumber = count.meta({ examples: [3] })

/** The citable name of a passage. */
export const reference = z.string().meta({ examples: ['2.3 ¶5'] })

/** A list, of which nobody takes anything away or adds anything to it. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z.array(schema).readonly()
}

/** Something with its members, and no others. `name` is what the document calls it. */
export function viewOf<Shape extends z.ZodRawShape>(name: string, shape: Shape) {
  return z.strictObject(shape).readonly().meta({ id: name })
}

/** The members of a view, each and no more, for what has no name of its own. */
export function members<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape).readonly()
}

/** What was made, by its id. */
export const madeView = viewOf('Made', { id: uuid })
