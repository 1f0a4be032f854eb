import { describe, expect, it } from 'vitest'
import { localHours, type TypedTime, typedInstant } from '#domain/meeting/local-hours.ts'

const typed = (more: Partial<TypedTime>): TypedTime => ({
  date: '2027-10-31',
  clock: '09:00',
  timeZone: 'Europe/Vienna',
  durationMinutes: 60,
  fold: null,
  ...more,
})

describe('Given a time that is being typed', () => {
  it('when a part of it is missing, is no day or names no zone, then it cannot be read yet', () => {
    for (const more of [
      { date: '' },
      { clock: '' },
      { date: '2027-13-01' },
      { timeZone: '' },
      { timeZone: 'Atlantis/Main' },
    ])
      expect(typedInstant(typed(more))).toEqual({ is: 'unread' })
  })

  it('when the clocks jump over it or show it twice, then that is said and nothing is guessed', () => {
    expect(typedInstant(typed({}))).toEqual({ is: 'once', startsAt: new Date('2027-10-31T08:00:00Z') })
    expect(typedInstant(typed({ date: '2027-03-28', clock: '02:30' }))).toEqual({ is: 'skipped' })
    expect(typedInstant(typed({ clock: '02:50' }))).toEqual({ is: 'twice' })
    const chosen = { is: 'chosen', startsAt: new Date('2027-10-31T01:50:00Z') }
    expect(typedInstant(typed({ clock: '02:50', fold: 'later' }))).toEqual(chosen)
  })
})

describe('Given a start and the zones of the parties', () => {
  const hoursAt = (start: string, minutes: number, zone: string) =>
    localHours(new Date(start), minutes, 'UTC', [zone])[0]

  it.each([
    ['2027-06-01T12:00:00Z', 60, 'Pacific/Auckland', '00:00', 1, true],
    ['2027-06-01T12:00:00Z', 60, 'America/Bogota', '07:00', 0, false],
    ['2027-06-01T11:59:00Z', 60, 'America/Bogota', '06:59', 0, true],
    ['2027-06-01T20:00:00Z', 120, 'UTC', '20:00', 0, false],
    ['2027-06-01T20:00:00Z', 121, 'UTC', '20:00', 0, true],
    ['2027-06-01T22:00:00Z', 0, 'UTC', '22:00', 0, true],
    ['2027-06-01T03:00:00Z', 60, 'America/Bogota', '22:00', -1, true],
    ['2027-06-01T08:00:00Z', 1440, 'UTC', '08:00', 0, true],
  ])(
    'when it is %s for %i minutes, then in %s it begins at %s, %i days away; in the night: %s',
    (start, minutes, zone, clock, dayDifference, night) => {
      expect(hoursAt(start, minutes, zone)).toMatchObject({ clock, dayDifference, night })
    },
  )
})
