/** One way to write a date, on pages and in refusals. */
import { expect, it } from 'vitest'
import { formatTime, formatWall, lastDay } from '#lib/words/format.ts'
import { say } from '#lib/words/say.ts'

const nine = new Date('2026-12-10T08:00:00Z')

it('writes an instant with its weekday, in the zone that is named', () => {
  expect(formatTime(nine, 'Europe/Amsterdam')).toBe('Thu, 10 Dec 2026, 09:00 CET')
})

it('writes a date and a wall time alike, without a zone', () => {
  expect(formatWall('2027-01-15')).toBe('Fri, 15 Jan 2027')
  expect(formatWall('2027-03-28T02:30')).toBe('Sun, 28 Mar 2027, 02:30')
  expect(formatWall('some day')).toBe('some day')
})

it('tells the instants of a refusal in the zone of its facts', () => {
  const said = say('refusals', 'in-the-past', { startsAt: nine, timeZone: 'Europe/Amsterdam' })
  expect(said).toContain('it was Thu, 10 Dec 2026, 09:00 CET')
})

it('writes what the clocks skip as everything else', () => {
  const facts = { wall: formatWall('2027-03-28T02:30'), timeZone: 'Europe/Amsterdam', before: '…', after: '…' }
  expect(say('refusals', 'wall-time-does-not-exist', facts)).toMatch(/^Sun, 28 Mar 2027, 02:30 does not exist/)
})

it('tells a last day where it ends, whatever day it is elsewhere', () => {
  const end = new Date('2026-12-21T02:59:59.999Z')
  expect(lastDay(end, 'America/Sao_Paulo')).toEqual({ day: 'Sun, 20 Dec 2026', place: 'Sao Paulo' })
})
