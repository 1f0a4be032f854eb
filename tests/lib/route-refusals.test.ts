/** A route declares what its handler can be refused with, and nothing else: what is wrong does not compile. */
import { expect, test } from 'vitest'
import { notEntitled, notFound } from '#domain/refusal.ts'
import { route } from '#lib/api/route.ts'
import type { Viewer } from '#lib/db/viewer.ts'

const full = { refused: 'list-full', list: 'drafts', most: 100 } as const

const either = async ({ personId }: Viewer) => (personId === '' ? notEntitled : full)

test('what is wrong does not compile', () => {
  // That each line is refused is checked with all types: one that compiled would be a fault there.
  expect([...right(), ...mistakes()]).toHaveLength(7)
})

function right() {
  return [
    route('POST /none', { summary: 'Refuses as every route does' }, async () => notFound),
    route('POST /one', { summary: 'One', refusals: ['not-entitled'] }, async () => notEntitled),
    route('POST /two', { summary: 'Two', refusals: ['not-entitled', 'list-full'] }, either),
  ]
}

/** Each of these is a mistake. Nobody calls it. */
function mistakes() {
  return [
    // @ts-expect-error It declares nothing.
    route('POST /none', { summary: 'One' }, async () => notEntitled),
    // @ts-expect-error It declares one of two.
    route('POST /one', { summary: 'Two', refusals: ['list-full'] }, either),
    // @ts-expect-error It is never refused so.
    route('POST /three', { summary: 'One', refusals: ['not-entitled', 'list-full'] }, async () => full),
    // @ts-expect-error It is refused in no way but that of every route.
    route('POST /four', { summary: 'None', refusals: ['not-entitled'] }, async () => undefined),
  ]
}
