import { describe, expect, test } from 'vitest'
import type { Command } from '#domain/conclusion/command.ts'
import type { Conclusion } from '#domain/conclusion/conclusion.ts'
import { evolve } from '#domain/conclusion/evolve.ts'
import type { ConclusionMeeting } from '#domain/conclusion/facts.ts'
import { standing } from '#domain/conclusion/standing.ts'
import type { Participant } from '#domain/meeting/participant.ts'
import {
  adReferendum,
  bilateral,
  chair,
  consent,
  decline,
  hoursLater,
  jonas,
  millDelegate,
  millObserver,
  mira,
  multilateral,
  NOON,
  object,
  Procedure,
  put,
  rapporteur,
  standAside,
  stranger,
  study,
  takeBack,
  tess,
  told,
  withdraw,
} from './conclusion-given.ts'

const record = (by: Participant, title = 'On the levels'): Command => ({
  type: 'record-divergence',
  by,
  conclusionId: 'd1',
  title,
})
const write = (by: Participant, words: string, seen: string | null = null): Command => ({
  type: 'write-words',
  by,
  words,
  seen,
})
const draft = (meeting: ConclusionMeeting = bilateral) => new Procedure(meeting, {}, 'origin').drafted(chair)
const on = (origin: Conclusion | null, meeting: ConclusionMeeting = bilateral) =>
  new Procedure(meeting, { origin }, 'd1')

describe('a divergence is recorded when a draft was not adopted (M10, rule 11)', () => {
  test.each([
    ['still a draft', draft()],
    ['withdrawn', draft().given(withdraw(chair))],
    ['blocked by an objection', draft().given(put(chair), consent(mira), object(jonas))],
    [
      'declined by principals',
      draft().given(put(chair), adReferendum(mira, hoursLater(1)), consent(jonas), decline(mira)),
    ],
    [
      'lapsed',
      draft()
        .given(put(chair), adReferendum(mira, hoursLater(1)), consent(jonas))
        .at(hoursLater(2))
        .given({ type: 'lapse' }),
    ],
  ])('given it is %s', (_how, origin) => {
    const procedure = on(origin.is)
    expect(told(procedure.when(record(mira)))).toContain('divergence-recorded')
    expect(procedure.is).toMatchObject({
      kind: 'divergence',
      state: 'recorded',
      originId: 'origin',
      sides: [{ partyId: 'mill' }, { partyId: 'harbour' }],
      words: [],
    })
    expect(standing(procedure.is, NOON).outcome).toBe('recorded')
  })

  test('given too few consented', () => {
    const origin = draft(multilateral).given(put(chair), standAside(mira), standAside(jonas), consent(tess))
    expect(told(on(origin.is, multilateral).when(record(chair)))).toEqual(['divergence-recorded', 'diverged'])
  })

  test('not while its deciders, or their principals, may still agree', () => {
    const asked = draft().given(put(chair), object(mira))
    expect(on(asked.is).when(record(chair))).toEqual({ refused: 'still-undecided', state: 'put' })
    const fixed = draft().given(put(chair), adReferendum(mira, hoursLater(1)), consent(jonas))
    expect(on(fixed.is).when(record(chair))).toEqual({ refused: 'still-undecided', state: 'ad-referendum' })
    expect(told(on(fixed.is).at(hoursLater(2)).when(record(chair)))).toEqual(['divergence-recorded'])
  })

  test('not on what was adopted, on another divergence, or on nothing', () => {
    const adopted = draft().given(put(chair), consent(mira), consent(jonas))
    expect(on(adopted.is).when(record(chair))).toEqual({ refused: 'nothing-diverges', state: 'adopted' })
    const other = on(draft().is).given(record(chair))
    expect(on(other.is).when(record(chair))).toEqual({ refused: 'nothing-diverges', state: 'recorded' })
    expect(on(null).when(record(chair))).toEqual({ refused: 'rests-on-nothing' })
  })

  test('by the chair; in a bilateral by either party; in a study session by a participant', () => {
    const done = ['divergence-recorded', 'diverged']
    expect(told(on(draft().is).when(record(jonas)))).toEqual(done)
    const plenary = draft(multilateral).is
    expect(told(on(plenary, multilateral).when(record(chair)))).toEqual(done)
    for (const by of [mira, rapporteur])
      expect(on(plenary, multilateral).when(record(by))).toEqual({ refused: 'not-entitled' })
    for (const by of [millDelegate, millObserver, stranger])
      expect(on(draft().is).when(record(by))).toEqual({ refused: 'not-entitled' })
    expect(told(on(draft().is, study('mira', 'lena')).when(record(millDelegate)))).toEqual(done)
  })

  test('from the opening of the meeting until its record is agreed, under a title', () => {
    expect(told(on(draft().is, { ...bilateral, state: 'scheduled' }).when(record(chair)))).toBe('meeting-not-open')
    expect(told(on(draft().is, { ...bilateral, state: 'agreed' }).when(record(chair)))).toBe('record-agreed')
    expect(on(draft().is).when(record(chair, ''))).toEqual({ refused: 'text-missing', field: 'title' })
  })
})

describe('the draft on which it rests ends with it, not adopted', () => {
  const ended = (origin: Procedure) => {
    const events = on(origin.is).given(record(mira)).events
    origin.conclusion = events.reduce<Conclusion | null>(evolve, origin.is)
    return origin
  }
  const objected = () => draft().given(put(chair), consent(mira), object(jonas))

  test('what was put and objected to keeps its answers, and takes no others', () => {
    const origin = ended(objected())
    expect(origin.is).toMatchObject({ state: 'diverged', endedAt: NOON })
    expect(standing(origin.is, NOON)).toMatchObject({ outcome: 'diverged', answered: [{}, {}], missing: [] })
    const state = 'diverged'
    expect(origin.when(consent(jonas))).toEqual({ refused: 'not-put', state })
    expect(origin.when(takeBack(chair))).toEqual({ refused: 'not-put', state })
    expect(origin.when(withdraw(chair))).toEqual({ refused: 'not-a-draft', state })
  })

  test('a draft that nobody was asked about is not adopted beside it', () => {
    const origin = ended(draft())
    expect(origin.is).toMatchObject({ state: 'diverged' })
    expect(origin.when(put(chair))).toEqual({ refused: 'not-a-draft', state: 'diverged' })
    expect(standing(origin.is, NOON).answered).toEqual([])
  })

  test('no second divergence is recorded on it, and its wording may start a new draft', () => {
    const { is } = ended(objected())
    expect(on(is).when(record(chair))).toEqual({ refused: 'nothing-diverges', state: 'diverged' })
    const again = new Procedure(bilateral, { origin: is }, 'c2').drafted(chair)
    expect(again.is).toMatchObject({ state: 'draft', originId: 'origin' })
  })

  test.each([
    ['withdrawn', draft().given(withdraw(chair))],
    ['declined', draft().given(put(chair), adReferendum(mira, hoursLater(1)), consent(jonas), decline(mira))],
  ])('what was %s before stays so', (state, origin) => {
    expect(ended(origin).is).toMatchObject({ state })
  })
})

describe('each side has its own words in it', () => {
  const recorded = () => on(draft().is).given(record(mira))

  test('a side writes and changes its own words, and not the other side’s', () => {
    const procedure = recorded().given(
      write(mira, 'Weekly.'),
      write(jonas, 'Daily.'),
      write(mira, 'Weekly at least.', 'Weekly.'),
    )
    expect(procedure.is).toMatchObject({
      words: [
        { side: { partyId: 'harbour' }, words: 'Daily.', writtenById: 'jonas' },
        { side: { partyId: 'mill' }, words: 'Weekly at least.', writtenById: 'mira' },
      ],
    })
  })

  test('what somebody else of the side wrote since is not overwritten unseen, and the same words say nothing new', () => {
    const procedure = recorded().given(write(mira, 'Weekly.'))
    expect(procedure.when(write(mira, 'Daily.'))).toEqual({ refused: 'changed-meanwhile', now: { words: 'Weekly.' } })
    expect(procedure.when(write(mira, 'Weekly.'))).toEqual([])
  })

  test('whoever speaks for it writes', () => {
    for (const by of [chair, millDelegate, millObserver, stranger])
      expect(recorded().when(write(by, 'x'))).toEqual({ refused: 'not-entitled' })
  })

  test('in a study session each participant is a side', () => {
    const procedure = on(draft().is, study('mira', 'lena')).given(record(mira), write(millDelegate, 'Daily.'))
    expect(procedure.is).toMatchObject({ words: [{ side: { kind: 'person', personId: 'lena' } }] })
  })

  test('until the record of the meeting is agreed', () => {
    const procedure = recorded().meeting({ state: 'closed' }).given(write(mira, 'Weekly.'))
    expect(told(procedure.meeting({ state: 'agreed' }).when(write(mira, 'Never.')))).toBe('record-agreed')
  })

  test('words are there, and only in a divergence', () => {
    expect(recorded().when(write(mira, ' '))).toEqual({ refused: 'text-missing', field: 'words' })
    expect(draft().when(write(mira, 'x'))).toEqual({ refused: 'not-a-divergence', state: 'draft' })
  })

  test('it is not drafted, put or answered', () => {
    const state = 'recorded'
    expect(recorded().when(put(mira))).toEqual({ refused: 'not-a-draft', state })
    expect(recorded().when(withdraw(mira))).toEqual({ refused: 'not-a-draft', state })
    expect(recorded().when(consent(mira))).toEqual({ refused: 'not-put', state })
  })
})
