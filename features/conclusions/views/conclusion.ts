/** A conclusion as the API shows it. Instants are ISO 8601 in UTC; dates `YYYY-MM-DD`. */
import { z } from 'zod'
import { conclusionKinds, conclusionStates } from '#domain/conclusion/conclusion.ts'
import { principalsWords, STANCE_KINDS } from '#domain/conclusion/stance.ts'
import { isRefusal, type Refusal } from '#domain/refusal.ts'
import {
  count,
  instant,
  listOf,
  members,
  proseText,
  sha256Hex,
  titleText,
  uuid,
  viewOf,
  zoneName,
} from '#lib/api/view-fields.ts'
import { citationForm } from '#store/citation/schema.ts'
import { askedKinds, outcomeSoFar } from '#store/conclusion/schema.ts'
import { personRefForm, sideRefForm, upToForm } from '#store/record/schema.ts'
import { commitmentView } from './commitment.ts'
import { meetingMembers } from './list.ts'

/** What a viewer may do; `new-draft` from its wording, `supersede` it, `share`, take agreement to sharing back. */
const conclusionCan = members({
  revise: z.boolean(),
  put: z.boolean(),
  'take-back': z.boolean(),
  withdraw: z.boolean(),
  consent: z.boolean(),
  'consent-with-reservation': z.boolean(),
  'ad-referendum': z.boolean(),
  'stand-aside': z.boolean(),
  object: z.boolean(),
  'bring-word': z.boolean(),
  'record-divergence': z.boolean(),
  'write-words': z.boolean(),
  'new-draft': z.boolean(),
  supersede: z.boolean(),
  share: z.boolean(),
  unshare: z.boolean(),
})
export type OfferedAct = keyof z.output<typeof conclusionCan>

const anyCode = { type: 'string' } as const

/** A refusal that would come, with its facts (lib/api/facts.ts). */
const obstacleForm = z.custom<Refusal>(isRefusal).meta({
  id: 'Obstacle',
  type: 'object',
  properties: { refused: anyCode },
  required: ['refused'],
  examples: [{ refused: 'cites-limited-text' }],
})

/** What is asked of the viewer, and by when; see domain/conclusion/asked.ts. */
export const askedView = viewOf('AskedView', {
  kind: z.enum(askedKinds),
  of: sideRefForm.nullable().describe('The side for which it is asked; null: whoever conducts the meeting is asked.'),
  version: count.nullable().describe('The version to answer, or to decide about; null for words in a divergence.'),
  due: instant
    .nullable()
    .describe('Until when the principals have their word: the end of a day in the zone of their party.'),
  dueZone: zoneName.nullable().describe('That zone; null where there is none, or somebody answers for themselves.'),
})

export type AskedView = z.output<typeof askedView>

/** One side’s answer to a put version. */
export const stanceView = viewOf('StanceView', {
  side: sideRefForm,
  kind: z.enum(STANCE_KINDS),
  words: proseText.nullable().describe('The reservation or the reason; null: none.'),
  referendumBy: instant
    .nullable()
    .describe('Until when the principals have their word, and the zone of the party in which that day ends.'),
  referendumZone: zoneName.nullable(),
  givenBy: personRefForm,
  signInMethod: z
    .string()
    .meta({ examples: ['mail-link'] })
    .describe('How whoever gave it had signed in (rule 13).'),
  givenAt: instant,
  principals: members({
    word: z.enum(principalsWords),
    by: personRefForm,
    signInMethod: z.string().meta({ examples: ['mail-link'] }),
    at: instant,
  }).nullable(),
})

export type StanceView = z.output<typeof stanceView>

/** One version in the history; its words are read by comparing it, also with itself. */
export const versionView = viewOf('VersionView', {
  number: count,
  by: personRefForm,
  at: instant,
  put: members({ at: instant, by: personRefForm }).nullable(),
  takenBack: members({
    at: instant,
    by: personRefForm.nullable().describe('Null: because a decider left.'),
    left: sideRefForm.nullable(),
    reason: proseText.nullable(),
  }).nullable(),
  stances: listOf(stanceView),
})

export type VersionView = z.output<typeof versionView>

/** Another conclusion to which this one is tied. */
export const linkedConclusion = viewOf('LinkedConclusion', {
  id: uuid,
  title: titleText,
  kind: z.enum(conclusionKinds),
  state: z.enum(conclusionStates),
  meetingId: uuid.nullable().describe('Null: the conclusion is shared with the viewer, its meeting is not.'),
})

export type LinkedConclusion = z.output<typeof linkedConclusion>

/** What one side says in a divergence. */
export const sideView = viewOf('SideView', {
  side: sideRefForm,
  words: proseText.nullable(),
  writtenBy: personRefForm.nullable(),
  writtenAt: instant.nullable(),
})

export type SideView = z.output<typeof sideView>

/** A conclusion with its versions, answers and acts, as those read it who see its meeting. */
export const conclusionView = viewOf('ConclusionView', {
  id: uuid,
  groupId: uuid,
  meeting: members(meetingMembers),
  item: members({ id: uuid, title: titleText }).nullable(),
  kind: z.enum(conclusionKinds),
  title: titleText,
  state: z.enum(conclusionStates),
  outcome: outcomeSoFar,
  missing: listOf(sideRefForm).describe('What the outcome names: who is missing, whose principals are awaited.'),
  awaiting: listOf(sideRefForm),
  overdue: count.describe(
    'How many principals let their date pass; of a text that lapsed, 0: too few parties were left to adopt it.',
  ),
  deciders: listOf(sideRefForm),
  stances: listOf(stanceView).describe('The answers that count.'),
  wording: proseText.nullable().describe('What the current version says; null: a divergence.'),
  versions: listOf(versionView).describe('Newest first; empty for a divergence.'),
  chainHead: upToForm.nullable(),
  citations: listOf(citationForm),
  commitments: listOf(commitmentView),
  sides: listOf(sideView),
  adoptedAt: instant.nullable(),
  contentHash: sha256Hex.nullable(),
  endedAt: instant.nullable(),
  endReason: proseText.nullable(),
  sharing: members({
    with: z.enum(['parties', 'group']),
    agreed: listOf(sideRefForm),
    missing: listOf(sideRefForm),
  }).nullable(),
  origin: linkedConclusion.nullable(),
  supersedes: linkedConclusion.nullable(),
  supersededBy: linkedConclusion.nullable(),
  offspring: listOf(linkedConclusion).describe('Drafts and divergences that came of it.'),
  asked: askedView.nullable(),
  ownSide: sideRefForm
    .nullable()
    .describe('For whom the viewer speaks here: their party, or in a study session themselves; null: for nobody.'),
  othersAnswer: sideRefForm
    .nullable()
    .describe('Their party, where others of it answer what is put; null: it is not asked, or they answer themselves.'),
  decidedByConsent: z
    .enum(['agreed', 'agreed-ad-referendum'])
    .nullable()
    .describe("What the viewer's consent would bring about at once; null: nothing yet."),
  can: conclusionCan,
  obstacle: obstacleForm.nullable().describe('What keeps a draft from being put, for whoever may put it.'),
  zone: zoneName.describe('IANA zone in which the viewer reads times.'),
})

export type ConclusionView = z.output<typeof conclusionView>

/** An adopted conclusion as a member of the group reads it: what was agreed and by whom, not how it came about. */
export const sharedConclusionView = viewOf('SharedConclusionView', {
  id: uuid,
  groupId: uuid,
  kind: z.enum(conclusionKinds),
  title: titleText,
  state: z.enum(['adopted', 'superseded']),
  wording: proseText,
  citations: listOf(citationForm),
  commitments: listOf(commitmentView),
  deciders: listOf(sideRefForm),
  adoptedAt: instant,
  contentHash: sha256Hex,
  zone: zoneName,
})

export type SharedConclusionView = z.output<typeof sharedConclusionView>
