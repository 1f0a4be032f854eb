import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { instantsOf, jumpOver, localTimes, wallTimeIn } from '#domain/wall-clock.ts'
import { endOf, instantOf, minutesBetween, plannedYears, slotOf, zoneNamed } from '#domain/zoned-time.ts'
import { zoneChanges, zoned } from '#tests/setup/zone-changes.ts'

const winter = new Date('2026-01-10T12:00:00Z')

describe('Given a wall time in a zone', () => {
  it('when the clocks of the machine run elsewhere, then the instant is that of the zone', () => {
    expect(process.env.TZ).toBe('Asia/Kathmandu')
    expect(instantOf('2026-01-15T18:30', 'Europe/Vienna')).toEqual(new Date('2026-01-15T17:30:00Z'))
    expect(instantOf('2026-07-15T18:30', 'Europe/Vienna')).toEqual(new Date('2026-07-15T16:30:00Z'))
    expect(instantOf('2026-07-15T18:30', 'Asia/Kathmandu')).toEqual(new Date('2026-07-15T12:45:00Z'))
  })

  it('when the zone does not exist, is an offset or is a date, then it is refused', () => {
    for (const timeZone of ['Europe/Atlantis', '+02:00', '', '2026-01-01T00:00Z', 'Vienna', 'europe']) {
      expect(instantOf('2026-01-15T18:30', timeZone)).toEqual({ refused: 'unknown-zone', timeZone })
    }
    expect(zoneNamed('europe/VIENNA')).toBe('Europe/Vienna')
    // Not the older name under which a runtime may know it.
    expect(zoneNamed('Asia/Kathmandu')).toBe('Asia/Kathmandu')
    expect(zoneNamed('Asia/Katmandu')).toBe('Asia/Katmandu')
  })

  it('when it is not a date and time to the minute, then it is refused', () => {
    for (const wall of ['2026-02-30T10:00', '2026-01-15T24:00', '2026-01-15', '2026-01-15T18:30Z', '15.1.2026 18:30']) {
      expect(instantOf(wall, 'Europe/Vienna')).toEqual({ refused: 'malformed-wall-time', wall, ...plannedYears })
    }
  })

  it('when its year is none that people plan for, then it is refused, and the years are named', () => {
    for (const wall of ['9999-12-31T23:00', '3000-01-01T00:00', '1969-12-31T23:59', '0000-01-01T00:00']) {
      expect(instantOf(wall, 'Pacific/Niue')).toEqual({
        refused: 'malformed-wall-time',
        wall,
        firstYear: 1970,
        lastYear: 2999,
      })
    }
    expect(instantOf('2999-12-31T23:59', 'Pacific/Niue')).toEqual(new Date('3000-01-01T10:59:00Z'))
    expect(instantOf('1970-01-01T00:00', 'Pacific/Kiritimati')).toBeInstanceOf(Date)
  })

  it('when the clocks jump over it in spring, then it is refused with the two neighbours', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Vienna')).toEqual({
      refused: 'wall-time-does-not-exist',
      wall: '2026-03-29T02:30',
      timeZone: 'Europe/Vienna',
      before: '2026-03-29T01:59',
      after: '2026-03-29T03:00',
    })
    expect(instantOf('2026-03-29T02:00', 'Europe/Vienna', 'later')).toMatchObject({
      refused: 'wall-time-does-not-exist',
    })
    expect(instantOf('2026-03-29T03:00', 'Europe/Vienna')).toEqual(new Date('2026-03-29T01:00:00Z'))
  })

  it('when a whole day was skipped, then its neighbours are the days around it', () => {
    expect(instantOf('2011-12-30T12:00', 'Pacific/Apia')).toMatchObject({
      before: '2011-12-29T23:59',
      after: '2011-12-31T00:00',
    })
  })

  it('when it exists twice in autumn, then both are offered and a choice is taken', () => {
    const earlier = new Date('2026-10-25T00:30:00Z')
    const later = new Date('2026-10-25T01:30:00Z')
    expect(instantOf('2026-10-25T02:30', 'Europe/Vienna')).toEqual({
      refused: 'wall-time-is-ambiguous',
      wall: '2026-10-25T02:30',
      timeZone: 'Europe/Vienna',
      earlier,
      later,
    })
    expect(instantOf('2026-10-25T02:30', 'Europe/Vienna', 'earlier')).toEqual(earlier)
    expect(instantOf('2026-10-25T02:30', 'Europe/Vienna', 'later')).toEqual(later)
  })
})

describe('Given a planned time', () => {
  const time = { wall: '2026-02-03T19:00', timeZone: 'europe/vienna', durationMinutes: 90 }

  it('when it lies ahead, then it becomes a slot in the zone as it is spelled', () => {
    const slot = slotOf(time, winter)
    expect(slot).toEqual({
      startsAt: new Date('2026-02-03T18:00:00Z'),
      durationMinutes: 90,
      timeZone: 'Europe/Vienna',
    })
    if (isRefusal(slot)) return
    expect(endOf(slot)).toEqual(new Date('2026-02-03T19:30:00Z'))
  })

  it('when it has passed, then it is refused; at this very instant it is not', () => {
    const startsAt = new Date('2026-02-03T18:00:00Z')
    expect(slotOf(time, new Date(startsAt.getTime() + 1))).toMatchObject({
      refused: 'in-the-past',
      startsAt,
      timeZone: time.timeZone,
    })
    expect(isRefusal(slotOf(time, startsAt))).toBe(false)
  })

  it('when it is shorter than 5 or longer than 1440 minutes, or no whole number, then it is refused', () => {
    for (const minutes of [0, 4, 1441, 45.5, Number.NaN]) {
      expect(slotOf({ ...time, durationMinutes: minutes }, winter)).toMatchObject({
        refused: 'duration-out-of-bounds',
        least: 5,
        most: 1440,
      })
    }
    for (const minutes of [5, 1440])
      expect(isRefusal(slotOf({ ...time, durationMinutes: minutes }, winter))).toBe(false)
  })

  it('when it ends at or before its start, then it is refused', () => {
    const ends = new Date('2026-02-03T19:30:00Z')
    const starts = new Date('2026-02-03T18:00:00Z')
    expect(minutesBetween(starts, ends)).toBe(90)
    expect(minutesBetween(ends, starts)).toEqual({ refused: 'end-before-start', startsAt: ends, endsAt: starts })
    expect(minutesBetween(starts, starts)).toMatchObject({ refused: 'end-before-start' })
  })
})

describe('Given an instant', () => {
  it('when parties sit in other zones, then each has its local time and the difference in days', () => {
    const evening = new Date('2026-02-03T18:00:00Z')
    expect(localTimes(evening, 'Europe/Vienna', ['Asia/Tokyo', 'America/Lima', 'Pacific/Honolulu'])).toEqual([
      { timeZone: 'Asia/Tokyo', wall: '2026-02-04T03:00', dayDifference: 1 },
      { timeZone: 'America/Lima', wall: '2026-02-03T13:00', dayDifference: 0 },
      { timeZone: 'Pacific/Honolulu', wall: '2026-02-03T08:00', dayDifference: 0 },
    ])
    const nightInTokyo = new Date('2026-02-03T17:00:00Z')
    expect(localTimes(nightInTokyo, 'Asia/Tokyo', ['Europe/Vienna'])[0]?.dayDifference).toBe(-1)
  })

  it('when the zones are 25 hours apart, then the difference is two days', () => {
    const instant = new Date('2026-02-02T10:30:00Z')
    expect(localTimes(instant, 'Pacific/Pago_Pago', ['Pacific/Kiritimati'])).toEqual([
      { timeZone: 'Pacific/Kiritimati', wall: '2026-02-03T00:30', dayDifference: 2 },
    ])
  })
})

describe('Properties of zoned time', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const minute = fc
    .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2034, 0, 1) / 60_000 })
    .map((minutes) => new Date(minutes * 60_000))

  it('the wall time of any instant leads back to it, with a choice only where there are two', () => {
    fc.assert(
      fc.property(minute, zone, (instant, timeZone) => {
        const back = instantOf(wallTimeIn(instant, timeZone), timeZone)
        const candidates = isRefusal(back)
          ? back.refused === 'wall-time-is-ambiguous' && [back.earlier, back.later]
          : [back]
        expect(candidates).toContainEqual(instant)
      }),
      { numRuns: 500 },
    )
  })

  it('around every change of the clocks of every zone, a wall time has the instants that Temporal gives it', () => {
    const wrong: string[] = []
    for (const { zone, changes } of zoneChanges())
      for (const change of changes)
        for (const minutes of [-61, -30, -1, 0, 29, 59, 60]) {
          const wall = zoned(zone, change + minutes * 60_000)
            .toPlainDateTime()
            .toString({ smallestUnit: 'minute' })
          const skipped = zoned(zone, change - 1)
            .toPlainDateTime()
            .add({ minutes: 31 })
            .toString({ smallestUnit: 'minute' })
          if ([wall, skipped].some((one) => !isAsInTemporal(one, zone))) wrong.push(`${zone} ${wall} ${skipped}`)
        }
    expect(wrong).toEqual([])
  }, 600_000)

  it('the neighbours of a time that does not exist do exist', () => {
    const gap = fc.tuple(fc.integer({ min: 2000, max: 2036 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(gap, ([year, past]) => {
        const sunday = Temporal.PlainDate.from({ year, month: 3, day: 31 })
        const date = sunday.subtract({ days: sunday.dayOfWeek % 7 })
        const answer = instantOf(`${date}T02:${String(past).padStart(2, '0')}`, 'Europe/Vienna')
        expect(answer).toMatchObject({ before: `${date}T01:59`, after: `${date}T03:00` })
      }),
    )
  })
})

/** The instants of a wall time, and what its zone shows instead where it has none. */
function isAsInTemporal(wall: string, zone: string): boolean {
  const plain = Temporal.PlainDateTime.from(wall)
  const both = (['earlier', 'later'] as const).map((disambiguation) => plain.toZonedDateTime(zone, { disambiguation }))
  const there = both.filter((one) => one.toPlainDateTime().equals(plain)).map((one) => one.epochMilliseconds)
  const answer = instantsOf(wall, zone).map((instant) => instant.getTime())
  if (JSON.stringify(answer) !== JSON.stringify([...new Set(there)])) return false
  if (there.length > 0) return there.every((at) => wallTimeIn(new Date(at), zone) === wall)
  const [, later] = both
  const jump = later?.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  return jumpOver(wall, zone).getTime() === jump?.epochMilliseconds
}
