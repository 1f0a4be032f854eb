/**
 * The second wall: row policies hold what a query forgets. Every condition of every statement by which something is read, and every join
 * to what the viewer may see, is taken out in turn; whatever is read then, nobody is told of a thing that is not theirs.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { beforeAll, expect, test } from 'vitest'
import * as conclusions from '#features/conclusions/loaders.ts'
import { commitmentFilter } from '#features/conclusions/schema.ts'
import * as floor from '#features/floor/loaders.ts'
import * as groups from '#features/groups/loaders.ts'
import * as home from '#features/home/loaders.ts'
import * as meetings from '#features/meetings/loaders.ts'
import { meetingListQuery } from '#features/meetings/schema.ts'
import * as parties from '#features/parties/loaders.ts'
import * as preparation from '#features/preparation/loaders.ts'
import * as records from '#features/records/loaders.ts'
import * as texts from '#features/texts/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { ACTORS, type Actor } from '#tests/access/actors.ts'
import { toldIn } from '#tests/access/judge.ts'
import { makeWorld, type World } from '#tests/access/world/world.ts'
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

async function everyRead(): Promise<readonly Read[]> {
  const groupId = world.ids.groupId ?? ''
  const where = { groupId }
  const [meetingIds, conclusionIds, textIds, partyIds, editions] = await asSystem('test', async (tx) => [
    await tx.meeting.findMany({ where, select: { id: true } }),
    await tx.conclusion.findMany({ where, select: { id: true } }),
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
        commitments: (by, id) => conclusions.loadCommitments(by, id, commitmentFilter.parse({ state: 'all' })),
        groups: (by) => groups.loadMyGroups(by),
        shell: groups.loadGroupShell,
        settings: groups.loadSettings,
        deletion: groups.loadDeletion,
        history: groups.loadHistory,
        home: (by) => home.loadHome(by),
        'home of a group': home.loadGroupHome,
        upcoming: (by, id) => meetings.loadMeetingList(by, id, meetingListQuery.parse({})),
        past: (by, id) => meetings.loadMeetingList(by, id, meetingListQuery.parse({ when: 'past' })),
        preparing: (by, id) => meetings.loadMeetingList(by, id, meetingListQuery.parse({ when: 'preparing' })),
        beginning: meetings.loadBeginning,
        parties: parties.loadParties,
        homework: (by) => preparation.loadMyHomework(by),
        texts: (by, id) => texts.loadTexts(by, id),
      }),
      ...of(meetingIds)({
        'conclusions of a meeting': conclusions.loadMeetingConclusions,
        drafting: conclusions.loadDrafting,
        responsible: conclusions.loadResponsible,
        floor: floor.loadFloor,
        head: (by, id) => meetings.loadMeetingHead(by, groupId, id),
        plan: meetings.loadPlan,
        agenda: meetings.loadAgendaView,
        closing: meetings.loadClosing,
        calendar: meetings.loadCalendar,
        preparation: preparation.loadPreparation,
        record: records.loadRecord,
        entries: (by, id) => records.loadEntries(by, id, 1),
        minutes: records.loadMarkdown,
      }),
      ...of(conclusionIds)({
        conclusion: (by, id) => conclusions.loadConclusion(by, id),
        'shared conclusion': conclusions.loadSharedConclusion,
        difference: (by, id) => conclusions.loadDifference(by, id, { from: 1, to: 1 }),
      }),
      ...of(textIds)({
        'text head': texts.loadTextHead,
        reading: (by, id) => texts.loadReading(by, id, 1),
        passage: (by, id) => texts.loadPassage(by, id, 1),
        contents: texts.loadContents,
        assigning: preparation.loadAssigning,
        limits: texts.loadLimits,
      }),
      ...of(editions)({ concordance: (by, id) => texts.loadConcordance(by, { editionId: id, ordinal: 1 }) }),
      ...of(partyIds)({ party: parties.loadPartyView }),
    ]
  })
}
