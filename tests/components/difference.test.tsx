import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Difference } from '#features/conclusions/components/difference.tsx'

const words = {
  same: 'The same.',
  tooLong: 'Too long.',
  cut: 'Cut.',
  version: 'Version {number}',
  passagesAdded: '',
  passagesRemoved: '',
  commitmentsAdded: '',
  commitmentsRemoved: '',
  diff: {
    inserted: 'inserted',
    insertedEnd: 'end',
    deleted: 'deleted',
    deletedEnd: 'end',
    unseen: '',
    blanks: '',
    withUnseen: '',
  },
}
const lines = { passages: { removed: [], added: [] }, commitments: { removed: [], added: [] } }

it('shows two wordings that could not be compared in time side by side, each under its version, and says why', () => {
  const beside = { older: 'Read weekly.', newer: 'Read daily.', cut: true }
  const difference = { from: 2, to: 3, wording: null, beside, ...lines }
  const html = renderToStaticMarkup(<Difference difference={difference} words={words} />)
  expect(html).toMatch(/Too long\..*Cut\..*Version 2.*Read weekly\..*Version 3.*Read daily\./)
})

it('says nothing of that where they were compared', () => {
  const difference = { from: 2, to: 3, wording: [{ kind: 'same' as const, text: 'Read.' }], beside: null, ...lines }
  expect(renderToStaticMarkup(<Difference difference={difference} words={words} />)).not.toContain('Too long')
})
