import { describe, expect, test } from 'vitest'
import {
  type Commitment,
  type CommitmentCommand,
  decideCommitment,
  evolveCommitment,
  followedState,
} from '#domain/commitment.ts'
import { isRefusal } from '#domain/refusal.ts'
import { isPlainDate } from '#domain/zoned-time.ts'
import {
  authorisedDelegate,
  chair,
  jonas,
  millDelegate,
  millDeputy,
  millObserver,
  mira,
  NOON,
} from './conclusion-given.ts'

const open: Commitment = {
  id: 'k1',
  what: 'Publish the levels',
  partyId: 'mill',
  personId: null,
  dueOn: '2027-04-30',
  state: 'open',
  reason: null,
  replaced: false,
}
const done: Commitment = { ...open, state: 'done' }
const dropped: Commitment = { ...open, state: 'dropped', reason: 'The gauge broke' }

const following = (commitment: Commitment, command: CommitmentCommand): Commitment | string => {
  const decision = decideCommitment(commitment, command, NOON)
  return isRefusal(decision) ? decision.refused : evolveCommitment(commitment, decision)
}

describe('a commitment is followed', () => {
  test('open, then done', () => {
    expect(following(open, { type: 'mark-done', by: mira })).toEqual({ ...open, state: 'done' })
  })

  test('or dropped with a reason', () => {
    expect(following(open, { type: 'drop', by: mira, reason: 'The gauge broke' })).toEqual(dropped)
    expect(following(open, { type: 'drop', by: mira, reason: ' ' })).toBe('text-missing')
  })

  test('and reopened with a reason', () => {
    const reopen = { type: 'reopen', by: mira, reason: 'A page is missing' } as const
    for (const ended of [done, dropped])
      expect(following(ended, reopen)).toEqual({ ...open, reason: 'A page is missing' })
    expect(following(done, { ...reopen, reason: '' })).toBe('text-missing')
  })

  test('until its conclusion is superseded: what binds now stands in the later one', () => {
    expect(following({ ...open, replaced: true }, { type: 'mark-done', by: mira })).toBe('commitment-replaced')
  })

  test('what is not open is neither done nor dropped; what is open is not reopened', () => {
    for (const ended of [done, dropped]) {
      expect(following(ended, { type: 'mark-done', by: mira })).toBe('commitment-not-open')
      expect(following(ended, { type: 'drop', by: mira, reason: 'x' })).toBe('commitment-not-open')
    }
    expect(following(open, { type: 'reopen', by: mira, reason: 'x' })).toBe('commitment-open')
  })

  test('by whoever speaks for the responsible party (rule 13)', () => {
    for (const by of [millDeputy, authorisedDelegate])
      expect(following(open, { type: 'mark-done', by })).toMatchObject({ state: 'done' })
    for (const by of [jonas, chair, millDelegate, millObserver])
      expect(following(open, { type: 'mark-done', by })).toBe('not-entitled')
  })
})

describe('late follows from the date', () => {
  test('after its last day, and only while it is open', () => {
    const [last, next] = [new Date('2027-05-01T04:59:59.999Z'), new Date('2027-05-01T05:00:00Z')]
    expect(followedState(open, 'America/Lima', last)).not.toBe('late')
    expect(followedState(open, 'America/Lima', next)).toBe('late')
    expect(followedState(done, 'America/Lima', next)).not.toBe('late')
    expect(followedState(dropped, 'America/Lima', next)).not.toBe('late')
  })

  test('the day is that of the responsible party’s zone', () => {
    const instant = new Date('2027-04-30T22:00:00Z')
    expect(followedState(open, 'America/Lima', instant)).not.toBe('late')
    expect(followedState(open, 'Pacific/Auckland', instant)).toBe('late')
  })
})

test('a plain date is a day that exists', () => {
  expect(['2028-02-29', '2027-12-31', '1970-01-01', '2999-12-31'].every(isPlainDate)).toBe(true)
  expect(['9999-12-31', '3000-01-01', '1969-12-31', '0000-01-01'].some(isPlainDate)).toBe(false)
  expect(['2027-02-29', '2027-13-01', '20270430', '2027-04-30Z', ''].some(isPlainDate)).toBe(false)
})
