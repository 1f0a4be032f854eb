/** The judge of the matrix can fail: what is planted in an answer is found, and what is taken out of one is missed. */
import { describe, expect, it } from 'vitest'
import { ACTORS } from './actors.ts'
import { missedIn, toldIn } from './judge.ts'
import { readersOf, sees, things } from './table.ts'
import { marksIn } from './world/canaries.ts'
import { makeWorld } from './world/world.ts'

const { canaries } = await makeWorld()

it('the world has every thing of the table', () => {
  expect([...new Set([...canaries.values()].map(({ thing }) => thing))].sort()).toEqual([...things].sort())
})

describe.each(ACTORS)('for %s', (actor) => {
  const marks = [...canaries].map(([mark, { thing }]) => ({ mark, thing }))

  it('each thing that the table denies is found wherever it is planted', () => {
    for (const { mark, thing } of marks.filter((one) => !sees(actor, one.thing))) {
      for (const body of [`{"title":"About ${mark}"}`, `<p>${mark}</p>`, `"at":"${mark}-06-15T11:37:00.000Z"`])
        expect(toldIn(canaries, actor, { body, headers: '' }), mark).toContain(thing)
      expect(toldIn(canaries, actor, { body: '', headers: `[["location","/${mark}"]]` })).toContain(thing)
    }
  })

  it('each thing that the table grants is no leak, and is missed where it is not', () => {
    for (const { mark, thing } of marks.filter((one) => sees(actor, one.thing))) {
      const body = `<p>${mark}</p>`
      expect(toldIn(canaries, actor, { body, headers: '' })).toEqual([])
      expect(missedIn(canaries, actor, { body, headers: '' }, [thing])).toEqual([])
      expect(missedIn(canaries, actor, { body: '<p></p>', headers: '' }, [thing])).toEqual([thing])
    }
  })
})

it('a mark of another world is a leak to everybody', () => {
  for (const actor of ACTORS) {
    const body = 'canary-7-weir-title-end'
    expect(toldIn(canaries, actor, { body, headers: '' })).toEqual([`${body} of another world`])
  }
})

it('years are found as calendars, pages and interfaces write them, and no number is taken for one', () => {
  const year = [...canaries].find(([mark, { thing }]) => thing === 'weir-starts' && /^\d{4}$/.test(mark))?.[0] ?? ''
  for (const text of [`DTSTART:${year}0615T113700`, `15 June ${year}, 11:37`, `"${year}-06-15T11:37:00.000Z"`])
    expect(marksIn(text)).toContain(year)
  for (const text of [`01990000-${year}-7000-8000-000000000000`, `w-[${year}px]`, `0.${year}`, `${year}1`])
    expect(marksIn(text)).not.toContain(year)
})

it('nobody without an account sees anything of the table', () => {
  for (const thing of things)
    for (const actor of ['anonymous', 'expired-session'] as const) expect(readersOf(thing)).not.toContain(actor)
})
