/** SECURITY.md, attack 29: whatever a title, an aim or a place holds, a reader of calendars finds it there and one event. */
import fc from 'fast-check'
import ical from 'node-ical'
import { describe, expect, it } from 'vitest'
import { asLine, asWords } from '#domain/written/written.ts'
import { calendarFile } from '#lib/calendar/calendar-file.ts'
import { hostile, hostileWords } from '#tests/domain/hostile-words.ts'
import { rounds } from '#tests/setup/proof.ts'

interface Written {
  readonly title: string
  readonly description: string
  readonly place: string
}

const fileOf = (written: Written): string =>
  calendarFile({
    uid: 'one@river.invalid',
    sequence: 1,
    status: 'CONFIRMED',
    method: 'PUBLISH',
    startsAt: new Date('2027-03-10T17:00:00Z'),
    endsAt: new Date('2027-03-10T18:00:00Z'),
    timeZone: 'Europe/Lisbon',
    url: 'http://localhost:3000/groups/1/meetings/2',
    stamp: new Date('2027-01-01T00:00:00Z'),
    ...written,
  })

/** Names of the properties, in their order, once folded lines are joined (RFC 5545, 3.1). */
const propertiesOf = (file: string): readonly string[] =>
  file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => line.split(/[:;]/)[0] ?? '')

const model = propertiesOf(fileOf({ title: 'Levels', description: 'Aim', place: 'Room' }))

function expectAtItsPlace(raw: string): void {
  const [title, description] = [asLine(raw.replaceAll(/\s+/g, ' ')), asWords(raw)]
  if (typeof title !== 'string' || typeof description !== 'string' || title === '' || description === '') return
  const file = fileOf({ title, description, place: title })
  expect(propertiesOf(file)).toEqual(model)
  const events = Object.values(ical.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT')
  expect(events).toHaveLength(1)
  expect(textOf(file, 'SUMMARY')).toBe(title)
  expect(textOf(file, 'LOCATION')).toBe(title)
  expect(textOf(file, 'DESCRIPTION')).toBe(description)
}

/** The text of a property as the standard reads it (RFC 5545, 3.3.11); the library takes an escaped backslash and an n for a line end. */
function textOf(file: string, property: string): string {
  const line =
    file
      .replaceAll(/\r\n[ \t]/g, '')
      .split('\r\n')
      .find((one) => one.startsWith(`${property}:`)) ?? ''
  return line
    .slice(property.length + 1)
    .replaceAll(/\\(.)/gs, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
}

describe('Given words that were written to mislead, when a calendar file is made of them', () => {
  it.each(hostileWords.map((raw, at) => [at, raw] as const))('then they stand at their place (%i)', (_, raw) => {
    expectAtItsPlace(raw)
  })

  it('then so do any', () => {
    fc.assert(fc.property(hostile, expectAtItsPlace), { numRuns: rounds({ sample: 200, whole: 10_000 }) })
  })
})
