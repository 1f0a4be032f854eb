import { z } from 'zod'
import { assignerHats, assignmentKinds } from '#domain/preparation.ts'
import { plainDate, words } from '#lib/api/fields.ts'
import { citation } from '#store/citation/schema.ts'

const id = z.uuid()

/** Passages given to parties or people to work on. */
export const newAssignments = z.strictObject({
  /** In which of one's roles: the rights of each stay apart. */
  as: z.enum(assignerHats),
  kind: z.enum(assignmentKinds),
  /** Each gets an assignment of their own. `personId` null: the party as such. */
  to: z
    .array(z.strictObject({ partyId: id, personId: id.nullable().default(null) }))
    .min(1)
    .max(100),
  /** The meeting it prepares, and the item of its agenda. */
  meetingId: id.nullable().default(null),
  itemId: id.nullable().default(null),
  /** The last day on which it is on time, in the zone of the party; null: no date. */
  dueOn: plainDate.nullable().default(null),
  instructions: words(4000).default(''),
  citations: z.array(citation).max(200),
})

export type NewAssignments = z.output<typeof newAssignments>
