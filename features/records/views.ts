/** What the routes of records answer: the forms from which the views have their types. */
import { z } from 'zod'
import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import { principalsWords, STANCE_KINDS } from '#domain/conclusion/stance.ts'
import { meetingStates } from '#domain/meeting/meeting.ts'
import { offices } from '#domain/meeting/participant.ts'
import type { RecordEntry, RecordKind } from '#domain/record/entry.ts'
import { canonicalOf, readEntry } from '#domain/record/read-entry.ts'
import type { StoredVerdict } from '#lib/apart/verify.ts'
import {
  calendarDay,
  count,
  instant,
  listOf,
  members,
  ordinal,
  personName,
  proseText,
  reference,
  sha256Hex,
  shortName,
  titleText,
  uuid,
  viewOf,
  zoneName,
} from '#lib/api/view-fields.ts'
import { outcomeSoFar } from '#store/conclusion/schema.ts'
import { itemRefForm, partyRefForm, personRefForm, sideRefForm, upToForm } from '#store/record/schema.ts'

const span = members({ from: instant, to: instant.nullable() })

/** What the minutes say of a conclusion (domain/record/minutes/conclusions.ts). */
const minutedMembers = {
  id: uuid,
  kind: z.enum(conclusionKinds),
  title: titleText,
  itemId: uuid.nullable(),
  state: z.enum(conclusionStates),
  outcome: outcomeSoFar.describe('Where it stood; of what is put, what the answers amount to.'),
  at: instant.describe('Since when.'),
  deciders: listOf(sideRefForm).describe(
    'Who was asked for a stance on the current version; empty while it is not put.',
  ),
  missing: listOf(sideRefForm).describe(
    'Those of them who have not answered, or whose answer does not count any more.',
  ),
  stances: listOf(
    members({
      side: sideRefForm,
      stance: z.enum(STANCE_KINDS),
      words: proseText,
      givenBy: personName,
      signInMethod: z.string().meta({ examples: ['mail-link'] }),
      at: instant,
      until: members({ at: instant, zone: zoneName.nullable() }).nullable(),
      principals: members({
        word: z.enum(principalsWords),
        broughtBy: personName,
        signInMethod: z.string(),
        at: instant,
      }).nullable(),
    }),
  ),
  contentHash: sha256Hex.nullable(),
  because: proseText.describe('Why it was withdrawn or declined, by whom it was superseded; empty for none.'),
  divergence: itemRefForm.nullable().describe('The divergence that was recorded on it.'),
}

const minutedConclusion = viewOf('MinutedConclusion', {
  ...minutedMembers,
  text: members({
    number: ordinal,
    wording: proseText,
    passages: listOf(members({ text: titleText, reference, quote: proseText.nullable() })),
    commitments: listOf(
      members({
        what: proseText,
        party: partyRefForm.nullable(),
        person: personRefForm.nullable(),
        dueOn: calendarDay.nullable(),
      }),
    ),
  })
    .nullable()
    .describe('The current version; null for a divergence, and when its entry was erased.'),
  words: listOf(members({ side: sideRefForm, words: proseText })).describe("Each side's own words, for a divergence."),
})

/** An entry of the record; what each kind of entry holds, domain/record/entry.ts says. */
const recordEntry = z
  .custom<RecordEntry>((value) => !('flaw' in readEntry(canonicalOf(value) ?? '')))
  .meta({
    id: 'RecordEntry',
    type: 'object',
    properties: { kind: { type: 'string' } },
    required: ['kind'],
    examples: [
      {
        kind: 'titles-unshared',
        by: { person: { id: '0190a000-0000-7000-8000-000000000001', name: 'Ana Reis' }, party: null },
      },
    ],
  })

/** A record arranged for reading (domain/record/minutes). */
const minutesForm = viewOf('Minutes', {
  head: members({
    kind: z.string().nullable(),
    title: titleText.nullable(),
    aim: proseText.nullable(),
    parties: listOf(partyRefForm),
    left: listOf(members({ party: partyRefForm, at: instant })),
    slot: members({ startsAt: instant, durationMinutes: count, timeZone: zoneName }).nullable(),
    venue: members({ place: z.string(), link: z.string() }).nullable(),
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    cancelled: members({ at: instant, reason: proseText }).nullable(),
    warnings: listOf(
      z
        .object({ warning: z.string() })
        .catchall(z.union([z.string(), z.number()]))
        .readonly(),
    ),
  }),
  offices: listOf(members({ office: z.enum(offices), person: personRefForm })),
  attendance: listOf(members({ person: personRefForm, party: partyRefForm.nullable(), stays: listOf(span) })),
  sections: listOf(
    members({
      item: itemRefForm,
      kind: z.string().nullable(),
      spans: listOf(span),
      notes: proseText.nullable(),
      conclusions: listOf(minutedConclusion),
    }),
  ).describe('One for each agenda item, in the order of the agenda.'),
  unplaced: listOf(minutedConclusion).describe('Conclusions under no item of the agenda.'),
  carriedOver: listOf(
    members({
      thing: members({ kind: z.enum(['item', 'inquiry', 'commitment']), id: uuid, title: titleText }),
      outcome: z.enum(['carry', 'settled', 'dropped', 'stays-open']),
      to: titleText.nullable(),
      reason: proseText,
    }),
  ),
  upTo: upToForm.nullable().describe('The entry up to which these minutes stand before the parties, or are agreed.'),
  annex: listOf(members({ sequence: ordinal, at: instant, entry: recordEntry.nullable() })).describe(
    'What happened after that entry.',
  ),
  erased: listOf(ordinal).describe('Entries that were erased.'),
})

/** Whether a stored record holds (lib/apart/verify.ts): what of it is proven, or the first fault in it. */
export const verdictForm = z
  .union([
    members({
      intact: z.literal(true),
      head: members({ meetingId: uuid, sequence: count, hash: sha256Hex }),
      erased: listOf(ordinal).describe('Entries that were erased.'),
      title: titleText.nullable().describe('What the meeting was called last; null: no entry tells it.'),
      unproven: listOf(
        members({ conclusionId: uuid, title: titleText, lacks: z.enum(['adoption', 'procedure', 'answers', 'put']) }),
      ),
    }),
    z
      .custom<Extract<StoredVerdict, { intact: false }>>((value) => Object(value).intact === false)
      .meta({
        type: 'object',
        properties: {
          intact: { type: 'boolean', const: false },
          fault: { type: 'string' },
          sequence: { type: 'integer', description: 'The entry concerned, where it is one.' },
          title: { type: 'string', description: 'The conclusion concerned, where it is one.' },
        },
        required: ['intact', 'fault'],
      }),
  ])
  .meta({ id: 'Verdict' })

/** Minutes that were put to the parties. */
export const recordPutForm = viewOf('RecordPut', { id: uuid, version: ordinal, upTo: upToForm })

/** The newest entry of a record, or one that was. */
export const recordHead = viewOf('NewestEntry', {
  sequence: count.describe('0: nothing is recorded yet.'),
  hash: sha256Hex,
})
export type NewestEntry = z.output<typeof recordHead>

/** How the agreement on the minutes stands. */
export const agreementView = viewOf('AgreementView', minutedMembers)
export type AgreementView = z.output<typeof agreementView>

/** A conclusion that is put and not decided; but for `undecided`, all have answered it, and the answers do not carry it. */
export const undecided = viewOf('Undecided', {
  id: uuid,
  title: titleText,
  outcome: outcomeSoFar,
})
export type Undecided = z.output<typeof undecided>

/** How far the parties agree to share the agreed minutes with the group. */
export const sharingView = viewOf('SharingView', {
  conclusionId: uuid.describe('The conclusion by which the minutes are agreed.'),
  with: z.enum(['parties', 'group']),
  agreed: listOf(partyRefForm),
  missing: listOf(partyRefForm),
  can: z.enum(['share', 'unshare']).nullable().describe('What the viewer can say for their party; null: nothing.'),
})
export type SharingView = z.output<typeof sharingView>

/** The record of a meeting as minutes. */
export const recordView = viewOf('RecordView', {
  groupId: uuid,
  meetingId: uuid,
  title: titleText,
  state: z.enum(meetingStates),
  audience: z
    .enum(['parties', 'group'])
    .describe('`parties`: everything. `group`: the agreed minutes alone, which the parties share with the group.'),
  zone: zoneName.describe('The zone in which the viewer reads times.'),
  head: recordHead.describe('The newest entry; for the group the one up to which the minutes are agreed.'),
  since: instant
    .nullable()
    .describe('What was written before this instant is closed to the viewer, who came later; null: nothing is.'),
  minutes: minutesForm,
  agreement: agreementView.nullable(),
  undecided: listOf(undecided).describe(
    'Conclusions that are put and not decided: once the record is agreed, nobody can answer them any more (rule 7).',
  ),
  unwritten: listOf(members({ id: uuid, title: titleText, side: z.string() })).describe(
    'Divergences in which a side has not written its own words, and what that side is called: once the record is agreed, it cannot.',
  ),
  takenUpIn: uuid
    .nullable()
    .describe(
      'The draft, if the viewer knows its agenda, in which items that were carried over are taken up again; null: none.',
    ),
  sharing: sharingView
    .nullable()
    .describe(
      'Who agrees to share the agreed minutes with the group; null: they are not agreed, or nobody has spoken of it to the viewer.',
    ),
  can: members({ putRecord: z.boolean() }),
})
export type RecordView = z.output<typeof recordView>

/** One entry at its place in the chain. */
export const entryLine = viewOf('EntryLine', {
  sequence: count,
  at: instant,
  hash: sha256Hex,
  kind: z
    .custom<RecordKind>((kind) => typeof kind === 'string')
    .meta({ type: 'string', examples: ['opened'] })
    .nullable()
    .describe('Null: erased.'),
  about: proseText
    .nullable()
    .describe(
      'What it is about: a conclusion, an item, a person or a party, or what was set; null: the meeting itself.',
    ),
  by: members({ person: personName, party: shortName.nullable() }).nullable(),
})
export type EntryLine = z.output<typeof entryLine>

/** A page of the entries of a record, 50 each. */
export const entryPage = viewOf('EntryPage', {
  groupId: uuid,
  zone: zoneName,
  total: count,
  page: ordinal,
  pages: count,
  entries: listOf(entryLine),
})
export type EntryPage = z.output<typeof entryPage>
