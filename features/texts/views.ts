/** What the routes of texts answer: the forms from which the views have their types. */
import { z } from 'zod'
import { directions } from '#domain/text/direction.ts'
import { namings } from '#domain/text/named-places.ts'
import { passageKinds, suspects } from '#domain/text/passage.ts'

import {
  count,
  instant,
  listOf,
  members,
  ordinal,
  partyName,
  proseText,
  reference,
  titleText,
  uuid,
  versionNumber,
  viewOf,
} from '#lib/api/view-fields.ts'

/** What stands above every view of a text. */
export const textHead = viewOf('TextHead', {
  id: uuid,
  groupId: uuid,
  title: titleText,
  limitedTo: listOf(z.string()),
  edition: members({ id: uuid, number: ordinal, direction: z.enum(directions), passageCount: count })
    .nullable()
    .describe('What is read and cited; null: there is only a draft.'),
  hasDraft: z.boolean(),
  can: members({ manage: z.boolean(), assign: z.boolean() }),
})
export type TextHead = z.output<typeof textHead>

/** A text in a list. */
export const textLine = viewOf('TextLine', {
  id: uuid,
  title: titleText,
  limitedTo: listOf(z.string()).describe(
    'Short names of the parties it is limited to; none: the whole group reads it.',
  ),
  editions: listOf(
    members({
      number: ordinal,
      state: z.enum(['draft', 'published']),
      passageCount: count,
      publishedAt: instant.nullable(),
    }),
  ).describe('Newest first, at most ten. Drafts only for those who manage texts.'),
})
export type TextLine = z.output<typeof textLine>

/** One page of a group's texts, the newest first. */
export const textPage = viewOf('TextPage', {
  texts: listOf(textLine),
  page: ordinal,
  pages: count,
  can: members({ import: z.boolean() }),
})
export type TextPage = z.output<typeof textPage>

/** The parties to which a text can be limited, at most 200, and to which of them it is. */
export const limitsView = viewOf('LimitsView', {
  parties: listOf(members({ id: uuid, name: partyName })),
  limitedTo: listOf(z.string()),
})
export type LimitsView = z.output<typeof limitsView>

/** A heading in the table of contents. */
export const contentsLine = viewOf('ContentsLine', {
  ordinal,
  reference,
  depth: count.describe('How deep its section is nested, 1 upwards.'),
  text: proseText,
})
export type ContentsLine = z.output<typeof contentsLine>

/** The contents of an edition. */
export const contentsView = viewOf('Contents', {
  lines: listOf(contentsLine),
  isShortened: z
    .boolean()
    .describe('Sections nested deeper, or those that come after, are left out: there are too many.'),
})
export type Contents = z.output<typeof contentsView>

/** One passage of a published edition. */
export const passageView = viewOf('PassageView', {
  ordinal,
  reference,
  kind: z.enum(passageKinds),
  level: count.describe('Heading level, or depth of nesting (domain/text/passage.ts).'),
  label: proseText.nullable().describe('The label of an ordered list item as it stood in the source.'),
  text: proseText,
})
export type PassageView = z.output<typeof passageView>

/** Some passages of an edition, in reading order. */
export const passageWindow = viewOf('PassageWindow', {
  editionId: uuid,
  passages: listOf(passageView),
  total: count.describe('Number of passages of the edition.'),
})
export type PassageWindow = z.output<typeof passageWindow>

/** A passage in which words were found. */
export const foundPassage = viewOf('FoundPassage', {
  ordinal,
  reference,
  before: proseText.describe('Some words before, those that were found, and some after.'),
  match: proseText,
  after: proseText,
})
export type FoundPassage = z.output<typeof foundPassage>

/** One passage in the preview. */
export const draftLine = viewOf('DraftLine', {
  id: uuid,
  kind: z.enum(passageKinds),
  level: count,
  label: proseText.nullable(),
  text: proseText,
  suspect: z.enum(suspects).nullable(),
  dropped: z.boolean(),
  reference: reference
    .nullable()
    .describe('What it would be called if the draft were published now; null: it is dropped.'),
})
export type DraftLine = z.output<typeof draftLine>

/** The preview of a draft: one page of it, and what is to be known of the whole. */
export const draftView = viewOf('DraftView', {
  textId: uuid,
  groupId: uuid,
  title: titleText,
  direction: z.enum(directions),
  revision: versionNumber,
  encoding: z
    .string()
    .meta({ examples: ['utf-8'] })
    .describe("How the source's bytes were read; windows-1252 is a guess."),
  sourceName: z.string().meta({ examples: ['handbook.md'] }),
  rows: listOf(draftLine),
  page: ordinal,
  pages: count,
  kept: count.describe('Passages that are kept, and all of them.'),
  total: count,
  suspects: listOf(members({ suspect: z.enum(suspects), count })).describe(
    'Suspicions about passages that are still kept, the most frequent first.',
  ),
  only: z.enum(suspects).nullable().describe('Only what is suspected of this is shown.'),
})
export type DraftView = z.output<typeof draftView>

/** Where a text that is brought in stands among those that wait to be read. */
export const placeView = viewOf('Place', {
  before: count.nullable().describe('How many are read before it, by whomever; null: it does not wait (any more).'),
})
export type PlaceInQueue = z.output<typeof placeView>

/** One passage with those around it. */
export const passageInContext = viewOf('PassageInContext', {
  head: textHead,
  passage: passageView,
  before: listOf(passageView),
  after: listOf(passageView),
})
export type PassageInContext = z.output<typeof passageInContext>

/** A passage that was named, as people name passages. */
export const namedPassage = viewOf('NamedPassage', {
  ordinal,
  reference,
  by: z
    .enum(namings)
    .describe(
      "The author's own number, the reference, the number of a paragraph in its section, or of a passage in all.",
    ),
  beginning: proseText.describe('Its first words.'),
})
export type NamedPassage = z.output<typeof namedPassage>

/** Where words stand in a text. */
export const findings = viewOf('Findings', {
  head: textHead,
  named: listOf(namedPassage).describe(
    'Passages that the words name; at most twenty. Several: nothing says which of them is meant.',
  ),
  found: listOf(foundPassage),
  isMore: z.boolean().describe('There are more places than are shown.'),
})
export type FoundWords = z.output<typeof findings>

/** What an edit did. */
export const edited = viewOf('Edited', {
  revision: versionNumber.describe("The draft's revision from now on."),
  changed: count.describe('How many passages changed.'),
  undo: proseText
    .nullable()
    .describe(
      'Takes the edit back, as long as the draft is not changed again; null: an edit taken back is not offered again.',
    ),
})

/** A text that was brought in; it is a draft. */
export const textMade = viewOf('TextMade', { textId: uuid })

/** A draft after its name or direction was changed. */
export const draftDescribed = viewOf('DraftDescribed', { revision: versionNumber })

/** An edition that was published. */
export const textPublished = viewOf('TextPublished', { passageCount: count })
