import { describe, expect, test } from 'vitest'
import type { PutRecord } from '#domain/conclusion/command.ts'
import { LIMITS } from '#domain/conclusion/text.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import {
  bilateral,
  chair,
  consent,
  jonas,
  mira,
  multilateral,
  Procedure,
  put,
  revise,
  takeBack,
  told,
  withdraw,
  wording,
} from './conclusion-given.ts'

const closed = { ...bilateral, state: 'closed' } as const
const putRecord = (by: Participant, sequence = 41, text = '# River evening'): PutRecord => ({
  type: 'put-record',
  by,
  conclusionId: 'c1',
  title: 'River evening',
  content: wording(text, { chainHead: { sequence, hash: 'ab' } }),
})

describe('the minutes are put', () => {
  test('in one act they are opened and stand still, with the parties as their deciders', () => {
    const procedure = new Procedure(closed)
    expect(told(procedure.when(putRecord(mira)))).toEqual(['opened', 'put'])
    expect(procedure.is).toMatchObject({ kind: 'record', state: 'put', current: { wording: '# River evening' } })
  })

  test('by the chair in a multilateral, and by no party', () => {
    const plenary = { ...multilateral, state: 'closed' } as const
    expect(told(new Procedure(plenary).when(putRecord(mira)))).toBe('not-entitled')
    expect(told(new Procedure(plenary).when(putRecord(chair)))).toEqual(['opened', 'put'])
  })

  test('not before the meeting has closed, and not after its record is agreed', () => {
    expect(told(new Procedure(bilateral).when(putRecord(mira)))).toBe('meeting-not-closed')
    expect(told(new Procedure({ ...closed, state: 'agreed' }).when(putRecord(mira)))).toBe('record-agreed')
  })

  test('once: while they stand they are not put again', () => {
    expect(told(new Procedure(closed).given(putRecord(mira)).when(putRecord(jonas)))).toBe('record-is-put')
  })

  test('taken back, they are put anew as the next version, up to a later entry', () => {
    const procedure = new Procedure(closed).given(putRecord(mira), consent(jonas), takeBack(mira))
    expect(told(procedure.when(putRecord(jonas, 45, '# Corrected')))).toEqual(['revised', 'put'])
    expect(procedure.is).toMatchObject({
      current: { number: 2, wording: '# Corrected', chainHead: { sequence: 45 }, putting: { stances: [] } },
    })
  })

  test('always up to an entry of the record, also when they are put anew', () => {
    const headless: PutRecord = { ...putRecord(mira), content: wording('# River evening') }
    expect(told(new Procedure(closed).when(headless))).toBe('record-head-mismatch')
    expect(told(new Procedure(closed).given(putRecord(mira), takeBack(mira)).when(headless))).toBe(
      'record-head-mismatch',
    )
  })

  test('nobody words them by hand, nor puts old ones again', () => {
    const procedure = new Procedure(closed).given(putRecord(mira), takeBack(mira))
    const own = wording('# As I remember it', { chainHead: { sequence: 41, hash: 'ab' } })
    expect(told(procedure.when(revise(mira, 1, own)))).toBe('minutes-are-rendered')
    expect(told(procedure.when(put(mira)))).toBe('minutes-are-rendered')
  })

  test('withdrawn, they are no draft to go on with', () => {
    const procedure = new Procedure(closed).given(putRecord(mira), withdraw(mira))
    expect(told(procedure.when(putRecord(mira)))).toBe('record-is-put')
  })

  test('they may be longer than what people word, and not without end', () => {
    const long = 'x'.repeat(LIMITS.wording + 1)
    expect(told(new Procedure(closed).when(putRecord(mira, 41, long)))).toEqual(['opened', 'put'])
    const endless = 'x'.repeat(LIMITS.minutes + 1)
    expect(told(new Procedure(closed).when(putRecord(mira, 41, endless)))).toBe('text-too-long')
  })
})
