/** Rule 2: a passage lists every item that cites it, to whoever sees the agenda. */
import { expect, test } from 'vitest'
import { asSystem } from '#lib/db/transaction.ts'
import { citing } from '#tests/setup/concordance.ts'
import { type Held, heldMeeting, publishedText } from '#tests/setup/meetings.ts'

/** Passages 1 to 2 of a text, taken up by the meeting's item. */
async function cited({ groupId, itemId, organizer }: Held): Promise<string> {
  const editionId = await publishedText(groupId, organizer)
  await asSystem(
    'test',
    (tx) => tx.citation.create({ data: { groupId, editionId, firstOrdinal: 1, lastOrdinal: 2, citingId: itemId } }),
    { write: true },
  )
  return editionId
}

test('given an item of a bilateral that cites passages, then its parties find it at each of them, and at no other', async () => {
  const held = await heldMeeting(2)
  const editionId = await cited(held)
  for (const { head, observer } of held.sides)
    for (const viewer of [head, observer]) {
      const found = [1, 2, 3].map((ordinal) => citing('item', viewer, { editionId, ordinal }))
      expect((await Promise.all(found)).map((items) => items.map(({ id }) => id))).toEqual([
        [held.itemId],
        [held.itemId],
        [],
      ])
    }
})

test('given an item of a bilateral, then neither organizers nor third parties find it', async () => {
  const held = await heldMeeting(2)
  const editionId = await cited(held)
  for (const viewer of [held.organizer, held.outsider])
    expect(await citing('item', viewer, { editionId, ordinal: 1 })).toEqual([])
})

test('given an item of a multilateral, then the organizer finds it too, and a party that is not in it does not', async () => {
  const held = await heldMeeting(3)
  const editionId = await cited(held)
  expect(await citing('item', held.organizer, { editionId, ordinal: 2 })).toMatchObject([{ id: held.itemId }])
  expect(await citing('item', held.outsider, { editionId, ordinal: 2 })).toEqual([])
})
