/** Two versions of a conclusion compared. */
import { z } from 'zod'
import { listOf, members, ordinal, proseText, versionNumber, viewOf } from '#lib/api/view-fields.ts'

/** Lines that came or went. */
export const linesChanged = viewOf('LinesChanged', { removed: listOf(proseText), added: listOf(proseText) })

/** Words that came, went or stayed (domain/written/unseen-changes.ts). */
const shownRunForm = z.union([
  members({
    kind: z.enum(['same', 'removed', 'added']),
    text: proseText,
    number: ordinal.exactOptional().describe('Of what came or went, in its order.'),
    unseen: listOf(z.string()).exactOptional().describe('Invisible characters in it: `U+200D`.'),
  }),
  members({ kind: z.literal('unseen'), text: proseText, unseen: listOf(z.string()) }),
])

/**
 * Two versions compared: the wording word for word, passages and commitments as lines that came or went. One compared with itself
 * is that version to read.
 */
export const versionDifference = viewOf('VersionDifference', {
  from: ordinal,
  to: ordinal,
  wording: listOf(shownRunForm)
    .nullable()
    .describe('Null: the wordings are too different or too long to be compared word by word; they stand side by side.'),
  beside: members({ older: proseText, newer: proseText, cut: z.boolean() })
    .nullable()
    .describe('The two wordings, where they could not be compared, up to `mostBeside` of each; else null.'),
  passages: linesChanged,
  commitments: linesChanged,
})

export type VersionDifference = z.output<typeof versionDifference>

/** What comes with the refusal of an act on a version that is not the current one. */
export const changedSince = members({ current: versionNumber, difference: versionDifference.exactOptional() })
