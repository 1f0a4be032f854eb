/** Calendar files, read by two other programs, of which one knows the zones and one goes by the rules in the file: every meeting stands where it was planned, whatever the clocks do. */
import ICAL from 'ical.js'
import ical from 'node-ical'
import { describe, expect, it } from 'vitest'
import { calendarFile } from '#lib/calendar/calendar-file.ts'
import { zoneChanges } from '#tests/setup/zone-changes.ts'

const minute = 60_000

const fileOf = (startsAt: Date, minutes: number, timeZone: string) =>
  calendarFile({
    uid: 'a@concordance',
    sequence: 0,
    status: 'CONFIRMED',
    method: 'PUBLISH',
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * minute),
    timeZone,
    title: 'River levels',
    description: '',
    place: '',
    url: 'http://localhost/meeting',
    stamp: new Date('2027-01-01T00:00:00Z'),
  })

/** The event as node-ical understands it: with what it knows of the zone itself. */
function read(file: string): { start: number; end: number } {
  const event = Object.values(ical.sync.parseICS(file)).find((one) => one?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('The file has no event.')
  return { start: event.start.getTime(), end: event.end?.getTime() ?? Number.NaN }
}

/** A property of the event with its parameters, as it stands in the file. */
const line = (file: string, name: string) =>
  file
    .slice(file.indexOf('BEGIN:VEVENT'))
    .split('\r\n')
    .find((one) => one.startsWith(name))

describe('Given a meeting on the night on which the clocks go back', () => {
  // In Vienna 02:00 to 02:59 comes twice.
  it.each([
    ['2027-10-31T00:50:00Z', 20, 'from the first 02:50 to the second 02:10'],
    ['2027-10-31T00:10:00Z', 20, 'within the first'],
    ['2027-10-31T01:10:00Z', 20, 'within the second'],
    ['2027-10-30T23:30:00Z', 60, 'into the first'],
    ['2027-10-31T01:30:00Z', 60, 'out of the second'],
  ])('when it begins at %s for %s minutes, %s, then its file tells both ends in UTC', (start, minutes) => {
    const file = fileOf(new Date(start), minutes, 'Europe/Vienna')
    const end = new Date(Date.parse(start) + minutes * minute).toISOString()
    const compact = (instant: string) => instant.replace(/\.000/, '').replaceAll(/[-:]/g, '')
    expect(line(file, 'DTSTART')).toBe(`DTSTART:${compact(start)}`)
    expect(line(file, 'DTEND')).toBe(`DTEND:${compact(end)}`)
    expect(file).not.toContain('VTIMEZONE')
    expect(read(file)).toEqual({ start: Date.parse(start), end: Date.parse(end) })
  })

  it('when it begins before and ends after, then it is told in its zone, with the rules of both', () => {
    const file = fileOf(new Date('2027-10-30T23:00:00Z'), 240, 'Europe/Vienna')
    expect(line(file, 'DTSTART')).toBe('DTSTART;TZID=Europe/Vienna:20271031T010000')
    expect(line(file, 'DTEND')).toBe('DTEND;TZID=Europe/Vienna:20271031T040000')
    expect(file.match(/TZOFFSETTO:\+0[12]00/g)?.length).toBeGreaterThanOrEqual(2)
  })
})

it('Given a zone that moved for good, its time is no summer without a winter', () => {
  const file = fileOf(new Date('2011-12-30T10:30:00Z'), 60, 'Pacific/Fakaofo')
  expect(file).toContain('BEGIN:STANDARD')
  expect(file).not.toContain('BEGIN:DAYLIGHT')
  // Its summer of 2023 was followed by another time that was to end with a step back.
  const twice = fileOf(new Date('2023-03-26T01:30:00Z'), 60, 'America/Scoresbysund')
  expect(twice).toMatch(/BEGIN:STANDARD[\s\S]*BEGIN:STANDARD/)
  expect(twice).not.toContain('BEGIN:DAYLIGHT')
  expect(fileOf(new Date('2027-07-01T10:00:00Z'), 60, 'Europe/Vienna')).toMatch(/BEGIN:DAYLIGHT[\s\S]*BEGIN:STANDARD/)
})

describe('Around every change of the clocks of every zone', () => {
  it('both read the instants that were meant, and the end lies after the start', () => {
    const wrong: string[] = []
    let files = 0
    for (const { zone, changes } of zoneChanges())
      for (const change of changes)
        for (const before of [61, 30, 1, 0, -30])
          for (const minutes of [20, 90]) {
            const start = change - before * minute
            files += 1
            if (!isReadRightly(zone, start, minutes)) wrong.push(`${zone} ${new Date(start).toISOString()} ${minutes}`)
          }
    expect(wrong).toEqual([])
    expect(files).toBeGreaterThan(1000)
  }, 600_000)
})

function isReadRightly(zone: string, start: number, minutes: number): boolean {
  const end = start + minutes * minute
  const file = fileOf(new Date(start), minutes, zone)
  const answers = [read(file), ...(file.includes('VTIMEZONE') ? [byRulesOf(file)] : [])]
  const alone = file.includes('BEGIN:DAYLIGHT') && !file.includes('BEGIN:STANDARD')
  return !alone && answers.every((answer) => answer.start === start && answer.end === end)
}

/** The event as ical.js understands it: by the rules in the file alone (RFC 5545, 3.6.5). */
function byRulesOf(file: string): { start: number; end: number } {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  return { start: event.startDate.toUnixTime() * 1000, end: event.endDate.toUnixTime() * 1000 }
}
