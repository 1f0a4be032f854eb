import { expect, it } from 'vitest'
import { Difference } from '#features/conclusions/components/difference.tsx'
import { markupOf } from '#tests/setup/spoken.tsx'

const lines = { passages: { removed: [], added: [] }, commitments: { removed: [], added: [] } }

it('shows two wordings that could not be compared in time side by side, each under its version, and says why', () => {
  const beside = { older: 'Read weekly.', newer: 'Read daily.', cut: true }
  const difference = { from: 2, to: 3, wording: null, beside, ...lines }
  const html = markupOf(<Difference difference={difference} />)
  expect(html).toMatch(
    /too long to be compared.*Each is shown up to.*Version 2.*Read weekly\..*Version 3.*Read daily\./,
  )
})

it('says nothing of that where they were compared', () => {
  const difference = { from: 2, to: 3, wording: [{ kind: 'same' as const, text: 'Read.' }], beside: null, ...lines }
  expect(markupOf(<Difference difference={difference} />)).not.toContain('too long')
})
