/** SECURITY.md, promise 12: whatever Markdown somebody brings in, it is read or refused in words, within the bounds of one reading. */
import { expect, test } from 'vitest'
import { maxLines } from '#domain/text/recognise.ts'
import { readSource } from '#lib/reading/read-source.ts'
import { say } from '#lib/words/say.ts'
import { rounds, tellFigure } from '#tests/setup/proof.ts'
import { hostileMarkdown } from './hostile-markdown.ts'

/** What a document may come to, as the figure tells it. */
const outcomes: Readonly<Record<string, string>> = {
  read: 'read',
  'no-passages': 'without a word in them',
  'too-many-passages': 'with too many passages',
  'reading-takes-too-much': 'refused as too much',
}

test('given Markdown of nothing but marks, when it is brought in, then it is read or refused in words', async () => {
  const size = rounds({ sample: 20_000, whole: 5_000_000 })
  const each = rounds({ sample: 9, whole: 1 })
  const documents = hostileMarkdown(size, maxLines - 2).filter((_, index) => index % each === 0)
  const counts = new Map<string, number>()
  let longest = 0
  for (const text of documents) {
    const began = performance.now()
    const answer = await readSource(
      { source: { pasted: text }, format: 'markdown' },
      { personId: 'ada', groupId: 'river' },
    )
    longest = Math.max(longest, performance.now() - began)
    const outcome = 'refused' in answer ? answer.refused : 'read'
    expect(outcomes, text.slice(0, 40)).toHaveProperty(outcome)
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    if ('refused' in answer) expect(say('refusals', answer.refused, { ...answer })).not.toBe('')
  }
  expect(counts.get('read')).toBeGreaterThan(0)
  const found = [...counts].map(([outcome, count]) => `${count} ${outcomes[outcome]}`).join(', ')
  tellFigure(
    12,
    'hostile Markdown',
    `${documents.length} documents of up to ${size} characters, each in one way hostile: ${found}; the longest took ${(longest / 1_000).toFixed(1)} s of 20`,
  )
}, 1_200_000)
