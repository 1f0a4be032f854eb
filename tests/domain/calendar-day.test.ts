import { describe, expect, it } from 'vitest'
import { earliestToday, endOfDayIn, lastDayOver, todayIn } from '#domain/calendar-day.ts'
import { followedState } from '#domain/commitment.ts'
import { dateOf, zoneChanges } from '#tests/setup/zone-changes.ts'

const at = (instant: string) => new Date(instant)

describe('Given a day in a zone', () => {
  it('when the clocks do nothing special, then it ends with its last instant before midnight', () => {
    expect(endOfDayIn('Asia/Kathmandu', '2027-03-01')).toEqual(at('2027-03-01T18:14:59.999Z'))
    expect(endOfDayIn('Europe/Lisbon', '2027-03-28')).toEqual(at('2027-03-28T22:59:59.999Z'))
    expect(endOfDayIn('UTC', '2999-12-31')).toEqual(at('2999-12-31T23:59:59.999Z'))
  })

  it('when the clocks go back over the midnight after it, then it ends with the first midnight, because the second is in the next day', () => {
    expect(endOfDayIn('Atlantic/Azores', '2027-10-30')).toEqual(at('2027-10-30T23:59:59.999Z'))
    expect(endOfDayIn('America/Havana', '2027-11-06')).toEqual(at('2027-11-07T03:59:59.999Z'))
  })

  it('when the clocks go back from midnight into it, then its last hour comes twice and both belong to it', () => {
    expect(endOfDayIn('Asia/Beirut', '2027-10-30')).toEqual(at('2027-10-30T21:59:59.999Z'))
    expect(endOfDayIn('America/Asuncion', '2023-03-25')).toEqual(at('2023-03-26T03:59:59.999Z'))
  })

  it('when the clocks go back into it after midnight has passed, then it is over once its date is shown no more', () => {
    // At 00:01 on the 29th the clocks of Newfoundland showed 23:01 of the 28th again.
    expect(endOfDayIn('America/St_Johns', '2006-10-28')).toEqual(at('2006-10-29T03:29:59.999Z'))
  })

  it('when the clocks jump over the midnight after it, then it ends where they jump', () => {
    expect(endOfDayIn('Africa/Cairo', '2027-04-29')).toEqual(at('2027-04-29T21:59:59.999Z'))
  })

  it('when the zone leaves that day out, then it is over with the day before', () => {
    expect(endOfDayIn('Pacific/Apia', '2011-12-29')).toEqual(at('2011-12-30T09:59:59.999Z'))
    expect(endOfDayIn('Pacific/Apia', '2011-12-30')).toEqual(at('2011-12-30T09:59:59.999Z'))
    expect(endOfDayIn('Pacific/Apia', '2011-12-31')).toEqual(at('2011-12-31T09:59:59.999Z'))
  })
})

describe('Given an instant', () => {
  it('then each zone has its own today, and the last day that is over there is the one before', () => {
    const instant = at('2027-04-30T22:00:00Z')
    expect([todayIn('America/Lima', instant), lastDayOver('America/Lima', instant)]).toEqual([
      '2027-04-30',
      '2027-04-29',
    ])
    expect([todayIn('Pacific/Auckland', instant), lastDayOver('Pacific/Auckland', instant)]).toEqual([
      '2027-05-01',
      '2027-04-30',
    ])
    expect(earliestToday(instant)).toBe('2027-04-30')
  })
})

describe('Every day around every change of the clocks of every zone', () => {
  // The reference is Temporal, which the product does not use for this.
  it('ends with the last instant that shows its date, and late means the same by date and by instant', () => {
    const days = zoneChanges().flatMap(({ zone, changes }) =>
      changes.flatMap((change) => daysAround(zone, change).map((date) => ({ zone, date, change }))),
    )
    expect(days.filter(({ zone, date, change }) => !endsRightly(zone, date, change))).toEqual([])
    expect(days.length).toBeGreaterThan(500)
  }, 600_000)
})

const hour = 3_600_000

function daysAround(zone: string, change: number): readonly string[] {
  const near = [-24 * hour, -1, 0, 24 * hour].map((distance) => dateOf(zone, change + distance))
  const skipped = near[1] === undefined ? [] : [Temporal.PlainDate.from(near[1]).add({ days: 1 }).toString()]
  return [...new Set([...near, ...skipped])]
}

function endsRightly(zone: string, date: string, change: number): boolean {
  const end = endOfDayIn(zone, date).getTime()
  const later = [end + 1, end + hour, end + 25 * hour, change, change + hour, change + 24 * hour].filter(
    (one) => one > end,
  )
  const over = dateOf(zone, end) <= date && later.every((one) => dateOf(zone, one) > date)
  const open = { state: 'open', dueOn: date, replaced: false } as const
  return (
    over &&
    [end - 1, end, end + 1, change - 1, change].every((one) => {
      const now = new Date(one)
      const late = followedState(open, zone, now) === 'late'
      return late === one > end && late === date <= lastDayOver(zone, now)
    })
  )
}
