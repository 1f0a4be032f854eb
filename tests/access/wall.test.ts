/**
 * The second wall: row policies hold what a query forgets. Every condition of every statement by which something is read, and every join
 * to what the viewer may see, is taken out in turn; whatever is read then, nobody is told of a thing that is not theirs.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { beforeAll, expect, test } from 'vitest'
import type { ListedFile } from '#features/conclusions/loaders.ts'
import * as conclusions from '#features/conclusions/loaders.ts'
import { jsonPieces } from '#features/conclusions/queries/document/pieces.ts'
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
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { firstLanguage } from '#messages/languages.ts'
import { ACTORS, type Actor } from '#tests/access/actors.ts'
import { toldIn } from '#tests/access/judge.ts'
import { makeWorld, type World } from '#tests/access/world/world.ts'
import { everyLoader } from '#tests/setup/loaders.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { openRewriting } from '#tests/setup/rewriting.ts'
import { withoutOne } from '#tests/setup/without-condition.ts'

/** To whom most is closed, each in another way, before everybody else. */
const closedOut: readonly Actor[] = ['third-party', 'left-party', 'organizer', 'installed-head']
const signedIn = ACTORS.filter((actor) => !['anonymous', 'expired-session', ...closedOut].includes(actor))
const actors = [...closedOut, ...signedIn].slice(0, rounds({ sample: 3, whole: ACTORS.length }))
/** One mutant of so many is tried. */
const step = rounds({ sample: 60, whole: 1 })

/** What is asked instead of which statement; null: everything as it is. */
let forgotten: { readonly from: string; readonly to: string } | null = null
const noted = new AsyncLocalStorage<Set<string>>()

openRewriting((sql) => {
  noted.getStore()?.add(sql)
  return forgotten?.from === sql ? forgotten.to : sql
})

/** Something that somebody reads. */
interface Read {
  /** Its loader, `feature/name`, and as what. */
  readonly name: string
  readonly actor: Actor
  readonly ask: () => Promise<unknown>
}

/** What each tells with all of its conditions: not every loader stands on a page of everybody for whom it finds something. */
const toldBefore = new Map<Read, readonly string[]>()

let world: World
let reads: readonly Read[]
/** By the statement that it takes. */
const readsBy = new Map<string, Read[]>()

beforeAll(async () => {
  world = await makeWorld()
  reads = await everyRead()
  for (const read of reads) {
    const asked = new Set<string>()
    toldBefore.set(read, await noted.run(asked, () => toldBy(read)))
    for (const sql of asked) readsBy.set(sql, [...(readsBy.get(sql) ?? []), read])
  }
}, 600_000)

test('every loader of every feature is tried', async () => {
  const tried = new Set(reads.map(({ name }) => name.split(' ')[0]))
  expect([...tried].sort()).toEqual(await everyLoader())
})

test('given one condition or one join too few, then nobody is told of what is not theirs', async () => {
  const mutants = [...readsBy].flatMap(([from, by]) => withoutOne(from).map((to) => ({ from, to, by })))
  const tried = mutants.filter((_, index) => index % step === 0)
  let answers = 0
  for (const { by, ...mutant } of tried) {
    forgotten = mutant
    for (const read of by) {
      const before = toldBefore.get(read) ?? []
      const told = (await toldBy(read)).filter((thing) => !before.includes(thing))
      answers += 1
      expect.soft(told, `told to ${read.actor} by ${read.name} without a condition:\n${mutant.to}`).toEqual([])
    }
    forgotten = null
  }
  expect(tried.length).toBeGreaterThan(0)
  tellFigure(
    1,
    'wall',
    `${tried.length} statements without one of their conditions or joins, ${answers} answers, each without a thing that is not for its reader`,
  )
}, 3_600_000)

/** The things of which the answer tells that are not for whoever asks. What cannot be answered tells nothing. */
async function toldBy({ actor, ask }: Read): Promise<readonly string[]> {
  const body = await ask().then(
    (answer) => JSON.stringify(answer) ?? '',
    () => '',
  )
  return toldIn(world.canaries, actor, { body, headers: '' })
}

/** A file about conclusions, with all that is in it. */
async function wholeOf(file: ListedFile | null): Promise<string> {
  const manner = { language: firstLanguage, zone: 'UTC', base: '' }
  return file === null ? '' : (await Array.fromAsync(jsonPieces(file.list, file.read, manner))).join('')
}

async function everyRead(): Promise<readonly Read[]> {
  const groupId = world.ids.groupId ?? ''
  const { textId: text, bilateralId: meeting, ownId: party } = world.ids
  const chosen = { text, meeting, party, from: '1', to: '3', state: 'put', words: 'canary', order: 'passage' }
  const where = { groupId }
  const [meetingIds, conclusionIds, textIds, partyIds, editions] = await asSystem('test', async (tx) => [
    await tx.meeting.findMany({ where, select: { id: true } }),
    await tx.conclusion.findMany({ where, select: { id: true, meetingId: true } }),
    await tx.text.findMany({ where, select: { id: true } }),
    await tx.party.findMany({ where, select: { id: true } }),
    await tx.edition.findMany({ where: { ...where, state: 'published' }, select: { id: true } }),
  ])
  return actors.flatMap((actor): readonly Read[] => {
    const viewer = world.viewers[actor]
    if (viewer === null) return []
    const of =
      (rows: readonly { id: string }[] | undefined) =>
      (asks: Readonly<Record<string, (viewer: Viewer, id: string) => Promise<unknown>>>) =>
        (rows ?? []).flatMap(({ id }) =>
          Object.entries(asks).map(([name, ask]): Read => ({ name, actor, ask: () => ask(viewer, id) })),
        )
    return [
      ...of([{ id: groupId }])({
        'conclusions/loadCommitments': (by, id) =>
          conclusions.loadCommitments(by, id, commitmentFilter.parse({ state: 'all' })),
        'conclusions/loadGroupConclusions': (by, id) =>
          conclusions.loadGroupConclusions(by, id, conclusionFilter.parse({ kind: 'all' })),
        'conclusions/loadGroupConclusions chosen': (by, id) =>
          conclusions.loadGroupConclusions(by, id, conclusionFilter.parse(chosen)),
        'conclusions/loadListedFile': async (by, id) =>
          wholeOf(await conclusions.loadListedFile(by, id, conclusionsChosen.parse({ kind: 'all' }))),
        'groups/loadMyGroups': (by) => groups.loadMyGroups(by),
        'groups/loadInstanceGroups': (by) => groups.loadInstanceGroups(by),
        'groups/loadParked': (by) => groups.loadParked(by),
        'groups/loadGroupShell': groups.loadGroupShell,
        'groups/loadLooking': (by) => groups.loadLooking(by),
        'groups/loadPerspectives': groups.loadPerspectives,
        'groups/loadTour': groups.loadTour,
        'groups/loadSettings': groups.loadSettings,
        'groups/loadDeletion': groups.loadDeletion,
        'groups/loadHistory': groups.loadHistory,
        'home/loadHome': (by) => home.loadHome(by),
        'home/loadGroupHome': home.loadGroupHome,
        'invitations/loadInvitation': (by) => invitations.loadInvitation(by, 'a link that nobody sent'),
        'meetings/loadMeetingList': (by, id) => meetings.loadMeetingList(by, id, meetingListQuery.parse({})),
        'meetings/loadMeetingList past': (by, id) =>
          meetings.loadMeetingList(by, id, meetingListQuery.parse({ when: 'past' })),
        'meetings/loadMeetingList preparing': (by, id) =>
          meetings.loadMeetingList(by, id, meetingListQuery.parse({ when: 'preparing' })),
        'meetings/loadBeginning': meetings.loadBeginning,
        'parties/loadParties': parties.loadParties,
        'people/loadAccount': (by) => people.loadAccount(by),
        'preparation/loadMyHomework': (by) => preparation.loadMyHomework(by),
        'texts/loadTexts': (by, id) => texts.loadTexts(by, id),
        'texts/loadTextsWith': (by, id) => texts.loadTextsWith(by, id, { typed: ['p/1'], textId: null }),
        'texts/loadPlace': (by, id) => texts.loadPlace(by, id, id),
      }),
      ...of(meetingIds)({
        'conclusions/loadMeetingConclusions': conclusions.loadMeetingConclusions,
        'conclusions/loadDrafting': conclusions.loadDrafting,
        'conclusions/loadResponsible': conclusions.loadResponsible,
        'floor/loadFloor': floor.loadFloor,
        'meetings/loadMeetingHead': (by, id) => meetings.loadMeetingHead(by, groupId, id),
        'meetings/loadPlan': meetings.loadPlan,
        'meetings/loadAgendaView': meetings.loadAgendaView,
        'meetings/loadClosing': meetings.loadClosing,
        'meetings/loadCalendar': meetings.loadCalendar,
        'meetings/loadDeclined': meetings.loadDeclined,
        'preparation/loadPreparation': preparation.loadPreparation,
        'records/loadRecord': records.loadRecord,
        'records/loadEntries': (by, id) => records.loadEntries(by, id, 1),
        'records/loadMarkdown': records.loadMarkdown,
        'records/loadPassagesCited': async (by, id) => {
          const view = await records.loadRecord(by, id)
          return view && records.loadPassagesCited(by, view)
        },
        'records/loadAdoption': async (by, id) => {
          const adopted = conclusionIds?.filter(({ meetingId }) => meetingId === id) ?? []
          return Promise.all(adopted.map((conclusion) => records.loadAdoption(by, id, conclusion.id)))
        },
      }),
      ...of(conclusionIds)({
        'conclusions/loadConclusion': (by, id) => conclusions.loadConclusion(by, id),
        'conclusions/loadSharedConclusion': conclusions.loadSharedConclusion,
        'conclusions/loadOneFile': async (by, id) => wholeOf(await conclusions.loadOneFile(by, id)),
        'conclusions/loadDifference': (by, id) => conclusions.loadDifference(by, id, { from: 1, to: 1 }),
      }),
      ...of(textIds)({
        'texts/loadTextHead': texts.loadTextHead,
        'texts/loadReading': (by, id) => texts.loadReading(by, id, 1),
        'texts/loadReadingOn': (by, id) => texts.loadReadingOn(by, id, 1, 40),
        'texts/loadPrinted': (by, id) => texts.loadPrinted(by, id, 1, 40),
        'texts/loadPassage': (by, id) => texts.loadPassage(by, id, 1),
        'texts/loadPassageWindow': (by, id) => texts.loadPassageWindow(by, id, { from: 1 }),
        'texts/loadOrdinal': (by, id) => texts.loadOrdinal(by, id, '1'),
        'texts/loadFindings': (by, id) => texts.loadFindings(by, id, 'canary'),
        'texts/loadContents': texts.loadContents,
        'texts/loadDraft': (by, id) => texts.loadDraft(by, id, { page: 1, only: null }),
        'texts/loadLimits': texts.loadLimits,
        'preparation/loadAssigning': preparation.loadAssigning,
      }),
      // What cites, cites the second passage.
      ...of(editions)({
        'texts/loadConcordance': (by, id) => texts.loadConcordance(by, { editionId: id, ordinal: 2 }),
        'preparation/loadAssignmentsOf': (by, id) => preparation.loadAssignmentsOf(by, { editionId: id, ordinal: 2 }),
        'records/loadCitedPassages': (by, id) => records.loadCitedPassages(by, [{ editionId: id, first: 1, last: 3 }]),
        'preparation/loadAssignedMarks': (by, id) => preparation.loadAssignedMarks(by, id, 1, 40),
      }),
      ...of(partyIds)({ 'parties/loadPartyView': parties.loadPartyView }),
    ]
  })
}
