/** What is cited is published: also where somebody cites a text while its publishing is taken back. */
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { openDraft } from '#features/conclusions/commands/open-draft.ts'
import { takeBackPublishing } from '#features/texts/commands/take-back.ts'
import { loadTexts } from '#features/texts/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import { draft, wording } from '#tests/features/conclusions-given.ts'
import { heldMeeting, publishedText } from '#tests/setup/meetings.ts'
import { rounds } from '#tests/setup/proof.ts'

test('given many who cite and one who takes back, then all were first, or none', async () => {
  for (let round = 0; round < rounds({ sample: 6, whole: 100 }); round++) {
    const held = await heldMeeting(2)
    const editionId = await publishedText(held.groupId, held.organizer)
    const textId = (await loadTexts(held.organizer, held.groupId))?.texts[0]?.id ?? ''
    const content = { ...wording('Kept.'), citations: [{ editionId, first: 1, last: 1 }] }
    const cite = (n: number) => openDraft(held.chair, held.meetingId, draft({ title: `Draft ${n}`, content }))
    const [back, ...cited] = await Promise.all([takeBackPublishing(held.organizer, textId), cite(1), cite(2), cite(3)])
    const { state, _count } = await asSystem('test', (tx) =>
      tx.edition.findUniqueOrThrow({
        where: { id: editionId },
        select: { state: true, _count: { select: { citations: true } } },
      }),
    )
    expect(_count.citations).toBe(cited.filter((one) => !isRefusal(one)).length)
    expect(state).toBe(isRefusal(back) ? 'published' : 'draft')
    if (state === 'draft') expect(_count.citations).toBe(0)
  }
}, 120_000)
