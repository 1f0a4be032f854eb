/** Sight begins when one joined (rules 14 and 15): a party that joins a meeting of which the others know. */
import { describe, expect, it } from 'vitest'
import { activeParties, type Meeting } from '#domain/meeting/meeting.ts'
import {
  type Act,
  answer,
  appoint,
  chaired,
  delegate,
  having,
  head,
  later,
  multilateralDraft,
  noon,
  olga,
  outsider,
  type Person,
  partyLeaves,
  schedule,
  standing,
} from './meeting-scene.ts'

const list =
  (person: Person, ...partyIds: string[]): Act =>
  (meeting) => ({ type: 'change-parties', by: standing(person, meeting), partyIds })
const open =
  (person: Person, partyId: string, agree = true): Act =>
  (meeting) => ({ type: 'open-earlier', by: standing(person, meeting), partyId, agree })

const joined = having(chaired, list(olga, 'library', 'harbour', 'school', 'mill'))
const partyOf = (meeting: Meeting, id: string) => meeting.parties.find(({ partyId }) => partyId === id)

describe('Given a party that is added', () => {
  it('when nobody but its makers knows of the meeting, then it sees all, and is gone when it is taken off', () => {
    const draft = having(multilateralDraft, list(olga, 'library', 'harbour', 'school', 'mill'))
    expect(partyOf(draft, 'mill')?.seesFrom).toBeNull()
    expect(partyOf(having(draft, list(olga, 'library', 'harbour', 'school')), 'mill')).toBeUndefined()
  })

  it('when the others know of it, then it sees what is written from then on', () => {
    expect(partyOf(joined, 'mill')).toEqual({
      partyId: 'mill',
      joinedAt: noon,
      leftAt: null,
      seesFrom: noon,
      openedBy: [],
    })
  })

  it('when it is taken off again, then it has left, and comes back anew', () => {
    const off = having(joined, list(olga, 'library', 'harbour', 'school'))
    expect(activeParties(off)).toEqual(['library', 'harbour', 'school'])
    expect(partyOf(off, 'mill')?.leftAt).toEqual(noon)
    const back = answer(off, list(olga, 'library', 'harbour', 'school', 'mill'), later(5))
    expect(back).toEqual([{ type: 'parties-changed', added: ['mill'], removed: [], since: later(5) }])
  })
})

describe('Given what was written before it joined', () => {
  it('when each party of before says so, then all is open to it; until then each takes its word back alone', () => {
    const two = having(joined, open(head('library'), 'mill'), open(head('harbour'), 'mill'))
    expect(partyOf(two, 'mill')).toMatchObject({ seesFrom: noon, openedBy: ['library', 'harbour'] })
    const back = having(two, open(head('library'), 'mill', false))
    expect(partyOf(back, 'mill')?.openedBy).toEqual(['harbour'])
    const all = having(back, open(head('school'), 'mill'), open(head('library'), 'mill'))
    expect(partyOf(all, 'mill')).toMatchObject({ seesFrom: null, openedBy: [] })
    expect(answer(all, open(head('library'), 'mill', false))).toEqual({ refused: 'nothing-hidden' })
  })

  it('then nobody else says so: not the party itself, no organizer, no chair, no delegate, no head installed later', () => {
    expect(answer(joined, open(head('mill'), 'mill'))).toMatchObject({ refused: 'not-entitled' })
    for (const person of [olga, outsider, delegate('library')])
      expect(answer(joined, open(person, 'mill'))).toEqual({ refused: 'speaks-for-no-party' })
    const installed = { ...head('library'), personId: 'new', seesFrom: later(1) }
    expect(answer(joined, open(installed, 'mill'))).toMatchObject({ refused: 'not-entitled' })
  })

  it('when two joined at once, then neither is asked about the other; when one after the other, the first is', () => {
    const both = having(chaired, list(olga, 'library', 'harbour', 'school', 'mill', 'weir'))
    expect(answer(both, open(head('weir'), 'mill'))).toMatchObject({ refused: 'not-entitled' })
    const [first] = chaired.parties
    if (first === undefined) throw new Error('It has parties.')
    const after = { ...joined, parties: [...joined.parties, { ...first, partyId: 'weir', seesFrom: later(5) }] }
    expect(answer(after, open(head('mill'), 'weir'))).toMatchObject([
      { type: 'seat-taken' },
      { byPartyId: 'mill', inForce: false },
    ])
  })

  it('when one of those that were there was taken off and came back, then it is asked all the same', () => {
    const off = having(joined, list(olga, 'library', 'harbour', 'mill'))
    const back = having(off, list(olga, 'library', 'harbour', 'school', 'mill'))
    const parties = back.parties.map((one) => (one.partyId === 'school' ? { ...one, seesFrom: later(5) } : one))
    const two = having({ ...back, parties }, open(head('library'), 'mill'), open(head('harbour'), 'mill'))
    expect(partyOf(two, 'mill')).toMatchObject({ seesFrom: noon, openedBy: ['library', 'harbour'] })
    expect(partyOf(having(two, open(head('school'), 'mill')), 'mill')?.seesFrom).toBeNull()
  })

  it('when one of those that were there has left without a word, then nobody opens it', () => {
    const left = having(joined, partyLeaves(head('school'), 'school'))
    expect(answer(left, open(head('library'), 'mill'))).toEqual({ refused: 'opener-left' })
  })
})

describe('Given offices of a multilateral in which something is written', () => {
  const written = { ...having(multilateralDraft, schedule(olga)), written: true }

  it('then an organizer appoints neither themselves nor anybody who does not take part, nor whoever joined later', () => {
    for (const who of [olga, outsider])
      expect(answer(written, appoint(olga, 'rapporteur', who))).toEqual({ refused: 'office-opens-older' })
    const withMill = { ...having(written, list(olga, 'library', 'harbour', 'school', 'mill')), written: true }
    expect(answer(withMill, appoint(olga, 'chair', head('mill')))).toEqual({ refused: 'office-opens-older' })
    expect(answer(withMill, appoint(olga, 'chair', head('school')))).toMatchObject([{ type: 'office-appointed' }])
  })
})
