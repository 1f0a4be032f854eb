/** What reading and acting cost: as many statements in a large group as in a small one, and eight at the most for a view. */
import { describe, expect, test } from 'vitest'
import * as conclusions from '#features/conclusions/loaders.ts'
import { commitmentFilter, conclusionFilter, conclusionsChosen } from '#features/conclusions/schema.ts'
import * as floor from '#features/floor/loaders.ts'
import * as groups from '#features/groups/loaders.ts'
import * as home from '#features/home/loaders.ts'
import * as invitations from '#features/invitations/loaders.ts'
import * as meetings from '#features/meetings/loaders.ts'
import { meetingListQuery } from '#features/meetings/schema.ts'
import * as parties from '#features/parties/loaders.ts'
import * as people from '#features/people/loaders.ts'
import * as preparation from '#features/preparation/loaders.ts'
import * as records from '#features/records/loaders.ts'
import * as texts from '#features/texts/loaders.ts'
import { everyLoader } from '#tests/setup/loaders.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { consent, done, drafted, put } from './conclusions-given.ts'
import { type GrownGroup, grownGroup } from './group-given.ts'

/** The most statements by which one loader reads a view, without BEGIN and COMMIT. */
const MOST = 8

const at = ({ editionId }: GrownGroup) => ({ editionId, ordinal: 1 })

/** Every loader, as a page calls it, on behalf of somebody who sees most. */
const reads: Readonly<Record<string, (world: GrownGroup) => Promise<unknown>>> = {
  'conclusions/loadMeetingConclusions': (w) => conclusions.loadMeetingConclusions(w.head, w.meetingId),
  'conclusions/loadConclusion': (w) => conclusions.loadConclusion(w.head, w.conclusionId),
  'conclusions/loadSharedConclusion': (w) => conclusions.loadSharedConclusion(w.head, w.conclusionId),
  'conclusions/loadDifference': (w) => conclusions.loadDifference(w.head, w.conclusionId, { from: 1, to: 1 }),
  'conclusions/loadDrafting': (w) => conclusions.loadDrafting(w.head, w.meetingId),
  'conclusions/loadResponsible': (w) => conclusions.loadResponsible(w.head, w.meetingId),
  'conclusions/loadCommitments': (w) =>
    conclusions.loadCommitments(w.head, w.groupId, commitmentFilter.parse({ state: 'all' })),
  'conclusions/loadGroupConclusions': (w) =>
    conclusions.loadGroupConclusions(
      w.head,
      w.groupId,
      conclusionFilter.parse({ kind: 'all', text: w.textId, words: 'levels', order: 'passage' }),
    ),
  'conclusions/loadListedFile': (w) =>
    conclusions.loadListedFile(w.head, w.groupId, conclusionsChosen.parse({ kind: 'all', meeting: w.meetingId })),
  'conclusions/loadOneFile': (w) => conclusions.loadOneFile(w.head, w.conclusionId),
  'floor/loadFloor': (w) => floor.loadFloor(w.head, w.meetingId),
  'groups/loadLooking': (w) => groups.loadLooking(w.head),
  'groups/loadPerspectives': (w) => groups.loadPerspectives(w.head, w.groupId),
  'groups/loadTour': (w) => groups.loadTour(w.head, w.groupId),
  'groups/loadMyGroups': (w) => groups.loadMyGroups(w.head),
  'groups/loadInstanceGroups': (w) => groups.loadInstanceGroups(w.admin),
  'groups/loadParked': (w) => groups.loadParked(w.admin),
  'groups/loadGroupShell': (w) => groups.loadGroupShell(w.head, w.groupId),
  'groups/loadSettings': (w) => groups.loadSettings(w.organizer, w.groupId),
  'groups/loadDeletion': (w) => groups.loadDeletion(w.head, w.groupId),
  'groups/loadHistory': (w) => groups.loadHistory(w.organizer, w.groupId),
  'home/loadHome': (w) => home.loadHome(w.head),
  'home/loadGroupHome': (w) => home.loadGroupHome(w.head, w.groupId),
  'invitations/loadInvitation': (w) => invitations.loadInvitation(w.head, 'a link that nobody sent'),
  'meetings/loadMeetingList': (w) => meetings.loadMeetingList(w.head, w.groupId, meetingListQuery.parse({})),
  'meetings/loadBeginning': (w) => meetings.loadBeginning(w.organizer, w.groupId),
  'meetings/loadMeetingHead': (w) => meetings.loadMeetingHead(w.head, w.groupId, w.meetingId),
  'meetings/loadPlan': (w) => meetings.loadPlan(w.head, w.meetingId),
  'meetings/loadAgendaView': (w) => meetings.loadAgendaView(w.head, w.meetingId),
  'meetings/loadClosing': (w) => meetings.loadClosing(w.chair, w.meetingId),
  'meetings/loadDeclined': (w) => meetings.loadDeclined(w.chair, w.meetingId),
  'meetings/loadCalendar': (w) => meetings.loadCalendar(w.head, w.meetingId),
  'parties/loadParties': (w) => parties.loadParties(w.head, w.groupId),
  'parties/loadPartyView': (w) => parties.loadPartyView(w.head, w.partyId),
  'people/loadAccount': (w) => people.loadAccount(w.head),
  'preparation/loadMyHomework': (w) => preparation.loadMyHomework(w.head),
  'preparation/loadAssignmentsOf': (w) => preparation.loadAssignmentsOf(w.head, at(w)),
  'preparation/loadAssignedMarks': (w) => preparation.loadAssignedMarks(w.head, w.editionId, 1, 40),
  'preparation/loadAssigning': (w) => preparation.loadAssigning(w.organizer, w.textId),
  'preparation/loadPreparation': (w) => preparation.loadPreparation(w.head, w.meetingId),
  'records/loadRecord': (w) => records.loadRecord(w.head, w.meetingId),
  'records/loadEntries': (w) => records.loadEntries(w.head, w.meetingId, 1),
  'records/loadMarkdown': (w) => records.loadMarkdown(w.head, w.meetingId),
  'records/loadPassagesCited': async (w) => {
    const view = minutes.get(w)
    return view && records.loadPassagesCited(w.head, view)
  },
  'records/loadCitedPassages': (w) =>
    records.loadCitedPassages(w.head, [{ editionId: w.editionId, first: 1, last: 40 }]),
  'records/loadAdoption': (w) => records.loadAdoption(w.head, w.meetingId, w.conclusionId),
  'texts/loadTexts': (w) => texts.loadTexts(w.head, w.groupId),
  'texts/loadTextHead': (w) => texts.loadTextHead(w.head, w.textId),
  'texts/loadReading': (w) => texts.loadReading(w.head, w.textId, 1),
  'texts/loadReadingOn': (w) => texts.loadReadingOn(w.head, w.textId, 1, 40),
  'texts/loadPrinted': (w) => texts.loadPrinted(w.head, w.textId, 1, 40),
  'texts/loadPassage': (w) => texts.loadPassage(w.head, w.textId, 1),
  'texts/loadConcordance': (w) => texts.loadConcordance(w.head, at(w)),
  'texts/loadPassageWindow': (w) => texts.loadPassageWindow(w.head, w.textId, { from: 1 }),
  'texts/loadOrdinal': (w) => texts.loadOrdinal(w.head, w.textId, '1'),
  'texts/loadTextsWith': (w) => texts.loadTextsWith(w.head, w.groupId, { typed: ['1 ¶1', '1 ¶2'], textId: null }),
  'texts/loadContents': (w) => texts.loadContents(w.head, w.textId),
  'texts/loadFindings': (w) => texts.loadFindings(w.head, w.textId, 'weekly'),
  'texts/loadDraft': (w) => texts.loadDraft(w.organizer, w.draftId, { page: 1, only: null }),
  'texts/loadPlace': (w) => texts.loadPlace(w.organizer, w.groupId, w.draftId),
  'texts/loadLimits': (w) => texts.loadLimits(w.organizer, w.textId),
}

/** The acts that people do most, each on what it makes itself. */
const acts: Readonly<Record<string, (world: GrownGroup) => Promise<() => Promise<unknown>>>> = {
  'a draft is opened': async (w) => () => drafted(w),
  'a stance is taken': async (w) => {
    const id = await put(w)
    return async () => done(await consent(w.head, id))
  },
  'the last stance adopts': async (w) => {
    const id = await put(w)
    const [last, ...others] = w.sides.map(({ head }) => head)
    for (const other of others) done(await consent(other, id))
    return async () => done(await consent(last ?? w.head, id))
  },
}

const [small, large] = [await grownGroup(1), await grownGroup(6)]
/** What cites passages is read before. */
const minutes = new Map([
  [small, await records.loadRecord(small.head, small.meetingId)],
  [large, await records.loadRecord(large.head, large.meetingId)],
])
const count = async (work: () => Promise<unknown>) => (await countStatements(work)).statements.length

test('every loader of every feature has a case here', async () => {
  expect(Object.keys(reads).sort()).toEqual(await everyLoader())
})

/** Nothing is shared, nothing was declined, and the group is no demo: these answer that there is nothing. */
const answersNothing = new Set([
  'conclusions/loadSharedConclusion',
  'groups/loadLooking',
  'groups/loadPerspectives',
  'groups/loadTour',
  'meetings/loadDeclined',
])

describe('when the group grows', () => {
  test.each(Object.entries(reads))('%s reads by as many statements, within the limit', async (name, read) => {
    if (!answersNothing.has(name)) expect(await read(large)).not.toBeNull()
    const [few, many] = [await count(() => read(small)), await count(() => read(large))]
    expect(many).toBe(few)
    expect(many).toBeLessThanOrEqual(MOST)
  })

  test.each(Object.entries(acts))('%s by as many statements', async (_name, prepare) => {
    const [few, many] = [await count(await prepare(small)), await count(await prepare(large))]
    expect(many).toBe(few)
  })
})
