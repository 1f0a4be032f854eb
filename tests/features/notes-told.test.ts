/** Notes are saved at once, and told in the record once for many saves of one pen: the record tells acts, not keystrokes. */
import { expect, test } from 'vitest'
import { startItem } from '#features/floor/commands/current-item.ts'
import { come } from '#features/floor/commands/presence.ts'
import { writeNotes } from '#features/floor/commands/write-notes.ts'
import { loadFloor } from '#features/floor/loaders.ts'
import { addItem, removeItem } from '#features/meetings/commands/agenda.ts'
import { recordRoutes } from '#features/records/api.ts'
import { putRecord } from '#features/records/commands/put-record.ts'
import { loadMarkdown, loadRecord } from '#features/records/loaders.ts'
import { apiOf } from '#lib/api/app.ts'
import { clock } from '#lib/clock.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { knowsOf } from '#store/access/target.ts'
import { mostMinutesWaiting, tellWaitingNotes } from '#store/record/tell-notes.ts'
import { loadExport } from '#tests/setup/exports.ts'
import { type Held, heldMeeting, pastTheRules, recordedEntries, recordedKinds } from '#tests/setup/meetings.ts'
import { request } from '#tests/setup/people.ts'
import { done, refusedAs } from './meetings-given.ts'

const head = ({ sides }: Held, place = 0): Viewer => {
  const side = sides[place]
  if (side === undefined) throw new Error('There is no such side.')
  return side.head
}

/** Saves so many times, each time a word more; the number of the last version. */
async function saves(held: Held, by: Viewer, times: number, from = 0): Promise<number> {
  const { meetingId, itemId } = held
  for (let n = from; n < from + times; n++)
    done(await writeNotes(by, meetingId, itemId, { notes: `Gauge ${n + 1}`, notesVersion: n }))
  return from + times
}

const told = async ({ meetingId }: Held) =>
  (await recordedEntries(meetingId)).flatMap((entry) =>
    entry.kind === 'note-written' ? [`${entry.by.person.name}: ${entry.text}`] : [],
  )
const content = {
  kind: 'inquiry' as const,
  aim: '',
  minutes: 20,
  leadPartyId: null,
  leadPersonId: null,
  citations: [],
}
const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const notesIn = async (viewer: Viewer, { meetingId }: Held) =>
  (await loadRecord(viewer, meetingId))?.minutes.sections[0]?.notes

test('Given forty saves of one pen, the record tells them once, before the next act; the floor and the minutes show each at once', async () => {
  const held = await heldMeeting(3)
  await saves(held, held.chair, 40)
  expect(await recordedKinds(held.meetingId)).toEqual([])
  expect((await loadFloor(held.chair, held.meetingId))?.items).toMatchObject([{ notes: 'Gauge 40', notesVersion: 40 }])
  expect(await notesIn(held.chair, held)).toBe('Gauge 40')
  expect(await startItem(held.chair, held.meetingId, held.itemId)).toBeUndefined()
  expect(await told(held)).toEqual(['Noor Vale: Gauge 40'])
  expect(await recordedKinds(held.meetingId)).toEqual(['note-written', 'item-started'])
  expect(await come(held.chair, held.meetingId, held.chair.personId)).toBeUndefined()
  expect(await told(held)).toHaveLength(1)
})

test('Given two pens, what the first wrote is told when the second writes, each by its name', async () => {
  const held = await heldMeeting(2)
  const version = await saves(held, head(held), 3)
  await saves(held, head(held, 1), 3, version)
  const first = (await recordedEntries(held.meetingId)).at(0)
  expect(first).toMatchObject({ kind: 'note-written', by: { party: { name: 'Quarter 1' } }, text: 'Gauge 3' })
  expect(await told(held)).toHaveLength(1)
  await come(head(held), held.meetingId, head(held).personId)
  expect((await recordedEntries(held.meetingId)).at(1)).toMatchObject({
    by: { party: { name: 'Quarter 2' } },
    text: 'Gauge 6',
  })
})

test('Given one who writes on and on, a part is told each time that the window has passed', async () => {
  const held = await heldMeeting(2)
  await saves(held, held.chair, 2)
  await clock.at(minutesLater(mostMinutesWaiting + 1), () => saves(held, held.chair, 2, 2))
  expect(await told(held)).toEqual(['Noor Vale: Gauge 3'])
  expect(await notesIn(held.chair, held)).toBe('Gauge 4')
})

test('Given notes that nobody goes on with, a job tells them once the window has passed, and once', async () => {
  const held = await heldMeeting(2)
  await saves(held, held.chair, 5)
  await tellWaitingNotes(minutesLater(1))
  expect(await told(held)).toEqual([])
  await tellWaitingNotes(minutesLater(mostMinutesWaiting + 1))
  await tellWaitingNotes(minutesLater(mostMinutesWaiting + 9))
  expect(await told(held)).toEqual(['Noor Vale: Gauge 5'])
})

test('Given notes that wait, the minutes that are put and the files that are exported hold them', async () => {
  const api = async ({ meetingId, chair }: Held, file: string) =>
    (await apiOf([recordRoutes], knowsOf).fetch(await request(chair, 'GET', `/meetings/${meetingId}/${file}`))).text()
  const held = await heldMeeting(2)
  await saves(held, held.chair, 2)
  expect(await api(held, 'record.md')).toContain('Gauge 2')
  await saves(held, held.chair, 2, 2)
  expect(await api(held, 'record.json')).toContain('Gauge 4')
  await saves(held, held.chair, 2, 4)
  await pastTheRules(`UPDATE "Meeting" SET state = 'closed', "closedAt" = now() WHERE id = '${held.meetingId}'`)
  done(await putRecord(held.chair, held.meetingId))
  expect((await loadMarkdown(held.chair, held.meetingId))?.text).toContain('Gauge 6')
  expect(await told(held)).toEqual(['Noor Vale: Gauge 2', 'Noor Vale: Gauge 4', 'Noor Vale: Gauge 6'])
  expect(await loadExport(held.outsider, held.meetingId, new Date())).toBeNull()
})

test('Given an item that goes from the agenda, its notes are told before', async () => {
  const held = await heldMeeting(3)
  const { meetingId, chair } = held
  const { id } = done(await addItem(chair, meetingId, { agendaVersion: 0, title: 'The mill race', ...content }))
  done(await writeNotes(chair, meetingId, id, { notes: 'Nobody knows its depth.', notesVersion: 0 }))
  done(await removeItem(chair, meetingId, { itemId: id, agendaVersion: 1 }))
  expect(await told(held)).toEqual(['Noor Vale: Nobody knows its depth.'])
  expect((await loadRecord(chair, meetingId))?.minutes.sections.at(-1)).toMatchObject({
    item: { title: 'The mill race' },
    notes: 'Nobody knows its depth.',
  })
})

test('Given a meeting whose notes are as long as its minutes can hold, they grow no more, and their record has a bound of its own', async () => {
  const held = await heldMeeting(3)
  const { meetingId, itemId, chair, groupId } = held
  await pastTheRules(`INSERT INTO "AgendaItem" (id, "groupId", "meetingId", position, kind, title, minutes, notes)
    SELECT gen_random_uuid(), '${groupId}', '${meetingId}', n + 1, 'inquiry', 'Item', 5, repeat('x', 20000)
    FROM generate_series(1, 25) AS n`)
  const write = (notes: string) => writeNotes(chair, meetingId, itemId, { notes, notesVersion: 0 })
  expect(await write('One more')).toEqual({ refused: 'notes-full', limit: 500_000 })
  await pastTheRules(`DELETE FROM "AgendaItem" WHERE "meetingId" = '${meetingId}' AND id <> '${itemId}'`)
  await pastTheRules(`INSERT INTO "RecordEntry" (id, "groupId", "meetingId", sequence, kind, at, "payloadHash", "previousHash", hash, size)
    SELECT gen_random_uuid(), '${groupId}', '${meetingId}', 1000 + n, 'note-written', now(), '', '', '', 20000
    FROM generate_series(1, 200) AS n`)
  expect(await write('One more')).toEqual({ refused: 'record-full', part: 'notes', entries: 200 })
  // Whoever filled the notes has stopped nothing else.
  expect(await come(chair, meetingId, chair.personId)).toBeUndefined()
  expect(refusedAs(await come(chair, meetingId, chair.personId))).toBe('already-present')
})

test('Given two saves at once of two pens on two items, both wait and are told', async () => {
  const held = await heldMeeting(2)
  const { meetingId, itemId } = held
  const { id } = done(await addItem(head(held), meetingId, { agendaVersion: 0, title: 'The weir', ...content }))
  await Promise.all([
    writeNotes(head(held), meetingId, itemId, { notes: 'One', notesVersion: 0 }),
    writeNotes(head(held, 1), meetingId, id, { notes: 'Two', notesVersion: 0 }),
  ])
  await tellWaitingNotes(minutesLater(mostMinutesWaiting + 1))
  expect(await told(held)).toEqual(['Hal Birch: One', 'Hal Birch: Two'])
  const waits = await asSystem('test', (tx) => tx.agendaItem.count({ where: { meetingId, penId: { not: null } } }))
  expect(waits).toBe(0)
})
