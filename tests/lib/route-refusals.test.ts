/** A route declares what its handler can be refused with, and nothing else, and that nobody's change is lost: what is wrong does not compile. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { notEntitled, notFound } from '#domain/refusal.ts'
import { route } from '#lib/api/route.ts'
import type { Viewer } from '#lib/db/viewer.ts'

const full = { refused: 'list-full', list: 'drafts', most: 100 } as const

const words = z.strictObject({ words: z.string() })
const seen = z.strictObject({ words: z.string(), seen: z.string() })
const none = async () => undefined

const either = async ({ personId }: Viewer) => (personId === '' ? notEntitled : full)

test('what is wrong does not compile', () => {
  // That each line is refused is checked with all types: one that compiled would be a fault there.
  expect([...right(), ...mistakes()]).toHaveLength(14)
})

function right() {
  return [
    route('POST /none', { summary: 'Refuses as every route does' }, async () => notFound),
    route('POST /one', { summary: 'One', refusals: ['not-entitled'] }, async () => notEntitled),
    route('POST /two', { summary: 'Two', refusals: ['not-entitled', 'list-full'] }, either),
    route('PUT /seen', { summary: 'Says what was seen', body: seen }, none),
    route('PUT /mark', { summary: 'Says why not', losesNothing: 'one’s own mark' }, none),
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
    // @ts-expect-error It puts something in the place of what stands, and asks nobody what they saw.
    route('PUT /blind', { summary: 'Words', body: words }, none),
    // @ts-expect-error Nor does it where that may be left out.
    route('PUT /loose', { summary: 'Words', body: seen.partial() }, none),
    // @ts-expect-error Nor by changing a part.
    route('PATCH /bodiless', { summary: 'Nothing' }, none),
    // @ts-expect-error It says that nothing can be lost, and asks all the same.
    route('PUT /both', { summary: 'Words', body: seen, losesNothing: 'one’s own mark' }, none),
    // @ts-expect-error What makes something new puts it in nobody's place.
    route('POST /new', { summary: 'Words', body: words, losesNothing: 'it is new' }, none),
  ]
}
