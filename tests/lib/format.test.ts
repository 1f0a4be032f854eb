/** One way to write a date, on pages and in refusals, by the customs of the reader's language. */
import { expect, it } from 'vitest'
import { inLanguage } from '#lib/words/context.ts'
import {
  formatClock,
  formatDate,
  formatList,
  formatNames,
  formatTime,
  formatWall,
  lastDay,
  zoneNameAt,
} from '#lib/words/format.ts'
import { say } from '#lib/words/say.ts'
import { firstLanguage as english, languageOf } from '#messages/languages.ts'

const nine = new Date('2026-12-10T08:00:00Z')
const zone = 'Europe/Amsterdam'
const [accented, fromTheRight] = [languageOf('en-XA'), languageOf('ar-XB')]

it('writes an instant with its weekday, in the zone that is named', () => {
  expect(formatTime(nine, zone, english)).toBe('Thu, 10 Dec 2026, 09:00 CET')
  expect(formatTime(new Date('2026-12-09T23:05:00Z'), zone, english, { shape: 'time' })).toBe('00:05 CET')
})

it('writes it by the customs of another language: words, order and clock', () => {
  expect(formatTime(nine, zone, accented)).toBe('Πέμ 10 Δεκ 2026, 09:00 π.μ. CET')
  expect(formatTime(nine, zone, fromTheRight, { shape: 'day' })).toBe('الخميس، 10 ديسمبر 2026')
  expect(zoneNameAt(nine, zone, english)).toBe('CET')
  expect(zoneNameAt(nine, zone, fromTheRight)).toBe('غرينتش+1')
})

it('writes a date and a wall time alike, without a zone', () => {
  expect(formatWall('2027-01-15', english)).toBe('Fri, 15 Jan 2027')
  expect(formatWall('2027-03-28T02:30', english)).toBe('Sun, 28 Mar 2027, 02:30')
  expect(formatWall('some day', english)).toBe('some day')
  expect(formatClock('14:30', english)).toBe('14:30')
  expect(formatClock('14:30', accented)).toBe('02:30 μ.μ.')
  expect(formatClock('noon', english)).toBe('noon')
})

it('writes dates and lists of a document', () => {
  expect(formatDate('2027-01-15', english)).toBe('15 January 2027')
  expect(formatList(['A', 'B', 'C'], english)).toBe('A, B and C')
  expect(formatList(['A', 'B'], accented)).toBe('A και B')
  expect(formatNames(['A', 'B', 'C'], english)).toBe('A, B, C')
  expect(formatNames(['A', 'B'], fromTheRight)).toBe('A وB')
})

it('tells the instants of a refusal in the zone of its facts', () => {
  const facts = { startsAt: nine, timeZone: zone }
  expect(say('refusals', 'in-the-past', facts)).toContain('it was Thu, 10 Dec 2026, 09:00 CET')
  expect(inLanguage('en-XA', () => say('refusals', 'in-the-past', facts))).toContain('Πέμ 10 Δεκ 2026, 09:00 π.μ. CET')
})

it('writes what the clocks skip as everything else', () => {
  const wall = formatWall('2027-03-28T02:30', english)
  const facts = { wall, timeZone: zone, before: '…', after: '…' }
  expect(say('refusals', 'wall-time-does-not-exist', facts)).toMatch(/^Sun, 28 Mar 2027, 02:30 does not exist/)
})

it('tells a last day where it ends, whatever day it is elsewhere', () => {
  const end = new Date('2026-12-21T02:59:59.999Z')
  expect(lastDay(end, 'America/Sao_Paulo', english)).toEqual({ day: 'Sun, 20 Dec 2026', place: 'Sao Paulo' })
})
