import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arityRefusal } from '#domain/meeting/arity.ts'
import { calendarFacts } from '#domain/meeting/calendar.ts'
import type { MeetingCommand } from '#domain/meeting/command.ts'
import { draftMeeting, type Meeting } from '#domain/meeting/meeting.ts'
import { isRefusal } from '#domain/refusal.ts'
import {
  type Act,
  accept,
  answer,
  bilateral,
  bilateralDraft,
  chaired,
  decline,
  delegate,
  evening,
  having,
  head,
  later,
  multilateralDraft,
  nextMorning,
  noon,
  offer,
  olga,
  openBilateral,
  type Person,
  propose,
  schedule,
  standing,
  studyDraft,
} from './meeting-scene.ts'

const library = head('library')
const harbour = head('harbour')

const reschedule =
  (person: Person, time = nextMorning): Act =>
  (meeting) => ({ type: 'reschedule', by: standing(person, meeting), time, reason: 'Ferry strike' })
const cancel =
  (person: Person, reason = 'Nobody has read the text'): Act =>
  (meeting) => ({ type: 'cancel', by: standing(person, meeting), reason })
const venue =
  (person: Person, place: string): Act =>
  (meeting) => ({ type: 'change-venue', by: standing(person, meeting), venue: { place, link: '' } })
const parties =
  (person: Person, ...partyIds: string[]): Act =>
  (meeting) => ({ type: 'change-parties', by: standing(person, meeting), partyIds })

describe('Given a draft, when it is scheduled (rule 1)', () => {
  it('then a study session needs one party, a bilateral two, a multilateral three or more', () => {
    const needs = {
      study: 'study-needs-one',
      bilateral: 'bilateral-needs-two',
      multilateral: 'multilateral-needs-three',
    }
    fc.assert(
      fc.property(
        fc.constantFrom('study', 'bilateral', 'multilateral'),
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }),
        (kind, partyIds) => {
          const right = {
            study: partyIds.length === 1,
            bilateral: partyIds.length === 2,
            multilateral: partyIds.length >= 3,
          }
          const events = answer(draftMeeting('m', kind, partyIds, noon), schedule(olga))
          if (right[kind]) expect(events).toMatchObject([{ type: 'scheduled' }])
          else expect(events).toEqual({ refused: needs[kind], parties: partyIds.length })
        },
      ),
    )
  })

  it('then one party named twice does not make two', () => {
    expect(arityRefusal('bilateral', ['library', 'library'])).toEqual({ refused: 'party-named-twice' })
  })

  it('then date, zone and duration are judged, and the past is refused', () => {
    const at = (change: object) => answer(bilateralDraft, schedule(olga, { ...evening, ...change }))
    expect(at({ timeZone: 'Europe/Atlantis' })).toMatchObject({ refused: 'unknown-zone' })
    expect(at({ durationMinutes: 3 })).toMatchObject({ refused: 'duration-out-of-bounds' })
    expect(at({ wall: '2026-03-01T18:00' })).toMatchObject({ refused: 'in-the-past' })
    expect(at({ wall: '2026-03-29T02:30' })).toMatchObject({ refused: 'wall-time-does-not-exist' })
  })

  it('then an empty agenda, missing participants and a missing chair are said, and do not prevent it', () => {
    const empty: Act = (meeting) => ({ type: 'schedule', by: standing(olga, meeting), time: evening, agendaItems: 0 })
    expect(answer(studyDraft, empty)).toMatchObject([
      { warnings: [{ warning: 'empty-agenda' }, { warning: 'no-participants' }] },
    ])
    expect(answer(multilateralDraft, schedule(olga))).toMatchObject([{ warnings: [{ warning: 'no-chair' }] }])
    expect(answer(bilateralDraft, schedule(olga))).toMatchObject([{ warnings: [] }])
  })

  it('then the organizer may, the head of a study circle may, and the head of one side of a bilateral may not', () => {
    expect(isRefusal(answer(studyDraft, schedule(library)))).toBe(false)
    expect(answer(studyDraft, schedule(delegate('library')))).toEqual({ refused: 'not-entitled' })
    expect(answer(bilateralDraft, schedule(library))).toEqual({ refused: 'not-entitled' })
  })

  it('then it cannot be scheduled a second time', () => {
    expect(answer(bilateral, schedule(olga))).toEqual({ refused: 'meeting-not-in-draft', state: 'scheduled' })
  })
})

describe('Given a scheduled meeting', () => {
  it('when a third party is added to a bilateral, or another put in the place of one, then it is refused', () => {
    expect(answer(bilateral, parties(olga, 'library', 'harbour', 'school'))).toEqual({
      refused: 'bilateral-needs-two',
      parties: 3,
    })
    expect(answer(bilateral, parties(olga, 'library', 'school'))).toEqual({ refused: 'parties-fixed' })
  })

  it('when the parties of a multilateral change, then at least three remain', () => {
    expect(answer(chaired, parties(olga, 'library', 'harbour', 'mill', 'school'))).toEqual([
      { type: 'parties-changed', added: ['mill'], removed: [], since: noon },
    ])
    expect(answer(chaired, parties(olga, 'library', 'harbour'))).toMatchObject({ refused: 'multilateral-needs-three' })
    expect(answer(chaired, parties(library, 'library', 'mill', 'school'))).toEqual({ refused: 'not-entitled' })
  })

  it('when it is rescheduled while a party would rather meet at another time, then that offer is gone', () => {
    const moved = having(bilateral, offer(library, 'wish'), reschedule(olga, { ...nextMorning, durationMinutes: 60 }))
    expect(moved).toMatchObject({ state: 'scheduled', offer: null })
    expect(answer(moved, accept(harbour, 'wish'))).toEqual({ refused: 'offer-changed' })
  })

  it('when a party is taken off the list, then nobody sits for it any more', () => {
    const school = head('school')
    const sit: Act = (meeting) => {
      const by = standing(school, meeting)
      return { type: 'take-seat', by, who: by, partyId: 'school' }
    }
    const seated = having(multilateralDraft, sit)
    expect(seated.seats).toHaveLength(1)
    expect(having(seated, parties(olga, 'library', 'harbour', 'mill')).seats).toEqual([])
  })

  it('when it is rescheduled, then both times are kept and the calendar sequence rises', () => {
    const moved = having(bilateral, reschedule(olga))
    expect(answer(bilateral, reschedule(olga))).toMatchObject([
      {
        type: 'rescheduled',
        from: { startsAt: new Date('2026-03-10T17:00:00Z') },
        to: { startsAt: new Date('2026-03-11T08:00:00Z') },
        calendarSequence: 1,
      },
    ])
    expect(moved.calendarSequence).toBe(1)
    expect(answer(bilateral, reschedule(olga, evening))).toEqual({ refused: 'same-time' })
    expect(answer(bilateralDraft, reschedule(olga))).toEqual({ refused: 'meeting-not-scheduled', state: 'draft' })
  })

  it('when its place changes, then the sequence rises; in a draft it does not', () => {
    expect(having(bilateral, venue(harbour, 'Boathouse')).calendarSequence).toBe(1)
    expect(having(bilateralDraft, venue(olga, 'Boathouse')).calendarSequence).toBe(0)
    expect(answer(bilateral, venue(olga, ''))).toEqual([])
  })

  it('when it is cancelled, then a reason is given, either party of a bilateral may, and it leaves the calendar', () => {
    expect(answer(bilateral, cancel(olga, '  '))).toEqual({ refused: 'text-missing', field: 'reason' })
    expect(answer(bilateral, cancel(delegate('harbour')))).toEqual({ refused: 'not-entitled' })
    const off = having(bilateral, cancel(harbour))
    expect(calendarFacts(off)).toMatchObject({ uid: 'm-bilateral', sequence: 1, status: 'CANCELLED', method: 'CANCEL' })
    expect(answer(off, cancel(harbour))).toEqual({ refused: 'meeting-over', state: 'cancelled' })
  })

  it('when it was opened, then it can be neither cancelled nor moved', () => {
    expect(answer(openBilateral, cancel(olga))).toEqual({ refused: 'already-opened', state: 'open' })
    expect(answer(openBilateral, reschedule(olga))).toEqual({ refused: 'meeting-not-scheduled', state: 'open' })
    expect(answer(openBilateral, venue(olga, 'Hall'))).toEqual({ refused: 'already-opened', state: 'open' })
  })

  it('when it stands in a calendar, then its uid stays through every change', () => {
    expect(calendarFacts(bilateralDraft)).toBeNull()
    expect(calendarFacts(bilateral)).toMatchObject({ uid: 'm-bilateral', sequence: 0, status: 'CONFIRMED' })
    const twice = having(bilateral, reschedule(olga), venue(olga, 'Hall'))
    expect(calendarFacts(twice)).toMatchObject({ uid: 'm-bilateral', sequence: 2, method: 'PUBLISH' })
  })
})

describe('Given that the head of one party proposes a bilateral to another', () => {
  const proposed = having(bilateralDraft, propose(library))

  it('when the other accepts, then it is scheduled, and the organizer was never asked', () => {
    const scheduled = having(proposed, accept(harbour))
    expect(scheduled).toMatchObject({ state: 'scheduled', slot: { startsAt: new Date('2026-03-10T17:00:00Z') } })
    expect(answer(proposed, schedule(olga))).toEqual({ refused: 'not-entitled' })
    expect(answer(scheduled, reschedule(olga))).toEqual({ refused: 'not-entitled' })
  })

  it('when the other declines, then it is cancelled with the reason', () => {
    expect(answer(proposed, decline(harbour))).toMatchObject([
      { type: 'seat-taken' },
      { type: 'cancelled', cause: { kind: 'declined', partyId: 'harbour', reason: 'Flood week' } },
    ])
  })

  it('when times go back and forth, then each side answers the other, never itself', () => {
    const second = having(proposed, offer(harbour, 'second'))
    expect(answer(second, accept(harbour, 'second'))).toEqual({ refused: 'own-offer' })
    expect(answer(second, offer(harbour, 'third'))).toEqual({ refused: 'own-offer' })
    const third = having(second, offer(library, 'third', evening))
    expect(answer(third, accept(harbour, 'second'))).toEqual({ refused: 'offer-changed' })
    expect(having(third, accept(harbour, 'third'))).toMatchObject({
      state: 'scheduled',
      slot: { startsAt: new Date('2026-03-10T17:00:00Z') },
    })
  })

  it('when whoever offered it does not speak for their party any more, then it is no word of that party', () => {
    const gone: Person = { personId: library.personId, roles: {} }
    const demoted: Person = { personId: library.personId, roles: { library: 'delegate' } }
    for (const offerer of [gone, demoted])
      expect(answer(proposed, accept(harbour, 'first', offerer))).toEqual({ refused: 'offer-changed' })
    expect(isRefusal(answer(proposed, accept(harbour, 'first', library)))).toBe(false)
  })

  it('when a delegate made it whom their party authorises no longer, then it is withdrawn', () => {
    const lea = delegate('library')
    const authorise =
      (authorised: boolean): Act =>
      (meeting) => ({ type: 'authorise', by: standing(library, meeting), who: standing(lea, meeting), authorised })
    const offered = having(bilateral, authorise(true), offer(lea, 'wish'))
    expect(offered).toMatchObject({ offer: { byPersonId: lea.personId } })
    expect(having(offered, authorise(false))).toMatchObject({ state: 'scheduled', offer: null })
    expect(having(bilateral, authorise(true), offer(library, 'wish'), authorise(false))).toMatchObject({
      offer: { byPersonId: library.personId },
    })
  })

  it('when the answer comes after the offered time, then it is refused', () => {
    expect(answer(proposed, accept(harbour), later(60 * 24 * 9))).toMatchObject({
      refused: 'in-the-past',
      timeZone: expect.stringContaining('/'),
    })
  })

  it('when somebody answers who speaks for neither, then it is refused', () => {
    for (const person of [olga, delegate('harbour'), head('school')]) {
      expect(answer(proposed, accept(person))).toEqual({ refused: 'speaks-for-no-party' })
    }
  })

  it('when one person is of both parties, then they speak for the one for which they sit, and never for the other', () => {
    const both: Person = { personId: 'twofold', roles: { library: 'head', harbour: 'deputy' } }
    expect(answer(bilateralDraft, propose(both))).toEqual({ refused: 'choose-a-party' })
    const sit: Act = (meeting) => {
      const by = standing(both, meeting)
      return { type: 'take-seat', by, who: by, partyId: 'library' }
    }
    const own = having(bilateralDraft, sit, propose(both))
    expect(answer(own, accept(both))).toEqual({ refused: 'own-offer' })
  })

  it('when the proposer changes sides afterwards, then the seat taken with the proposal holds', () => {
    const turned: Person = { ...library, roles: { library: 'delegate', harbour: 'head' } }
    expect(answer(proposed, accept(turned))).toEqual({ refused: 'speaks-for-no-party' })
    const sit: Act = (meeting) => {
      const by = standing(turned, meeting)
      return { type: 'take-seat', by, who: by, partyId: 'harbour' }
    }
    expect(answer(proposed, sit)).toEqual({ refused: 'sits-for-another-party', partyId: 'library' })
  })

  it('when one side is missing, then no time is offered to nobody', () => {
    const alone: Meeting = { ...draftMeeting('m', 'bilateral', ['library'], noon), proposedByPartyId: 'library' }
    expect(answer(alone, offer(library, 'first'))).toEqual({ refused: 'bilateral-needs-two', parties: 1 })
  })

  it('when it is scheduled, then another time is offered and accepted in the same way, and declining keeps the set one', () => {
    const scheduled = having(proposed, accept(harbour))
    const wish = having(scheduled, offer(library, 'wish'))
    expect(having(wish, accept(harbour, 'wish'))).toMatchObject({
      slot: { startsAt: new Date('2026-03-11T08:00:00Z') },
      calendarSequence: 1,
    })
    const why: Act = (meeting) => ({ ...offer(library, 'why')(meeting), message: 'The lock is shut' }) as MeetingCommand
    expect(answer(having(scheduled, why), accept(harbour, 'why'))).toMatchObject([
      { type: 'rescheduled', acceptedBy: 'harbour', reason: 'The lock is shut' },
    ])
    expect(having(wish, decline(harbour, 'wish'))).toMatchObject({
      state: 'scheduled',
      offer: null,
      slot: { startsAt: new Date('2026-03-10T17:00:00Z') },
    })
  })

  it('when a proposal is made in another kind of meeting, or on a draft of somebody else, then it is refused', () => {
    expect(answer(multilateralDraft, propose(library))).toEqual({ refused: 'only-bilaterals-are-proposed' })
    expect(answer(bilateralDraft, propose(library, { madeIt: false }))).toEqual({ refused: 'not-entitled' })
  })
})

describe('Properties of a proposal', () => {
  it('no exchange of offers schedules a time to which one side did not agree', () => {
    const sides = fc.constantFrom(library, harbour)
    const step = fc.tuple(sides, fc.constantFrom('offer', 'accept', 'stale'), fc.boolean())
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let meeting: Meeting = having(bilateralDraft, propose(library))
        let last = { id: 'first', by: library }
        steps.forEach(([person, what, early], index) => {
          const id = `offer-${index}`
          const act =
            what === 'offer'
              ? offer(person, id, early ? evening : nextMorning)
              : accept(person, what === 'stale' ? 'gone' : last.id)
          const events = answer(meeting, act)
          if (isRefusal(events)) return
          if (what === 'accept') expect(person).not.toBe(last.by)
          expect(what).not.toBe('stale')
          meeting = having(meeting, act)
          if (what === 'offer') last = { id, by: person }
        })
      }),
    )
  })
})
