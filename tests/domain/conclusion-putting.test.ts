import { describe, expect, test } from 'vitest'
import type { CommitmentTerms } from '#domain/conclusion/content.ts'
import { obstacleToPutting } from '#domain/conclusion/put.ts'
import {
  authorisedDelegate,
  bilateral,
  chair,
  facilitator,
  HARBOUR,
  jonas,
  LEVELS,
  MILL,
  millDelegate,
  millDeputy,
  millObserver,
  mira,
  multilateral,
  NOON,
  ORCHARD,
  Procedure,
  person,
  put,
  rapporteur,
  revise,
  study,
  told,
  willMeasure,
  without,
  wording,
} from './conclusion-given.ts'

describe('a version is put (rule 6)', () => {
  test('it stands still, and the parties present are its deciders', () => {
    const procedure = new Procedure(without({ ...multilateral, kind: 'multilateral' }, ORCHARD)).drafted(chair)
    procedure.given(put(chair))
    expect(procedure.is).toMatchObject({
      state: 'put',
      current: {
        number: 1,
        putting: {
          byPersonId: 'noor',
          deciders: [
            { kind: 'party', partyId: MILL },
            { kind: 'party', partyId: HARBOUR },
          ],
          stances: [],
        },
      },
    })
  })

  test('in a study session its named participants decide, as persons', () => {
    const procedure = new Procedure(study('mira', 'lena')).drafted(mira).given(put(millDelegate))
    expect(procedure.is).toMatchObject({
      current: {
        putting: {
          deciders: [
            { kind: 'person', personId: 'mira' },
            { kind: 'person', personId: 'lena' },
          ],
        },
      },
    })
  })

  test.each([
    ['the chair of a multilateral', multilateral, chair],
    ['the chair of a bilateral', bilateral, chair],
    ['the head of either party of a bilateral', bilateral, jonas],
    ['a standing deputy', bilateral, millDeputy],
    ['a delegate authorised for the meeting', bilateral, authorisedDelegate],
    ['a participant of a study session', study('mira', 'lena'), millDelegate],
  ] as const)('by %s', (_who, meeting, by) => {
    expect(told(new Procedure(meeting).drafted(chair).when(put(by)))).toEqual(['put'])
  })

  test.each([
    ['a party of a multilateral', multilateral, mira],
    ['the rapporteur', multilateral, rapporteur],
    ['the facilitator of a bilateral', bilateral, facilitator],
    ['a delegate who was not authorised', bilateral, millDelegate],
    ['an observer', bilateral, millObserver],
    ['an observer who was made chair', bilateral, person('otto', MILL, 'observer', ['chair'])],
    ['somebody who is not a participant of the study session', study('mira'), jonas],
  ] as const)('not by %s', (_who, meeting, by) => {
    expect(new Procedure(meeting).drafted(chair).when(put(by))).toEqual({ refused: 'not-entitled' })
  })

  test('from the opening of the meeting until its record is agreed', () => {
    const procedure = new Procedure({ ...bilateral, state: 'scheduled' }).drafted(mira)
    expect(told(procedure.when(put(mira)))).toBe('meeting-not-open')
    expect(told(procedure.meeting({ state: 'agreed' }).when(put(mira)))).toBe('record-agreed')
    expect(told(procedure.meeting({ state: 'closed' }).when(put(mira)))).toEqual(['put'])
  })

  test('the version that the actor read, and once', () => {
    const procedure = new Procedure(bilateral).drafted(mira).given(revise(jonas, 1, 'Levels are read daily.'))
    expect(procedure.when(put(mira, 1))).toEqual({ refused: 'version-changed', current: 2 })
    procedure.given(put(mira, 2))
    expect(procedure.when(put(mira, 2))).toEqual({ refused: 'not-a-draft', state: 'put' })
  })

  test('not without words', () => {
    const procedure = new Procedure(bilateral).drafted(mira, 'common-position', wording(' \n'))
    expect(procedure.when(put(mira))).toEqual({ refused: 'text-missing', field: 'wording' })
  })

  test('not while it rests on a text that not all of them may read', () => {
    const procedure = new Procedure({ ...bilateral, citesLimitedText: true }).drafted(mira)
    expect(procedure.when(put(mira))).toEqual({ refused: 'cites-limited-text' })
  })

  test('what is still needed can be said beforehand', () => {
    const procedure = new Procedure(bilateral).drafted(mira, 'cooperation')
    const obstacle = procedure.is.state === 'draft' && obstacleToPutting(procedure.is, procedure.context, NOON)
    expect(obstacle).toEqual(procedure.when(put(mira)))
  })
})

describe('resolutions are few (M4, rules 4, 5 and 15)', () => {
  const resolution = (more: object = {}) => new Procedure({ ...multilateral, ...more }).drafted(chair, 'resolution')

  test('up to the limit of the meeting', () => {
    expect(told(resolution({ otherResolutionsPut: 2 }).when(put(chair)))).toEqual(['put'])
    expect(resolution({ otherResolutionsPut: 3 }).when(put(chair))).toEqual({
      refused: 'resolution-limit',
      limit: 3,
      put: 3,
    })
    expect(told(resolution({ otherResolutionsPut: 3, resolutionLimit: 4 }).when(put(chair)))).toEqual(['put'])
  })

  test('other kinds are not counted', () => {
    const procedure = new Procedure({ ...multilateral, otherResolutionsPut: 3 }).drafted(chair, 'common-position')
    expect(told(procedure.when(put(chair)))).toEqual(['put'])
  })

  test('a multilateral with fewer than three parties adopts no resolution, but other conclusions', () => {
    const left = without(multilateral, ORCHARD)
    expect(new Procedure(left).drafted(chair, 'resolution').when(put(chair))).toEqual({
      refused: 'too-few-parties',
      present: 2,
      needed: 3,
    })
    expect(told(new Procedure(left).drafted(chair, 'common-position').when(put(chair)))).toEqual(['put'])
  })
})

describe('nothing is put to fewer than could adopt it (rule 7)', () => {
  test.each([
    ['a bilateral that one side left', without(bilateral, HARBOUR), 1],
    ['a multilateral with one party left', without(multilateral, HARBOUR, ORCHARD), 1],
  ] as const)('in %s', (_meeting, meeting, present) => {
    const procedure = new Procedure(meeting).drafted(chair)
    expect(procedure.when(put(chair))).toEqual({ refused: 'too-few-parties', present, needed: 2 })
  })

  test('in a study session without participants', () => {
    expect(told(new Procedure(study()).drafted(chair).when(put(chair)))).toBe('too-few-parties')
  })
})

describe('cooperation says who does what by when (M3, rule 5)', () => {
  const cooperation = (meeting = bilateral, ...commitments: CommitmentTerms[]) =>
    new Procedure(meeting).drafted(chair, 'cooperation', wording(LEVELS, { commitments })).when(put(chair))

  test('in a bilateral it carries at least one commitment', () => {
    expect(cooperation()).toEqual({ refused: 'no-commitment' })
    expect(told(cooperation(bilateral, willMeasure))).toEqual(['put'])
  })

  test('in a multilateral, and in a study session, it may be a general line', () => {
    expect(told(cooperation(multilateral))).toEqual(['put'])
    expect(told(cooperation(study('mira')))).toEqual(['put'])
  })

  test.each([
    ['what', { what: ' ' }],
    ['party', { partyId: null }],
    ['due-date', { dueOn: null }],
  ] as const)('a commitment that lacks its %s is not put', (lacks, gap) => {
    for (const meeting of [bilateral, multilateral])
      expect(cooperation(meeting, willMeasure, { ...willMeasure, ...gap })).toEqual({
        refused: 'commitment-incomplete',
        place: 1,
        lacks,
      })
  })

  test('nobody is bound who is not there to agree', () => {
    const byOrchard = { ...willMeasure, partyId: ORCHARD }
    const refusal = { refused: 'commitment-of-outsider', place: 0, partyId: ORCHARD }
    expect(cooperation(bilateral, byOrchard)).toEqual(refusal)
    expect(cooperation(without(multilateral, ORCHARD), byOrchard)).toEqual(refusal)
  })

  test('a day that is past everywhere on Earth is no due date', () => {
    expect(told(cooperation(bilateral, { ...willMeasure, dueOn: '2027-03-01' }))).toEqual(['put'])
    expect(cooperation(bilateral, { ...willMeasure, dueOn: '2027-02-28' })).toEqual({
      refused: 'commitment-due-in-past',
      place: 0,
    })
  })
})

describe('the record is agreed as a conclusion is', () => {
  const minutes = wording('Minutes up to entry 41', { chainHead: { sequence: 41, hash: 'ab' } })

  test('once the meeting has closed', () => {
    const procedure = new Procedure(multilateral).drafted(chair, 'record', minutes)
    expect(procedure.when(put(chair))).toEqual({ refused: 'meeting-not-closed' })
    expect(told(procedure.meeting({ state: 'closed' }).when(put(chair)))).toEqual(['put'])
  })
})
