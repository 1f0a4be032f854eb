import { describe, expect, test } from 'vitest'
import { type Coming, newcomerDays, welcomingOf } from '#domain/party/newcomer.ts'

const came = new Date('2026-05-01T10:00:00.000Z')
const daysOn = (days: number) => new Date(came.getTime() + days * 86_400_000)
const coming = (more: Partial<Coming> = {}): Coming => ({ since: came, hasActed: true, dismissedAt: null, ...more })

describe('given somebody who came into a group', () => {
  test('then they are told what they are there for as long as they are new, whatever they did', () => {
    expect(welcomingOf(coming(), daysOn(newcomerDays - 0.01))).toBe('told')
    expect(welcomingOf(coming(), daysOn(newcomerDays))).toBe('if-empty')
  })

  test('then also later, if they have done nothing', () => {
    expect(welcomingOf(coming({ hasActed: false }), daysOn(400))).toBe('told')
  })

  test('then no more once they put it away, until they become something else', () => {
    const dismissed = { hasActed: false, dismissedAt: daysOn(2) }
    expect(welcomingOf(coming(dismissed), daysOn(3))).toBe('dismissed')
    expect(welcomingOf(coming({ ...dismissed, since: daysOn(2) }), daysOn(3))).toBe('dismissed')
    expect(welcomingOf(coming({ ...dismissed, since: daysOn(2.5) }), daysOn(3))).toBe('told')
  })

  test('then where it is not known since when, only a place where nothing else stands tells it', () => {
    expect(welcomingOf(coming({ since: null, hasActed: false }), came)).toBe('if-empty')
  })
})
