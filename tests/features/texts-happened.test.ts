/** The reader's margin: what happened to the passages in view, to whoever may know of it. */

import { expect, test } from 'vitest'
import { leaveMeeting } from '#features/meetings/commands/leave-meeting.ts'
import { happenedAt } from '#features/texts/components/happened-marks.tsx'
import { loadReading } from '#features/texts/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { citing } from '#tests/setup/concordance.ts'
import { type Held, heldMeeting, meetingOf, publishedText } from '#tests/setup/meetings.ts'
import { adopted, answer, consent, done, drafted, put, side } from './conclusions-given.ts'

const write = { write: true }

/** A text of which the meeting's item takes up passages 1 to 2. */
async function citedBy({ groupId, itemId, organizer }: Held, limitedTo: readonly string[] = []) {
  const editionId = await publishedText(groupId, organizer, limitedTo)
  const textId = await asSystem(
    'test',
    async (tx) => {
      await tx.citation.create({ data: { groupId, editionId, firstOrdinal: 1, lastOrdinal: 2, citingId: itemId } })
      return (await tx.edition.findUniqueOrThrow({ where: { id: editionId } })).textId
    },
    write,
  )
  return { editionId, textId, citations: [{ editionId, first: 2, last: 2 }] }
}

const marksOf = async (viewer: Viewer, textId: string, from = 1) =>
  (await loadReading(viewer, textId, from))?.concordance.map(({ id, of, state, meeting, first, last }) => ({
    id,
    of,
    state,
    within: meeting?.id ?? null,
    at: [first, last],
  }))

test('given an item and conclusions about passages of a bilateral, then its parties find them in the margin, others nothing', async () => {
  const held = await heldMeeting(2)
  const { textId, citations } = await citedBy(held)
  const content = { wording: 'Levels are read weekly.', citations, commitments: [] }
  const kind = 'common-position'
  const settled = await adopted(held, { kind, content, title: 'Settled' })
  const begun = await drafted(held, { kind, content, title: 'Begun' })
  const within = held.meetingId
  const expected = [
    { id: settled, of: 'conclusion', state: 'adopted', within, at: [2, 2] },
    { id: begun, of: 'conclusion', state: 'draft', within, at: [2, 2] },
    { id: held.itemId, of: 'item', state: null, within, at: [1, 2] },
  ]
  for (const { head, observer } of held.sides)
    for (const viewer of [head, observer]) expect(await marksOf(viewer, textId)).toEqual(expected)
  for (const viewer of [held.organizer, held.outsider]) expect(await marksOf(viewer, textId)).toEqual([])
  // Only what touches the passages in view.
  expect(await marksOf(held.sides[0]?.head ?? held.organizer, textId, 3)).toEqual([])
})

test('given a version that its answers do not carry, then the margin and the passage say so', async () => {
  const held = await heldMeeting(2)
  const { textId, editionId, citations } = await citedBy(held)
  const id = await put(held, { content: { wording: 'Levels are read weekly.', citations, commitments: [] } })
  const [one, other] = [side(held, 0).head, side(held, 1).head]
  const states = async () => [
    (await marksOf(one, textId))?.find((mark) => mark.id === id)?.state,
    (await citing('conclusion', one, { editionId, ordinal: 2 }))[0]?.state,
  ]
  done(await consent(one, id))
  expect(await states()).toEqual(['put', 'put'])
  done(await answer(other, id, { kind: 'object', reason: 'Too seldom' }))
  expect(await states()).toEqual(['blocked-by-objection', 'blocked-by-objection'])
})

test('given a multilateral, then the organizer finds the item and not the conclusion, unless it is shared with the group', async () => {
  const held = await heldMeeting(3)
  const { textId, citations } = await citedBy(held)
  const content = { wording: 'Levels are read weekly.', citations, commitments: [] }
  const id = await adopted(held, { kind: 'common-understanding', content, title: 'Understood' })
  const item = { id: held.itemId, of: 'item', state: null, within: held.meetingId, at: [1, 2] }
  expect(await marksOf(held.organizer, textId)).toEqual([item])
  expect(await marksOf(held.outsider, textId)).toEqual([])
  await asSystem('test', (tx) => tx.conclusion.update({ where: { id }, data: { sharedWith: 'group' } }), write)
  const shared = { id, of: 'conclusion', state: 'adopted', at: [2, 2] }
  // Shared with the group, it says nothing of a meeting that is not the reader's.
  expect(await marksOf(held.outsider, textId)).toEqual([{ ...shared, within: null }])
  expect(await marksOf(held.organizer, textId)).toEqual([item, { ...shared, within: null }])
})

test('given what bilaterals share with the group, then it stands in the order of its adoption and tells nothing of when they meet', async () => {
  const early = await heldMeeting(2)
  const { groupId, organizer, chair, sides } = early
  const late = { ...early, ...(await meetingOf(groupId, sides, { organizer, chair, state: 'open' })) }
  const startsAt = new Date(Date.now() + 86_400_000)
  await asSystem('test', (tx) => tx.meeting.update({ where: { id: late.meetingId }, data: { startsAt } }), write)
  const { textId, citations } = await citedBy(early)
  const content = { wording: 'Levels are read weekly.', citations, commitments: [] }
  const ids: string[] = []
  for (const held of [late, early, late]) ids.unshift(await adopted(held, { content }))
  await asSystem(
    'test',
    (tx) => tx.conclusion.updateMany({ where: { id: { in: ids } }, data: { sharedWith: 'group' } }),
    write,
  )
  expect((await marksOf(early.outsider, textId))?.map(({ id }) => id)).toEqual(ids)
})

test('given a head whom an organizer installed later, then what was written before is not in their margin', async () => {
  const held = await heldMeeting(2)
  const { textId } = await citedBy(held)
  const head = held.sides[0]?.head ?? held.organizer
  await asSystem(
    'test',
    (tx) => tx.partyMember.updateMany({ where: { personId: head.personId }, data: { seesFrom: new Date() } }),
    write,
  )
  expect(await marksOf(head, textId)).toEqual([])
})

test('what concerns a range stands beside each of its passages, told at the first that is shown', () => {
  const line = { groupId: 'g', quote: null, meeting: null, at: null }
  const one = {
    ...line,
    id: 'a',
    title: 'The weir',
    of: 'item',
    kind: 'inquiry',
    state: null,
    first: 3,
    last: 5,
  } as const
  const agreed = { of: 'conclusion', kind: 'cooperation', state: 'adopted' } as const
  const other = { ...line, ...agreed, id: 'b', title: 'Levels', first: 5, last: 5 }
  const beside = (ordinal: number, from = 1) =>
    happenedAt([one, other], ordinal, from).map(({ id, goesOn }) => (goesOn ? `${id} goes on` : id))
  expect([2, 3, 4, 5, 6].map((ordinal) => beside(ordinal))).toEqual([[], ['a'], ['a goes on'], ['b', 'a goes on'], []])
  expect(beside(4, 4)).toEqual(['a'])
})

test('given a party that left (rule 15), then the margin names what it keeps, as the page of the passage does', async () => {
  const held = await heldMeeting(3)
  const { textId, editionId, citations } = await citedBy(held)
  const content = { wording: 'Levels are read weekly.', citations, commitments: [] }
  const kept = await adopted(held, { kind: 'common-position', content, title: 'Kept' })
  const leaver = side(held, 2)
  done(await leaveMeeting(leaver.head, held.meetingId, leaver.partyId))
  await drafted(held, { kind: 'common-position', content, title: 'Later' })
  expect(await marksOf(leaver.head, textId)).toEqual([
    { id: kept, of: 'conclusion', state: 'adopted', within: held.meetingId, at: [2, 2] },
  ])
  expect((await citing('conclusion', leaver.head, { editionId, ordinal: 2 })).map(({ id }) => id)).toEqual([kept])
})
