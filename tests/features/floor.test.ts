/** Holding a meeting: opening, who is there, the current item, notes, and what becomes of everything at the close. */
import { expect, test } from 'vitest'
import { takeBack } from '#features/conclusions/commands/conduct.ts'
import { finishItem, startItem } from '#features/floor/commands/current-item.ts'
import { come, leave } from '#features/floor/commands/presence.ts'
import { writeNotes } from '#features/floor/commands/write-notes.ts'
import { loadFloor } from '#features/floor/loaders.ts'
import { addItem } from '#features/meetings/commands/agenda.ts'
import { closeMeeting } from '#features/meetings/commands/close-meeting.ts'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { openMeeting } from '#features/meetings/commands/open-meeting.ts'
import { appoint } from '#features/meetings/commands/people.ts'
import { loadClosing, loadPlan } from '#features/meetings/loaders.ts'
import { assign } from '#features/preparation/commands/assign.ts'
import { newAssignments } from '#features/preparation/schema.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { heldMeeting, meetingOf, publishedText, recordedEntries, recordedKinds } from '#tests/setup/meetings.ts'
import { signedIn } from '#tests/setup/people.ts'
import { countStatements } from '#tests/setup/statements.ts'
import { adopted, drafted as draftedOn, put } from './conclusions-given.ts'
import { done, drafted, item, refusedAs, scene, scheduled } from './meetings-given.ts'

const side = (held: Awaited<ReturnType<typeof heldMeeting>>, place = 0) => {
  const found = held.sides[place]
  if (found === undefined) throw new Error('There is no such side.')
  return found
}

test('Given a scheduled multilateral, its chair opens it, with what it lacks said and recorded', async () => {
  const { groupId, organizer, ...held } = await heldMeeting(3, 'scheduled')
  const { meetingId, chair } = held
  const editionId = await publishedText(groupId, organizer)
  const to = held.sides.map(({ partyId }) => ({ partyId }))
  const about = { as: 'organizer', kind: 'read', to, meetingId, citations: [{ editionId, first: 1, last: 1 }] }
  done(await assign(organizer, groupId, newAssignments.parse(about)))
  expect(refusedAs(await openMeeting(held.sides[0]?.head ?? chair, meetingId))).toBe('not-entitled')
  expect(refusedAs(await openMeeting(held.outsider, meetingId))).toBe('not-entitled')
  expect(refusedAs(await openMeeting(await signedIn('Ida Roth'), meetingId))).toBe('not-found')
  expect((await loadFloor(chair, meetingId))?.warnings).toEqual([{ warning: 'homework-open', done: 0, assigned: 3 }])
  expect(done(await openMeeting(chair, meetingId)).warnings).toEqual([
    { warning: 'homework-open', done: 0, assigned: 3 },
  ])
  expect(refusedAs(await openMeeting(chair, meetingId))).toBe('meeting-not-scheduled')
  expect(await loadFloor(chair, meetingId)).toMatchObject({ state: 'open', can: { conduct: true, open: false } })
  expect(await recordedKinds(meetingId)).toEqual(['opened'])
})

test('Given a multilateral without a chair, nobody opens it', async () => {
  const given = await scene()
  const meetingId = await scheduled(given, 'multilateral', [given.weir.id, given.mill.id, given.ferry.id])
  expect(refusedAs(await openMeeting(given.weir.head, meetingId))).toBe('multilateral-needs-chair')
  expect(await loadFloor(given.weir.head, meetingId)).toMatchObject({ lacksChair: true, can: { open: false } })
  await appoint(given.organizer, meetingId, { office: 'chair', personId: given.weir.head.personId })
  expect(done(await openMeeting(given.weir.head, meetingId)).warnings).toContainEqual({ warning: 'empty-agenda' })
})

test('Given an open meeting, people come and leave for their party, and an officer without a party too', async () => {
  const held = await heldMeeting(2)
  const { meetingId, chair, organizer, outsider } = held
  const { head, observer, partyId } = side(held)
  expect(await come(head, meetingId, head.personId)).toBeUndefined()
  expect(refusedAs(await come(head, meetingId, head.personId))).toBe('already-present')
  expect(await come(chair, meetingId, observer.personId)).toBeUndefined()
  expect(await come(chair, meetingId, chair.personId)).toBeUndefined()
  expect(refusedAs(await come(chair, meetingId, chair.personId))).toBe('already-present')
  expect(refusedAs(await come(observer, meetingId, side(held, 1).head.personId))).toBe('not-entitled')
  expect(refusedAs(await come(chair, meetingId, outsider.personId))).toBe('not-invited')
  expect(refusedAs(await come(organizer, meetingId, organizer.personId))).toBe('not-invited')
  const floor = await loadFloor(head, meetingId)
  const here = floor?.parties.find(({ id }) => id === partyId)?.people.filter((person) => person.here)
  expect(here?.map(({ id }) => id).toSorted()).toEqual([head.personId, observer.personId].toSorted())
  expect(floor?.officers).toEqual([{ id: chair.personId, name: 'Noor Vale', here: true }])
  expect(await leave(chair, meetingId, chair.personId)).toBeUndefined()
  expect(refusedAs(await leave(chair, meetingId, chair.personId))).toBe('not-present')
  expect(await recordedKinds(meetingId)).toEqual(['came', 'came', 'came', 'left'])
})

test('Given an open meeting, who could still come is known to their own party and to whoever notes it', async () => {
  const held = await heldMeeting(3)
  const { meetingId, chair } = held
  const { head, observer, delegate, partyId } = side(held)
  expect(await come(head, meetingId, head.personId)).toBeUndefined()
  const named = async (viewer: Viewer) =>
    (await loadFloor(viewer, meetingId))?.parties.find(({ id }) => id === partyId)?.people.map(({ id }) => id)
  for (const viewer of [observer, chair]) expect(await named(viewer)).toContain(delegate.personId)
  for (const viewer of [side(held, 1).observer, side(held, 1).head])
    expect(await named(viewer)).toEqual([head.personId])
})

test('Given a study session, others of the party come and leave too, and the named participants alone decide', async () => {
  const held = await heldMeeting(1)
  const { meetingId, chair } = held
  const { head, deputy, delegate, partyId } = side(held)
  const here = async () => {
    const floor = await loadFloor(head, meetingId)
    const own = floor?.parties.find(({ id }) => id === partyId)?.people.filter((person) => person.here)
    return own?.map(({ id }) => id)
  }
  expect(await come(head, meetingId, head.personId)).toBeUndefined()
  expect(await come(chair, meetingId, delegate.personId)).toBeUndefined()
  expect(refusedAs(await come(delegate, meetingId, delegate.personId))).toBe('already-present')
  expect((await here())?.toSorted()).toEqual([head.personId, delegate.personId].toSorted())
  const id = await put(held)
  const asked = await asSystem('test', (tx) => tx.decider.findMany({ where: { version: { conclusionId: id } } }))
  expect(asked.map(({ personId }) => personId).toSorted()).toEqual([head.personId, deputy.personId].toSorted())
  expect(await leave(delegate, meetingId, delegate.personId)).toBeUndefined()
  expect(await here()).toEqual([head.personId])
  const told = (await recordedEntries(meetingId)).filter(({ kind }) => kind === 'came' || kind === 'left')
  expect(told).toMatchObject([
    { kind: 'came', person: { id: head.personId }, party: { id: partyId } },
    { kind: 'came', person: { id: delegate.personId }, party: { id: partyId } },
    { kind: 'left', person: { id: delegate.personId }, party: { id: partyId } },
  ])
})

test('Given an officer whose party left, they come for none, once, and are seen among those without a party', async () => {
  const held = await heldMeeting(3)
  const { meetingId, chair } = held
  const { head, partyId } = side(held)
  done(await appoint(held.organizer, meetingId, { office: 'rapporteur', personId: head.personId }))
  done(await come(head, meetingId, head.personId))
  done(await leaveMeeting(head, meetingId, partyId))
  expect((await loadFloor(chair, meetingId))?.officers).toContainEqual(expect.objectContaining({ here: false }))
  expect(await come(head, meetingId, head.personId)).toBeUndefined()
  expect(refusedAs(await come(head, meetingId, head.personId))).toBe('already-present')
  const floor = await loadFloor(chair, meetingId)
  expect(floor?.officers).toContainEqual({ id: head.personId, name: 'Hal Birch', here: true })
  expect(floor?.parties.flatMap(({ people }) => people.filter((person) => person.here))).toEqual([])
  expect(await leave(head, meetingId, head.personId)).toBeUndefined()
  const told = (await recordedKinds(meetingId)).filter((kind) => kind === 'came' || kind === 'left')
  expect(told).toEqual(['came', 'left', 'came', 'left'])
})

test('Given an open meeting, whoever conducts goes from item to item, on its agenda alone', async () => {
  const held = await heldMeeting(3)
  const { meetingId, itemId, chair, groupId, sides, organizer } = held
  const other = await meetingOf(groupId, sides, { organizer, chair, state: 'open' })
  expect(refusedAs(await startItem(side(held).head, meetingId, itemId))).toBe('not-entitled')
  expect(refusedAs(await startItem(chair, meetingId, other.itemId))).toBe('no-such-item')
  expect(refusedAs(await finishItem(chair, meetingId))).toBe('no-current-item')
  expect(await startItem(chair, meetingId, itemId)).toBeUndefined()
  expect(refusedAs(await startItem(chair, meetingId, itemId))).toBe('item-already-current')
  expect(await loadFloor(side(held).observer, meetingId)).toMatchObject({ currentItemId: itemId })
  expect(await finishItem(chair, meetingId)).toBeUndefined()
  expect((await loadFloor(chair, meetingId))?.items).toMatchObject([{ id: itemId, endedAt: expect.any(String) }])
  expect(await recordedKinds(meetingId)).toEqual(['item-started', 'item-closed'])
})

test('Given two who write the notes of one item at once, one is taken and the other told what stands now', async () => {
  const { meetingId, itemId, ...held } = await heldMeeting(2)
  const writers = [held.sides[0]?.head, held.sides[1]?.head].filter((one) => one !== undefined)
  const answers = await Promise.all(
    writers.map((writer, place) => writeNotes(writer, meetingId, itemId, { notes: `Hand ${place}`, notesVersion: 0 })),
  )
  const taken = answers.findIndex((answer) => 'notesVersion' in answer && !('refused' in answer))
  expect(answers[1 - taken]).toEqual({ refused: 'notes-changed', notes: `Hand ${taken}`, notesVersion: 1 })
})

test('Given notes, only who keeps the record writes them, the same words change nothing, and an old version is refused', async () => {
  const held = await heldMeeting(3)
  const { meetingId, itemId, chair, organizer } = held
  const write = (viewer: typeof chair, notes: string, notesVersion: number) =>
    writeNotes(viewer, meetingId, itemId, { notes, notesVersion })
  expect(refusedAs(await write(side(held).head, 'No', 0))).toBe('not-entitled')
  expect(refusedAs(await write(organizer, 'No', 0))).toBe('not-entitled')
  expect(await write(chair, 'The gauge at the mill is read weekly.', 0)).toEqual({ notesVersion: 1 })
  expect(await write(chair, 'The gauge at the mill is read weekly.', 0)).toEqual({ notesVersion: 1 })
  expect(refusedAs(await write(chair, 'Twice a week.', 0))).toBe('notes-changed')
})

test('Given minutes that are put to the parties, nobody is offered to write notes any more, until they are taken back', async () => {
  const held = await heldMeeting(2, 'closed')
  const { meetingId, itemId } = held
  const { head } = side(held)
  const keeps = async () => (await loadFloor(head, meetingId))?.can.keepRecord
  expect(await keeps()).toBe(true)
  const { id } = done(await putRecord(head, meetingId))
  expect(refusedAs(await writeNotes(head, meetingId, itemId, { notes: 'Late', notesVersion: 0 }))).toBe('record-stands')
  expect(await keeps()).toBe(false)
  done(await takeBack(head, id, { version: 1, reason: 'A note is missing' }))
  expect(await keeps()).toBe(true)
  done(await writeNotes(head, meetingId, itemId, { notes: 'Late', notesVersion: 0 }))
})

test('Given open things, a close without a word on each is refused, and nothing has happened', async () => {
  const { meetingId, itemId, chair, ...held } = await heldMeeting(3)
  const close = (dispositions: Parameters<typeof closeMeeting>[2]['dispositions']) =>
    closeMeeting(chair, meetingId, { dispositions })
  expect(await close([])).toEqual({ refused: 'open-things-left', open: [{ kind: 'item', id: itemId }] })
  const elsewhere = { kind: 'item', id: itemId, outcome: 'carry', toMeetingId: meetingId } as const
  expect(refusedAs(await close([elsewhere]))).toBe('cannot-carry-there')
  // Into a draft that is to be made, without one.
  expect(refusedAs(await close([{ ...elsewhere, toMeetingId: 'next' }]))).toBe('cannot-carry-there')
  expect(refusedAs(await close([{ kind: 'item', id: itemId, outcome: 'dropped', reason: '' }]))).toBe('text-missing')
  expect(refusedAs(await closeMeeting(held.organizer, meetingId, { dispositions: [] }))).toBe('not-entitled')
  expect(await loadFloor(chair, meetingId)).toMatchObject({ state: 'open' })
  expect(await recordedKinds(meetingId)).toEqual([])
})

test('Given a next meeting of the same parties, what is carried goes on there with its passages, recorded in both', async () => {
  const held = await heldMeeting(3)
  const { groupId, meetingId, itemId, chair, organizer, sides } = held
  const editionId = await publishedText(groupId, organizer)
  await asSystem(
    'test',
    (tx) => tx.citation.create({ data: { groupId, editionId, firstOrdinal: 2, lastOrdinal: 3, citingId: itemId } }),
    { write: true },
  )
  const next = await meetingOf(groupId, sides, { organizer, chair, state: 'scheduled' })
  await meetingOf(groupId, sides.slice(1), { organizer, chair, state: 'scheduled' })
  expect(await loadClosing(chair, meetingId)).toMatchObject({
    open: [{ id: itemId, offered: 'carry' }],
    carriers: [{ id: next.meetingId }],
  })
  expect(await loadClosing(side(held).head, meetingId)).toBeNull()
  const carry = { kind: 'item', id: itemId, outcome: 'carry', toMeetingId: next.meetingId } as const
  expect(await closeMeeting(chair, meetingId, { dispositions: [carry] })).toEqual({ nextMeetingId: null })
  const plan = await loadPlan(chair, next.meetingId)
  expect(plan?.agenda?.items.map(({ title }) => title)).toEqual(['Who measures', 'Who measures'])
  expect(plan?.agenda?.items[1]?.citations).toMatchObject([{ editionId, first: 2, last: 3 }])
  expect(await loadFloor(chair, meetingId)).toMatchObject({ state: 'closed', items: [{ state: 'carried' }] })
  const to = { id: next.meetingId }
  expect(await recordedEntries(meetingId)).toMatchObject([{ kind: 'carried-over', to }, { kind: 'closed' }])
  expect(await recordedKinds(next.meetingId)).toEqual(['agenda-changed'])
})

test('Given resolutions, the next meeting takes up as many as its limit holds (rule 4), and a draft made for them all', async () => {
  const held = await heldMeeting(3)
  const { groupId, meetingId, itemId, chair, organizer, sides } = held
  const next = await meetingOf(groupId, sides, { organizer, chair, state: 'scheduled' })
  const resolutions = await asSystem(
    'test',
    async (tx) => {
      await tx.agendaItem.update({ where: { id: next.itemId }, data: { kind: 'resolution' } })
      await tx.meeting.update({
        where: { id: meetingId },
        data: { resolutionLimit: 4, resolutionLimitReason: 'A long day' },
      })
      const item = (position: number) => ({
        groupId,
        meetingId,
        position,
        kind: 'resolution',
        title: `Sill ${position}`,
      })
      const rows = [2, 3, 4].map((position) => ({ ...item(position), minutes: 10 }))
      return tx.agendaItem.createManyAndReturn({ data: rows, select: { id: true } })
    },
    { write: true },
  )
  const settled = { kind: 'item', id: itemId, outcome: 'settled' } as const
  const carry = (toMeetingId: string) =>
    resolutions.map(({ id }) => ({ kind: 'item', id, outcome: 'carry', toMeetingId }) as const)
  expect(await closeMeeting(chair, meetingId, { dispositions: [settled, ...carry(next.meetingId)] })).toEqual({
    refused: 'resolutions-do-not-fit-there',
    limit: 3,
  })
  expect(await recordedKinds(meetingId)).toEqual([])
  expect((await loadPlan(chair, next.meetingId))?.agenda?.items).toHaveLength(1)
  const dispositions = [settled, ...carry('next')]
  const closed = done(await closeMeeting(chair, meetingId, { dispositions, next: { title: 'Once more' } }))
  const draft = await loadPlan(chair, closed.nextMeetingId ?? '')
  expect(draft?.agenda).toMatchObject({ resolutionLimit: 4, items: [{}, {}, {}] })
})

test('Given an item on which something was adopted, it begins as settled, unless something else on it is undecided', async () => {
  const held = await heldMeeting(3)
  const { meetingId, itemId, chair } = held
  const offered = async () => {
    const open = (await loadClosing(chair, meetingId))?.open ?? []
    return open.flatMap((one) => (one.kind === 'item' ? one.offered : []))
  }
  expect(await offered()).toEqual(['carry'])
  await adopted(held, { itemId })
  expect(await offered()).toEqual(['settled'])
  await draftedOn(held, { itemId })
  expect(await offered()).toEqual(['carry'])
})

test('Given a study session that goes on in another one, whoever took part does so again, where its head closes it', async () => {
  const held = await heldMeeting(1)
  const { meetingId, itemId, chair } = held
  const { head, deputy } = side(held)
  await asSystem('test', (tx) => tx.meetingOffice.deleteMany({ where: { meetingId } }), { write: true })
  const carry = { kind: 'item', id: itemId, outcome: 'carry', toMeetingId: 'next' } as const
  expect(refusedAs(await closeMeeting(chair, meetingId, { dispositions: [carry] }))).toBe('not-found')
  const closed = done(await closeMeeting(head, meetingId, { dispositions: [carry], next: { title: 'Once more' } }))
  const people = (await loadPlan(head, closed.nextMeetingId ?? ''))?.parties[0]?.people ?? []
  const seated = people.flatMap((one) => (one.seated ? one.id : []))
  expect(seated.toSorted()).toEqual([head.personId, deputy.personId].toSorted())
})

test('Given items whose lead is not of the next meeting, they are carried without one; the others keep theirs', async () => {
  const held = await heldMeeting(4)
  const { groupId, meetingId, itemId, chair, organizer, sides } = held
  const [mill, , , gone] = [side(held), side(held, 1), side(held, 2), side(held, 3)]
  done(await leaveMeeting(gone.head, meetingId, gone.partyId))
  const next = await meetingOf(groupId, sides.slice(0, 3), { organizer, chair, state: 'scheduled' })
  const leads = [
    { leadPartyId: gone.partyId },
    { leadPersonId: gone.head.personId },
    { leadPartyId: mill.partyId },
    { leadPersonId: mill.delegate.personId },
    { leadPersonId: chair.personId },
  ]
  const items = await asSystem(
    'test',
    (tx) =>
      tx.agendaItem.createManyAndReturn({
        data: leads.map((lead, index) => ({
          ...{ groupId, meetingId, position: index + 2, kind: 'inquiry', title: `Gauge ${index}`, minutes: 5 },
          ...lead,
        })),
        select: { id: true },
      }),
    { write: true },
  )
  const dispositions = [{ id: itemId }, ...items].map(
    ({ id }) => ({ kind: 'item', id, outcome: 'carry', toMeetingId: next.meetingId }) as const,
  )
  done(await closeMeeting(chair, meetingId, { dispositions }))
  const taken = (await loadPlan(chair, next.meetingId))?.agenda?.items.slice(2)
  expect(taken?.map(({ leadPartyId, leadPersonId }) => leadPartyId ?? leadPersonId)).toEqual([
    null,
    null,
    mill.partyId,
    mill.delegate.personId,
    chair.personId,
  ])
})

test('Given a bilateral, the draft made for what is carried is its parties’ own: no organizer knows of it', async () => {
  const held = await heldMeeting(2)
  const { meetingId, itemId, organizer } = held
  const carry = { kind: 'item', id: itemId, outcome: 'carry', toMeetingId: 'next' } as const
  const answer = await closeMeeting(side(held).head, meetingId, { dispositions: [carry], next: { title: 'Once more' } })
  const { nextMeetingId } = done(answer)
  if (nextMeetingId === null) throw new Error('No meeting was made.')
  const other = await loadPlan(side(held, 1).head, nextMeetingId)
  expect(other).toMatchObject({ state: 'draft', title: 'Once more', can: { offerTime: true } })
  expect(other?.agenda?.items.map(({ title }) => title)).toEqual(['Who measures'])
  expect(await loadPlan(organizer, nextMeetingId)).toBeNull()
  expect(await loadPlan(held.outsider, nextMeetingId)).toBeNull()
  expect(await recordedEntries(meetingId)).toMatchObject([{ kind: 'carried-over', to: null }, { kind: 'closed' }])
})

test('Given a bilateral that one side left, no draft is made that could never be held; the last to leave closes it', async () => {
  const held = await heldMeeting(2)
  const { meetingId, itemId } = held
  const [mill, harbour] = [side(held), side(held, 1)]
  expect(await loadClosing(mill.head, meetingId)).toMatchObject({ makesNext: true })
  done(await leaveMeeting(harbour.head, meetingId, harbour.partyId))
  expect(await loadClosing(mill.head, meetingId)).toMatchObject({ makesNext: false })
  const carry = { kind: 'item', id: itemId, outcome: 'carry', toMeetingId: 'next' } as const
  const answer = await closeMeeting(mill.head, meetingId, { dispositions: [carry], next: { title: 'Once more' } })
  expect(answer).toMatchObject({ refused: 'bilateral-needs-two', parties: 1, names: 'Quarter 1' })
  done(await startItem(mill.head, meetingId, itemId))
  done(await leaveMeeting(mill.head, meetingId, mill.partyId))
  const row = await asSystem('test', (tx) => tx.meeting.findUnique({ where: { id: meetingId } }))
  expect(row).toMatchObject({ state: 'closed', currentItemId: null, closedAt: expect.any(Date) })
  const kinds = ['party-left', 'item-started', 'party-left', 'item-closed', 'closed']
  expect(await recordedKinds(meetingId)).toEqual(kinds)
})

test('Given items settled and dropped, they stay with what became of them and no meeting is made', async () => {
  const held = await heldMeeting(3)
  const { meetingId, itemId, chair } = held
  const drop = { kind: 'item', id: itemId, outcome: 'dropped', reason: 'Measured by the mill already' } as const
  const closed = await closeMeeting(chair, meetingId, { dispositions: [drop], next: { title: 'Not needed' } })
  expect(closed).toEqual({ nextMeetingId: null })
  const item = await asSystem('test', (tx) => tx.agendaItem.findUnique({ where: { id: itemId } }))
  expect(item).toMatchObject({ state: 'dropped', closedReason: 'Measured by the mill already' })
  expect(refusedAs(await come(chair, meetingId, chair.personId))).toBe('meeting-not-open')
  expect(await writeNotes(chair, meetingId, itemId, { notes: 'Added afterwards.', notesVersion: 0 })).toEqual({
    notesVersion: 1,
  })
})

test('Given one item or thirty, one person or many, the floor and its closing need the same statements', async () => {
  const { groupId, meetingId, itemId, chair } = await heldMeeting(3)
  await startItem(chair, meetingId, itemId)
  const counted = async () => [
    (await countStatements(() => loadFloor(chair, meetingId))).statements.length,
    (await countStatements(() => loadClosing(chair, meetingId))).statements.length,
  ]
  const few = await counted()
  const more = Array.from({ length: 29 }, (_, index) => ({
    groupId,
    meetingId,
    position: index + 2,
    kind: 'inquiry',
    title: `Gauge ${index}`,
    minutes: 5,
  }))
  await asSystem('test', (tx) => tx.agendaItem.createMany({ data: more }), { write: true })
  expect(await counted()).toEqual(few)
  expect(Math.max(...few)).toBeLessThanOrEqual(8)
})

test('Given a draft whose item was noted under, its makers see what is planned, and no note', async () => {
  const given = await scene()
  const { organizer, weir, mill } = given
  const meetingId = await drafted(given, 'bilateral', [weir.id, mill.id])
  done(await addItem(organizer, meetingId, item(0, { title: 'Canary levels' })))
  // No act writes a note before the opening; rows that hold one all the same open it to nobody.
  const data = { notes: 'Canary note', notesVersion: 1 }
  await asSystem('test', (tx) => tx.agendaItem.updateMany({ where: { meetingId }, data }), { write: true })
  expect((await loadFloor(organizer, meetingId))?.items).toMatchObject([{ title: 'Canary levels', notes: '' }])
})

test('Given words under an item, the floor says where they stand and what they wait for, to whoever sees them alone', async () => {
  const held = await heldMeeting(3)
  const { meetingId, itemId, chair, organizer } = held
  const { head, observer } = side(held)
  const linesFor = async (viewer: Viewer) =>
    (await loadFloor(viewer, meetingId))?.items.find(({ id }) => id === itemId)?.conclusions
  expect(await linesFor(head)).toEqual([])
  const id = await put(held, { itemId })
  expect(await linesFor(head)).toMatchObject([{ id, state: 'put', asked: 'stance', mayPut: false, deciders: 3 }])
  expect(await linesFor(observer)).toMatchObject([{ id, asked: null }])
  expect(await linesFor(organizer)).toBeUndefined()
  done(await takeBack(chair, id, { version: 1, reason: 'A word is missing' }))
  expect(await linesFor(chair)).toMatchObject([{ id, state: 'draft', mayPut: true, asked: null }])
  expect(await linesFor(head)).toMatchObject([{ id, mayPut: false }])
})

test('Given a conclusion that was begun under no item, then whoever sees the meeting finds it where the meeting is held', async () => {
  const held = await heldMeeting(2)
  const under = await put(held, { title: 'Under its item' })
  const apart = await put(held, { title: 'Under no item', itemId: null })
  const floor = await loadFloor(side(held).head, held.meetingId)
  expect(floor?.unplaced.map(({ id }) => id)).toEqual([apart])
  expect(floor?.items.flatMap(({ conclusions }) => conclusions.map(({ id }) => id))).toEqual([under])
  expect(await loadFloor(held.organizer, held.meetingId)).toBeNull()
})
