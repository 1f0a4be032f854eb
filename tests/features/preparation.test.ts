/** Homework: given, done, counted, and seen by nobody whom it is not for. */
import { expect, test } from 'vitest'
import { loadGroupHome } from '#features/home/loaders.ts'
import { addItem } from '#features/meetings/commands/agenda.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { appoint } from '#features/meetings/commands/people.ts'
import { cancelMeeting } from '#features/meetings/commands/plan.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { cancelAssignment, markDone, markNotDone, restoreAssignment } from '#features/preparation/commands/follow.ts'
import {
  loadAssignedMarks,
  loadAssigning,
  loadAssignmentsOf,
  loadMyHomework,
  loadPreparation,
} from '#features/preparation/loaders.ts'
import { type NewAssignments, newAssignments } from '#features/preparation/schema.ts'
import { asSystem, asViewer } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveMeeting } from '#store/access/meeting.ts'
import { loadPreparedness } from '#store/meeting/preparedness.ts'
import { publishedText } from '#tests/setup/meetings.ts'
import { signedIn } from '#tests/setup/people.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { done, drafted, item, planFor, refusedAs, scene, scheduled } from './meetings-given.ts'

const given = await scene()
const { groupId, organizer, weir, mill, ferry } = given
const editionId = await publishedText(groupId, organizer)
const passages = [{ editionId, first: 1, last: 2 }]
const plenary = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])

type Asked = Partial<Parameters<typeof newAssignments.parse>[0] & NewAssignments>
const give = (viewer: Viewer, more: Asked & { to: NewAssignments['to'] }) =>
  assign(viewer, groupId, newAssignments.parse({ as: 'organizer', kind: 'read', citations: passages, ...more }))
const party = (partyId: string) => ({ partyId, personId: null })
const person = (partyId: string, { personId }: Viewer) => ({ partyId, personId })
const one = async (answer: ReturnType<typeof give>) => done(await answer).ids[0] ?? ''
const homework = async (viewer: Viewer) => (await loadMyHomework(viewer, groupId))?.map(({ id }) => id) ?? []
const seen = async (viewer: Viewer, meetingId: string) => {
  const view = await loadPreparation(viewer, meetingId)
  return {
    ids: view?.assignments.map(({ id }) => id),
    counts: view?.parties.map(({ done: count, assigned }) => [count, assigned]),
  }
}

test('Given a text, an organizer gives it to parties: each party’s people have it to do, its observers do not', async () => {
  const { ids } = done(
    await give(organizer, { to: [party(weir.id), party(mill.id)], meetingId: plenary, dueOn: '2200-01-31' }),
  )
  const [forWeir, forMill] = ids
  expect(await homework(weir.delegate)).toContain(forWeir)
  expect(await homework(mill.head)).toContain(forMill)
  expect(await homework(weir.head)).not.toContain(forMill)
  expect(await homework(weir.observer)).toEqual([])
  const [line] = (await loadMyHomework(weir.head, groupId)) ?? []
  // The day ends where the party is.
  expect(line).toMatchObject({
    due: { at: '2200-01-31T23:59:59.999Z', zone: 'Europe/Lisbon' },
    late: false,
    mine: true,
  })
  expect(line?.citations).toMatchObject([{ first: 1, last: 2, firstReference: '1 ¶1', lastReference: '1 ¶2' }])
})

test('Given a party that left the meeting, how the others prepare is not for it; for who organizes or holds an office, it is', async () => {
  const meetingId = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  await give(organizer, { to: [party(weir.id)], meetingId })
  done(await leaveMeeting(mill.head, meetingId, mill.id))
  for (const viewer of [mill.head, mill.observer]) expect(await loadPreparation(viewer, meetingId)).toBeNull()
  expect((await seen(ferry.observer, meetingId)).counts).toEqual([
    [0, 1],
    [0, 0],
  ])
  done(await appoint(organizer, meetingId, { office: 'rapporteur', personId: mill.delegate.personId }))
  expect((await seen(mill.delegate, meetingId)).counts).toHaveLength(2)
})

test('Given homework of a party, it is done when one of its people says so, and not done when they take it back', async () => {
  const id = await one(give(organizer, { to: [party(weir.id)] }))
  expect(refusedAs(await markDone(weir.observer, id))).toBe('not-found')
  expect(refusedAs(await markDone(mill.head, id))).toBe('not-found')
  expect(refusedAs(await markDone(organizer, id))).toBe('not-entitled')
  expect(await markDone(weir.delegate, id)).toBeUndefined()
  expect(await markDone(weir.delegate, id)).toBeUndefined()
  expect(await homework(weir.head)).not.toContain(id)
  expect(await markNotDone(weir.head, id)).toBeUndefined()
  expect(await homework(weir.head)).not.toContain(id)
  expect(await markNotDone(weir.delegate, id)).toBeUndefined()
  expect(await homework(weir.head)).toContain(id)
})

test('Given what a party gives to its own people, nobody outside has it in a list, in a number, or by its id', async () => {
  const meetingId = await scheduled(given, 'bilateral', [weir.id, mill.id])
  const before = await Promise.all([organizer, mill.head].map((viewer) => seen(viewer, meetingId)))
  const inside = await one(
    give(weir.head, { as: 'party', to: [person(weir.id, weir.delegate)], meetingId, kind: 'prepare-position' }),
  )
  await markDone(weir.delegate, inside)
  for (const [place, viewer] of [organizer, mill.head].entries()) {
    expect(await seen(viewer, meetingId)).toEqual(before[place])
    expect((await loadAssignmentsOf(viewer, { editionId, ordinal: 1 })).map(({ id }) => id)).not.toContain(inside)
    expect(await loadAssignedMarks(viewer, editionId, 1, 3)).not.toContainEqual(
      expect.objectContaining({ assignment: expect.objectContaining({ id: inside }) }),
    )
    expect(refusedAs(await markDone(viewer, inside))).toBe('not-found')
    expect(refusedAs(await cancelAssignment(viewer, inside))).toBe('not-found')
  }
  // The positive twin: the party itself sees and counts it, and so does its colleague.
  expect(await seen(weir.deputy, meetingId)).toMatchObject({
    ids: [inside],
    counts: [
      [1, 1],
      [0, 0],
    ],
  })
  expect((await loadAssignmentsOf(weir.head, { editionId, ordinal: 2 })).map(({ id }) => id)).toContain(inside)
  expect(await seen(weir.observer, meetingId)).toMatchObject({
    ids: [],
    counts: [
      [0, 0],
      [0, 0],
    ],
  })
  expect(await loadPreparation(ferry.head, meetingId)).toBeNull()
})

test('Given an organizer’s homework, other parties of the meeting learn the number alone', async () => {
  const meetingId = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  const id = await one(give(organizer, { to: [party(weir.id)], meetingId }))
  expect(await seen(mill.head, meetingId)).toMatchObject({
    ids: [],
    counts: [
      [0, 1],
      [0, 0],
      [0, 0],
    ],
  })
  await markDone(weir.head, id)
  expect(await seen(mill.head, meetingId)).toMatchObject({
    ids: [],
    counts: [
      [1, 1],
      [0, 0],
      [0, 0],
    ],
  })
  expect(await seen(organizer, meetingId)).toMatchObject({ ids: [id] })
})

test('Given a meeting that is still a draft, homework for it does not tell its party of the meeting', async () => {
  const meetingId = await drafted(given, 'bilateral', [weir.id, mill.id])
  const id = await one(give(organizer, { to: [party(weir.id)], meetingId }))
  const line = (await loadMyHomework(weir.head, groupId))?.find((assignment) => assignment.id === id)
  expect(line).toMatchObject({ meeting: null, item: null })
})

test('Given the wrong role, party, day, item or passage, nothing is assigned', async () => {
  const to = [party(weir.id)]
  const stranger = await signedIn('Ida Roth')
  expect(refusedAs(await give(stranger, { to }))).toBe('not-found')
  expect(refusedAs(await give(weir.head, { to }))).toBe('not-entitled')
  expect(refusedAs(await give(weir.delegate, { as: 'party', to }))).toBe('not-entitled')
  expect(refusedAs(await give(mill.head, { as: 'party', to }))).toBe('not-entitled')
  expect(refusedAs(await give(organizer, { to: [person(weir.id, weir.delegate)] }))).toBe('not-entitled')
  const toMill = [person(weir.id, mill.head)]
  expect(refusedAs(await give(weir.head, { as: 'party', to: toMill }))).toBe('not-a-member')
  const toObserver = [person(weir.id, weir.observer)]
  expect(refusedAs(await give(weir.head, { as: 'party', to: toObserver }))).toBe('observer-has-no-homework')
  const past = await give(organizer, { to, dueOn: '2020-01-31' })
  expect(past).toEqual({ refused: 'due-day-over', field: 'dueOn' })
  expect(await give(organizer, { to, citations: [] })).toEqual({ refused: 'nothing-assigned', field: 'citations' })
  const beyond = [{ editionId, first: 3, last: 4 }]
  expect(refusedAs(await give(organizer, { to, citations: beyond }))).toBe('passage-out-of-bounds')
  const other = await publishedText(groupId, organizer)
  const both = [...passages, { editionId: other, first: 1, last: 1 }]
  expect(refusedAs(await give(organizer, { to, citations: both }))).toBe('several-editions')
  const limited = await publishedText(groupId, organizer, [mill.id])
  const closed = [{ editionId: limited, first: 1, last: 1 }]
  expect(refusedAs(await give(organizer, { to, citations: closed }))).toBe('text-not-for-party')
  expect(refusedAs(await give(weir.head, { as: 'party', to, citations: closed }))).toBe('not-found')
  const bilateral = await scheduled(given, 'bilateral', [mill.id, ferry.id])
  expect(refusedAs(await give(organizer, { to, meetingId: bilateral }))).toBe('party-not-in-meeting')
  expect(refusedAs(await give(weir.head, { as: 'party', to, meetingId: bilateral }))).toBe('not-found')
  expect(refusedAs(await give(organizer, { to, meetingId: plenary, itemId: editionId }))).toBe('no-such-item')
})

test('Given an assignment, whoever may have made it takes it back, and it is gone from lists and numbers', async () => {
  const meetingId = await scheduled(given, 'study', [weir.id])
  const id = await one(give(organizer, { to: [party(weir.id)], meetingId }))
  expect(refusedAs(await cancelAssignment(weir.head, id))).toBe('not-entitled')
  expect(await cancelAssignment(organizer, id)).toBeUndefined()
  expect(await cancelAssignment(organizer, id)).toBeUndefined()
  expect(refusedAs(await markDone(weir.head, id))).toBe('assignment-cancelled')
  expect(await seen(weir.head, meetingId)).toMatchObject({ ids: [], counts: [[0, 0]] })
  expect(refusedAs(await restoreAssignment(weir.head, id))).toBe('not-entitled')
  expect(await restoreAssignment(organizer, id)).toBeUndefined()
  expect(await markDone(weir.head, id)).toBeUndefined()
  expect(await seen(weir.head, meetingId)).toMatchObject({ ids: [id], counts: [[1, 1]] })
})

test('Given a stretch of the reader, it marks what the viewer is to do, and for a passage says who was given it', async () => {
  const text = await publishedText(groupId, organizer)
  const citations = [{ editionId: text, first: 2, last: 2 }]
  const id = await one(give(organizer, { to: [party(mill.id)], citations }))
  expect(await loadAssignedMarks(mill.delegate, text, 1, 3)).toMatchObject([
    { assignment: { id, can: { markDone: true } }, first: 2, last: 2 },
  ])
  expect(await loadAssignedMarks(mill.delegate, text, 3, 3)).toEqual([])
  expect(await loadAssignedMarks(organizer, text, 1, 3)).toEqual([])
  expect(await loadAssignmentsOf(organizer, { editionId: text, ordinal: 2 })).toMatchObject([{ id, mine: false }])
})

test('Given a text and no meeting, those who give homework on it choose among whom the rule lets them', async () => {
  const textOf = async (id: string) =>
    (await asSystem('test', (tx) => tx.edition.findUniqueOrThrow({ where: { id } }))).textId
  const [open, limited] = [await textOf(editionId), await textOf(await publishedText(groupId, organizer, [mill.id]))]
  const chosen = async (viewer: Viewer, textId: string) =>
    (await loadAssigning(viewer, textId))?.assigning.map(({ as, parties, people }) => [
      as,
      parties.map(({ id }) => id).sort(),
      people.map(({ id }) => id).sort(),
    ])
  expect(await chosen(organizer, open)).toEqual([['organizer', [weir.id, mill.id, ferry.id].sort(), []]])
  expect(await chosen(organizer, limited)).toEqual([['organizer', [mill.id], []]])
  // Inside a party, to its people but observers.
  const ofMill = [mill.head, mill.deputy, mill.delegate].map(({ personId }) => personId).sort()
  expect(await chosen(mill.deputy, open)).toEqual([['party', [mill.id], ofMill]])
  expect(await chosen(mill.head, limited)).toEqual([['party', [mill.id], ofMill]])
  expect(await chosen(weir.head, limited)).toBeUndefined()
  expect(await chosen(mill.delegate, open)).toBeUndefined()
  expect(await chosen(mill.observer, open)).toBeUndefined()
  // What the form offers, the command takes.
  const id = await one(give(mill.deputy, { as: 'party', to: [person(mill.id, mill.delegate)] }))
  expect(await homework(mill.delegate)).toContain(id)
  expect(await homework(mill.head)).not.toContain(id)
})

test('Given an item about passages, whoever gives homework for it has them at hand', async () => {
  const meetingId = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  const { agenda } = await planFor(organizer, meetingId)
  done(await addItem(organizer, meetingId, item(agenda?.version ?? 0, { title: 'Wicker', citations: passages })))
  const items = async (viewer: Viewer) =>
    (await loadPreparation(viewer, meetingId))?.items.map(({ title, citations }) => [title, citations.length])
  expect((await items(organizer))?.at(-1)).toEqual(['Wicker', 1])
  expect((await items(ferry.head))?.at(-1)).toEqual(['Wicker', 1])
  expect((await items(ferry.delegate))?.at(-1)).toEqual(['Wicker', 1])
})

test('Given one assignment or thirty, the views need the same statements', async () => {
  const meetingId = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  const fresh = { to: [party(ferry.id)], meetingId }
  const counted = async () => {
    const views: readonly (() => Promise<unknown>)[] = [
      () => loadPreparation(ferry.head, meetingId),
      () => loadMyHomework(ferry.head, groupId),
      () => loadAssignedMarks(ferry.head, editionId, 1, 3),
    ]
    const counts: number[] = []
    for (const view of views) counts.push((await countStatements(view)).statements.length)
    return counts
  }
  await give(organizer, fresh)
  const few = await counted()
  for (let n = 0; n < 29; n++) await give(organizer, fresh)
  expect(await counted()).toEqual(few)
  expect(Math.max(...few)).toBeLessThanOrEqual(8)
  const stored = await asSystem('test', (tx) => tx.assignment.count({ where: { meetingId } }))
  expect(stored).toBe(30)
})

test('Given homework for a meeting, it is asked while the party takes part and the meeting is not cancelled', async () => {
  const meetingId = await scheduled(given, 'multilateral', [weir.id, mill.id, ferry.id])
  const to = [party(weir.id), party(mill.id)]
  const { ids } = done(await give(organizer, { to, meetingId }))
  const [forWeir, forMill] = ids
  const asked = async (viewer: Viewer) => {
    const onHome = (await loadGroupHome(viewer, groupId))?.asks.map(({ thingId }) => thingId)
    const marked = await loadAssignedMarks(viewer, editionId, 1, 3)
    return { onHome, list: await homework(viewer), marked: marked.map(({ assignment }) => assignment.id) }
  }
  const of = (id: string | undefined) => ({
    onHome: expect.arrayContaining([id]),
    list: expect.arrayContaining([id]),
    marked: expect.arrayContaining([id]),
  })
  const without = (id: string | undefined) => ({
    onHome: expect.not.arrayContaining([id]),
    list: expect.not.arrayContaining([id]),
    marked: expect.not.arrayContaining([id]),
  })
  const preparedness = () =>
    asViewer(organizer, async (tx) => {
      const scope = await proveMeeting(tx, organizer, meetingId)
      return scope && (await loadPreparedness(tx, scope)).homework
    })
  expect(await asked(mill.delegate)).toEqual(of(forMill))
  expect(await preparedness()).toEqual({ done: 0, assigned: 2 })
  done(await leaveMeeting(mill.head, meetingId, mill.id))
  expect(await asked(mill.delegate)).toEqual(without(forMill))
  expect(await preparedness()).toEqual({ done: 0, assigned: 1 })
  expect(await asked(weir.delegate)).toEqual(of(forWeir))
  done(await cancelMeeting(organizer, meetingId, 'The sill broke'))
  expect(await asked(weir.delegate)).toEqual(without(forWeir))
})
