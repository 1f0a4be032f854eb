import { describe, expect, it } from 'vitest'
import { meetingSight } from '#domain/access.ts'
import type { MeetingCommand } from '#domain/meeting/command.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import { draftMeeting, joining, type Meeting } from '#domain/meeting/meeting.ts'
import { type Participant, voiceOf } from '#domain/meeting/participant.ts'
import { isRefusal } from '#domain/refusal.ts'
import {
  type Act,
  acceptOffice,
  answer,
  appoint,
  bilateral,
  bilateralDraft,
  chaired,
  close,
  come,
  delegate,
  endOffice,
  having,
  head,
  later,
  leave,
  multilateralDraft,
  noon,
  olga,
  open,
  openBilateral,
  openMultilateral,
  outsider,
  type Person,
  partyLeaves,
  schedule,
  standing,
  startItem,
  studyDraft,
} from './meeting-scene.ts'

const library = head('library')
const harbour = head('harbour')
const school = head('school')
const deputy: Person = { personId: 'dora', roles: { library: 'deputy' } }

describe('Given the offices of a bilateral (rule 14)', () => {
  const named = having(bilateral, appoint(olga, 'facilitator', outsider))

  it('when the organizer appoints a facilitator, then neither side is bound before both accepted', () => {
    expect(standing(outsider, named)).toMatchObject({ offices: [], pendingOffices: ['facilitator'] })
    const half = having(named, acceptOffice(library, 'facilitator'))
    expect(standing(outsider, half).offices).toEqual([])
    expect(answer(half, acceptOffice(library, 'facilitator'))).toEqual({ refused: 'office-already-accepted' })
    expect(standing(outsider, having(half, acceptOffice(harbour, 'facilitator'))).offices).toEqual(['facilitator'])
  })

  it('when the meeting is over, then its holder still gives the office up, and nobody else ends it', () => {
    const active = having(named, acceptOffice(library, 'facilitator'), acceptOffice(harbour, 'facilitator'))
    const over = having(active, (meeting) => ({ type: 'cancel', by: standing(library, meeting), reason: 'Flood week' }))
    expect(having(over, endOffice(outsider, 'facilitator')).offices).toEqual([])
    for (const by of [library, olga])
      expect(answer(over, endOffice(by, 'facilitator'))).toEqual({ refused: 'meeting-over', state: 'cancelled' })
  })

  it('when a side appoints, then that side has accepted and the other is asked', () => {
    const own = having(bilateral, appoint(library, 'rapporteur', outsider))
    expect(answer(own, acceptOffice(library, 'rapporteur'))).toEqual({ refused: 'office-already-accepted' })
    expect(standing(outsider, having(own, acceptOffice(harbour, 'rapporteur'))).offices).toEqual(['rapporteur'])
  })

  it('when the organizer appoints himself, then nothing is his before both accept, and he cannot accept for them', () => {
    const own = having(bilateral, appoint(olga, 'facilitator', olga))
    expect(standing(olga, own).offices).toEqual([])
    expect(answer(own, acceptOffice(olga, 'facilitator'))).toEqual({ refused: 'speaks-for-no-party' })
  })

  it('when both accepted, then either side ends it alone, and the organizer does not', () => {
    const active = having(named, acceptOffice(library, 'facilitator'), acceptOffice(harbour, 'facilitator'))
    expect(answer(active, endOffice(olga, 'facilitator'))).toEqual({ refused: 'not-entitled' })
    expect(standing(outsider, having(active, endOffice(harbour, 'facilitator'))).offices).toEqual([])
    expect(isRefusal(answer(active, endOffice(outsider, 'facilitator')))).toBe(false)
  })

  it('when the parties of a draft change, then an acceptance of the former pair binds nobody', () => {
    const draft = having(
      bilateralDraft,
      appoint(olga, 'facilitator', outsider),
      acceptOffice(library, 'facilitator'),
      acceptOffice(harbour, 'facilitator'),
      (meeting) => ({ type: 'change-parties', by: standing(olga, meeting), partyIds: ['library', 'school'] }),
    )
    expect(draft.offices).toEqual([])
  })

  it('when a party left, then nobody gets an office any more, and what waited for its word ends with it', () => {
    const left = having(openBilateral, partyLeaves(harbour, 'harbour'))
    const deserted = having(left, partyLeaves(library, 'library'))
    const study = having(studyDraft, schedule(olga), open(library), partyLeaves(library, 'library'))
    expect(answer(left, appoint(library, 'rapporteur', outsider))).toEqual({ refused: 'not-entitled' })
    for (const meeting of [left, deserted, study]) {
      expect(answer(meeting, appoint(olga, 'rapporteur', olga))).toEqual({ refused: 'not-entitled' })
    }
    const waiting = having(openBilateral, appoint(olga, 'rapporteur', olga), partyLeaves(harbour, 'harbour'))
    expect(waiting.offices).toEqual([])
    const empty = having(draftMeeting('m-empty', 'bilateral', [], noon), appoint(olga, 'facilitator', olga))
    expect(standing(olga, empty).offices).toEqual([])
  })

  it('when a party left, then the office that both accepted goes on, and the other ends it alone', () => {
    const accepted = having(
      openBilateral,
      appoint(olga, 'facilitator', outsider),
      acceptOffice(library, 'facilitator'),
      acceptOffice(harbour, 'facilitator'),
      partyLeaves(harbour, 'harbour'),
    )
    expect(standing(outsider, accepted).offices).toEqual(['facilitator'])
    expect(having(accepted, endOffice(library, 'facilitator')).offices).toEqual([])
  })

  it('when somebody holds the office, then another appointment waits until it has ended', () => {
    expect(answer(named, appoint(library, 'facilitator', harbour))).toEqual({ refused: 'office-taken' })
    expect(answer(bilateral, endOffice(library, 'chair'))).toEqual({ refused: 'office-vacant' })
  })
})

describe('Given the offices of a multilateral', () => {
  it('when the organizer appoints the chair, then it is in force; the parties appoint nobody', () => {
    expect(standing(outsider, chaired).offices).toEqual(['chair'])
    expect(answer(multilateralDraft, appoint(library, 'chair', library))).toEqual({ refused: 'not-entitled' })
  })

  it('when the chair appoints a rapporteur, then it is in force; another chair the chair does not appoint', () => {
    expect(standing(school, having(chaired, appoint(outsider, 'rapporteur', school))).offices).toEqual(['rapporteur'])
    expect(answer(chaired, appoint(outsider, 'chair', school))).toEqual({ refused: 'not-entitled' })
  })
})

describe('Given a head whom an organizer installed after the meeting was made (rule 14)', () => {
  const installed: Person = { ...library, seesFrom: later(1) }
  const younger = { ...openBilateral, createdAt: later(1) }

  it('when they would open it to others, then it is refused; in a meeting made since they speak as any head', () => {
    const waiting = having(openBilateral, appoint(olga, 'facilitator', olga))
    expect(answer(waiting, acceptOffice(installed, 'facilitator'))).toEqual({ refused: 'not-entitled' })
    for (const meeting of [openBilateral, studyDraft]) {
      expect(answer(meeting, appoint(installed, 'rapporteur', installed))).toEqual({ refused: 'not-entitled' })
    }
    expect(answer(younger, appoint(installed, 'rapporteur', outsider))).toMatchObject([
      { type: 'seat-taken' },
      { type: 'office-appointed', acceptedBy: ['library'] },
    ])
  })

  it('when they hold an office there, then it opens nothing that was written before', () => {
    const facts = { kind: 'bilateral', state: 'open', proposed: false, sharesAgendaTitles: false } as const
    const sight = (meeting: Meeting) =>
      meetingSight(
        { ...standing(installed, meeting), offices: ['rapporteur'] },
        { ...facts, createdAt: meeting.createdAt },
      )
    expect(sight(openBilateral)).toBe('logistics')
    expect(sight({ ...openBilateral, parties: [{ ...joining('library', null), leftAt: noon }] })).toBe('existence')
    expect(sight(younger)).toBe('contents')
    const draft = { ...facts, state: 'draft', createdAt: noon } as const
    expect(meetingSight({ ...standing(installed, multilateralDraft), offices: ['chair'] }, draft)).toBe('logistics')
  })

  it('when it opens nothing, then they plan, end an office and take the party out, and say which delegate of before speaks', () => {
    expect(having(bilateral, open(installed)).state).toBe('open')
    const waiting = having(openBilateral, appoint(olga, 'facilitator', outsider))
    const active = having(waiting, acceptOffice(library, 'facilitator'), acceptOffice(harbour, 'facilitator'))
    expect(having(active, endOffice(installed, 'facilitator')).offices).toEqual([])
    expect(isRefusal(answer(openBilateral, partyLeaves(installed, 'library')))).toBe(false)
    const lea = delegate('library')
    const authorised = having(openBilateral, (meeting) => {
      return { type: 'authorise', by: standing(installed, meeting), who: standing(lea, meeting), authorised: true }
    })
    expect(voiceOf(standing(lea, authorised), authorised)).toBe('library')
  })
})

describe('Given an office that would open what was written before (rule 14)', () => {
  const older = { refused: 'office-opens-older' }
  const clerk: Person = { personId: 'clerk', roles: {} }

  it('when a multilateral has begun, then it goes only to somebody who takes part, whoever appoints', () => {
    const closed = having(openMultilateral, close(outsider))
    for (const meeting of [openMultilateral, closed]) {
      expect(answer(meeting, appoint(olga, 'rapporteur', olga))).toEqual(older)
      expect(answer(meeting, appoint(outsider, 'rapporteur', clerk))).toEqual(older)
      expect(isRefusal(answer(meeting, appoint(olga, 'rapporteur', school)))).toBe(false)
      expect(isRefusal(answer(meeting, appoint(olga, 'rapporteur', outsider)))).toBe(false)
    }
    const gone = having(openMultilateral, partyLeaves(school, 'school'))
    expect(answer(gone, appoint(olga, 'rapporteur', school))).toEqual(older)
    const chairless = having(openMultilateral, endOffice(outsider, 'chair'))
    expect(answer(chairless, appoint(olga, 'chair', olga))).toEqual(older)
  })

  it('when it has not begun, or its parties accept, then it goes to anybody', () => {
    expect(isRefusal(answer(chaired, appoint(olga, 'rapporteur', olga)))).toBe(false)
    expect(isRefusal(answer(openBilateral, appoint(library, 'rapporteur', clerk)))).toBe(false)
  })

  it('when somebody’s head was installed since the meeting was made, then it goes to them in no meeting', () => {
    const installed: Person = { ...library, seesFrom: later(1) }
    const deputy: Person = { personId: 'dov', roles: { library: 'deputy' } }
    expect(answer(chaired, appoint(olga, 'rapporteur', installed))).toEqual(older)
    expect(answer(openBilateral, appoint(deputy, 'rapporteur', installed))).toEqual(older)
    const younger = { ...openBilateral, createdAt: later(1) }
    expect(isRefusal(answer(younger, appoint(deputy, 'rapporteur', installed)))).toBe(false)
  })
})

describe('Given who speaks for a party (rule 13)', () => {
  const lea = delegate('library')
  const authorise =
    (by: Person, who: Person, authorised = true): Act =>
    (meeting) => ({ type: 'authorise', by: standing(by, meeting), who: standing(who, meeting), authorised })

  it('when somebody is head or deputy, then they speak for it, and for no other party', () => {
    const deputy: Person = { personId: 'dov', roles: { library: 'deputy' } }
    for (const person of [library, deputy]) {
      expect(voiceOf(standing(person, bilateral), bilateral)).toBe('library')
      expect(voiceOf(standing(person, bilateral), bilateral)).not.toBe('harbour')
    }
  })

  it('when a delegate is authorised for this meeting, then they speak, until that is taken back', () => {
    expect(voiceOf(standing(lea, bilateral), bilateral)).not.toBe('library')
    const authorised = having(bilateral, authorise(library, lea))
    expect(voiceOf(standing(lea, authorised), authorised)).toBe('library')
    const back = having(authorised, authorise(library, lea, false))
    expect(voiceOf(standing(lea, back), back)).not.toBe('library')
  })

  it('when an observer is to be authorised, or the other side authorises, then it is refused', () => {
    const observer: Person = { personId: 'obi', roles: { library: 'observer' } }
    expect(answer(bilateral, authorise(library, observer))).toEqual({ refused: 'not-a-delegate' })
    expect(answer(bilateral, authorise(harbour, lea))).toEqual({ refused: 'not-a-delegate' })
    expect(answer(bilateral, authorise(olga, lea))).toEqual({ refused: 'not-entitled' })
    const authorised = having(bilateral, authorise(library, lea))
    const second: Person = { personId: 'mia', roles: { library: 'delegate' } }
    expect(answer(authorised, authorise(lea, second))).toEqual({ refused: 'not-entitled' })
  })

  it('when a delegate of both sides sits for one, then the other does not let them speak', () => {
    const both: Person = { personId: 'bo', roles: { library: 'delegate', harbour: 'delegate' } }
    const seated = having(bilateral, authorise(harbour, both))
    expect(answer(seated, authorise(library, both))).toEqual({
      refused: 'sits-for-another-party',
      partyId: 'harbour',
    })
  })

  it('when a person sits for one party, then they come for no other', () => {
    const twofold: Person = { personId: 'twofold', roles: { library: 'delegate', harbour: 'head' } }
    expect(answer(openBilateral, come(twofold))).toEqual({ refused: 'choose-a-party' })
    const sit =
      (partyId: string): Act =>
      (meeting) => {
        const by = standing(twofold, meeting)
        return { type: 'take-seat', by, who: by, partyId }
      }
    const seated = having(openBilateral, sit('library'))
    expect(answer(seated, sit('harbour'))).toEqual({ refused: 'sits-for-another-party', partyId: 'library' })
    expect(voiceOf(standing(twofold, seated), seated)).not.toBe('harbour')
  })

  const name =
    (by: Person, who: Person): Act =>
    (meeting) => ({ type: 'take-seat', by: standing(by, meeting), who: standing(who, meeting), partyId: 'library' })
  const off =
    (by: Person, who: Person): Act =>
    (meeting) => ({ type: 'give-up-seat', by: standing(by, meeting), personId: who.personId })

  it('when participants of a study session are named, then by its head or a deputy, and they can be taken off', () => {
    for (const by of [library, deputy]) {
      const named = having(studyDraft, name(by, lea))
      expect(named.seats).toEqual([{ personId: lea.personId, partyId: 'library', authorised: false }])
      expect(having(named, off(by, lea)).seats).toEqual([])
      expect(having(named, off(lea, lea)).seats).toEqual([])
      expect(answer(named, off(olga, lea))).toEqual({ refused: 'not-entitled' })
    }
    expect(answer(studyDraft, name(library, harbour))).toEqual({ refused: 'not-a-member' })
    expect(answer(having(bilateral, authorise(library, lea)), off(library, lea))).toEqual({ refused: 'seat-is-kept' })
    expect(answer(studyDraft, off(library, lea))).toEqual({ refused: 'not-seated' })
  })

  it('when everybody is named in one act, then all but observers take part, each once, by its head or a deputy alone', () => {
    const people = [
      ...(['head', 'deputy', 'delegate'] as const).map((role) => ({ personId: role, role })),
      { personId: 'obi', role: 'observer' } as const,
      { personId: lea.personId, role: 'delegate' } as const,
    ]
    const all =
      (by: Person, partyId = 'library'): Act =>
      (meeting) => ({ type: 'seat-everybody', by: standing(by, meeting), partyId, people })
    const named = having(studyDraft, name(library, lea), all(deputy))
    expect(named.seats.map(({ personId }) => personId)).toEqual([lea.personId, 'head', 'deputy', 'delegate'])
    expect(answer(named, all(library))).toEqual([])
    for (const by of [olga, lea, harbour]) expect(answer(studyDraft, all(by))).toEqual({ refused: 'not-entitled' })
    expect(answer(studyDraft, all(library, 'harbour'))).toEqual({ refused: 'party-not-in-meeting' })
    expect(answer(bilateral, all(library))).toEqual({ refused: 'only-in-study-sessions' })
  })

  it('when an organizer, a delegate of their own or an authorised one names participants, then it is refused', () => {
    for (const by of [olga, lea]) expect(answer(studyDraft, name(by, lea))).toEqual({ refused: 'not-entitled' })
    const authorised = having(studyDraft, authorise(library, lea))
    expect(answer(authorised, name(lea, deputy))).toEqual({ refused: 'not-entitled' })
    expect(answer(authorised, off(lea, library))).toEqual({ refused: 'not-entitled' })
    const both: Person = { ...library, organizer: true }
    expect(having(studyDraft, name(both, lea)).seats).toHaveLength(1)
    const observer: Person = { personId: 'obi', roles: { library: 'observer' } }
    expect(answer(studyDraft, name(library, observer))).toEqual({ refused: 'observer-decides-nothing' })
  })

  describe('when an organizer proposes a participant', () => {
    const propose =
      (by: Person, who: Person): Act =>
      (meeting) => ({
        type: 'propose-seat',
        by: standing(by, meeting),
        who: standing(who, meeting),
        partyId: 'library',
      })
    const end =
      (by: Person, who: Person): Act =>
      (meeting) => ({ type: 'end-seat-proposal', by: standing(by, meeting), personId: who.personId })
    const proposed = having(studyDraft, propose(olga, lea))
    const proposal = { personId: lea.personId, partyId: 'library', proposedById: 'olga' }

    it('then nobody takes part by that, and the head or a deputy names them or does not', () => {
      expect(proposed).toMatchObject({ seats: [], seatProposals: [proposal] })
      for (const by of [library, deputy]) {
        expect(having(proposed, name(by, lea))).toMatchObject({
          seats: [{ personId: lea.personId }],
          seatProposals: [],
        })
        expect(having(proposed, end(by, lea))).toMatchObject({ seats: [], seatProposals: [] })
      }
      expect(having(proposed, end(olga, lea)).seatProposals).toEqual([])
      expect(having(proposed, end(lea, lea)).seatProposals).toEqual([])
    })

    it('then those who neither lead the party nor organize have no say in it', () => {
      const authorised = delegate('library')
      const other: Person = { personId: 'other', roles: { library: 'delegate' } }
      const seen = having(proposed, authorise(library, other))
      for (const by of [other, harbour]) {
        expect(answer(seen, end(by, lea))).toEqual({ refused: 'not-entitled' })
        expect(answer(seen, propose(by, authorised))).toEqual({ refused: 'not-entitled' })
      }
      expect(answer(studyDraft, propose(library, lea))).toEqual({ refused: 'not-entitled' })
      expect(answer(studyDraft, propose(olga, harbour))).toEqual({ refused: 'not-a-member' })
      expect(answer(proposed, propose(olga, lea))).toEqual({ refused: 'seat-proposed-already' })
      expect(answer(studyDraft, end(olga, lea))).toEqual({ refused: 'no-seat-proposed' })
      expect(answer(bilateral, propose(olga, lea))).toEqual({ refused: 'only-in-study-sessions' })
    })
  })
})

describe('Given an act that concerns somebody else', () => {
  const by = standing(school, bilateral)
  const concerning: readonly ((who: Participant | null) => MeetingCommand)[] = [
    (who) => ({ type: 'take-seat', by, who, partyId: 'library' }),
    (who) => ({ type: 'authorise', by, who, authorised: true }),
    (who) => ({ type: 'appoint', by, office: 'rapporteur', who }),
    (who) => ({ type: 'come', by, who }),
  ]

  it('when it is asked without the right, then nothing tells whether there is such a person', () => {
    for (const act of concerning) {
      const people = [null, standing(outsider, bilateral), standing(delegate('library'), bilateral)]
      const answers = people.map((who) => decideMeeting(openBilateral, act(who), noon))
      expect(answers).toEqual(people.map(() => ({ refused: 'not-entitled' })))
    }
  })

  it('when it is asked with the right about nobody, then it is refused', () => {
    const own = standing(library, openBilateral)
    const ask = (command: MeetingCommand) => decideMeeting(openBilateral, command, noon)
    expect(ask({ type: 'take-seat', by: own, who: null, partyId: 'library' })).toEqual({ refused: 'not-a-member' })
    expect(ask({ type: 'authorise', by: own, who: null, authorised: true })).toEqual({ refused: 'not-a-delegate' })
    expect(ask({ type: 'appoint', by: own, who: null, office: 'chair' })).toEqual({ refused: 'not-found' })
    expect(ask({ type: 'come', by: own, who: null })).toEqual({ refused: 'not-invited' })
  })
})

describe('Given a scheduled meeting, when it is opened', () => {
  it('then either side of a bilateral may, and the organizer and its delegates may not', () => {
    expect(having(bilateral, open(harbour)).state).toBe('open')
    expect(answer(bilateral, open(olga))).toEqual({ refused: 'not-entitled' })
    expect(answer(bilateral, open(delegate('library')))).toEqual({ refused: 'not-entitled' })
  })

  it('then the facilitator whom both sides of a bilateral accepted may, and goes from item to item', () => {
    const named = having(bilateral, appoint(olga, 'facilitator', outsider), acceptOffice(library, 'facilitator'))
    expect(answer(named, open(outsider))).toEqual({ refused: 'not-entitled' })
    const accepted = having(named, acceptOffice(harbour, 'facilitator'))
    expect(having(accepted, open(outsider), startItem(outsider, 'weir'), close(outsider)).state).toBe('closed')
  })

  it('then a multilateral needs a chair, and its chair opens it', () => {
    const chairless = having(multilateralDraft, schedule(olga))
    expect(answer(chairless, open(library))).toEqual({ refused: 'multilateral-needs-chair' })
    expect(answer(chaired, open(library))).toEqual({ refused: 'not-entitled' })
    expect(openMultilateral.state).toBe('open')
  })

  it('then what is missing is said and kept: the date, groundwork, homework, parties', () => {
    const unprepared: Act = (meeting) => ({
      type: 'open',
      by: standing(outsider, meeting),
      preparedness: { agendaItems: 0, homework: { done: 2, assigned: 3 } },
    })
    expect(answer(chaired, unprepared, new Date('2026-03-10T16:30:00Z'))).toEqual([
      {
        type: 'opened',
        warnings: [
          { warning: 'before-its-time', minutes: 30 },
          { warning: 'empty-agenda' },
          { warning: 'homework-open', done: 2, assigned: 3 },
        ],
      },
    ])
  })

  it('then nothing is claimed about groundwork that may not be stated', () => {
    const discreet: Act = (meeting) => ({
      type: 'open',
      by: standing(outsider, meeting),
      preparedness: { agendaItems: 1, homework: { done: 0, assigned: 0 } },
    })
    expect(answer(chaired, discreet, new Date('2026-03-10T17:00:00Z'))).toEqual([{ type: 'opened', warnings: [] }])
  })
})

describe('Given an open meeting', () => {
  it('when people come and go, then it is known who is there, and their seat is taken', () => {
    const met = having(openBilateral, come(library), come(harbour), leave(library))
    expect(met).toMatchObject({ present: [{ personId: harbour.personId, partyId: 'harbour' }] })
    expect(met.seats.map(({ personId }) => personId)).toEqual([library.personId, harbour.personId])
    expect(answer(met, come(harbour))).toEqual({ refused: 'already-present' })
    expect(answer(met, leave(library))).toEqual({ refused: 'not-present' })
  })

  it('when somebody comes who belongs to none of its parties, then only an office lets them in', () => {
    expect(answer(openBilateral, come(school))).toEqual({ refused: 'not-invited' })
    expect(answer(openBilateral, come(olga))).toEqual({ refused: 'not-invited' })
    expect(answer(openMultilateral, come(outsider))).toEqual([{ type: 'came', personId: 'frida', partyId: null }])
  })

  it('when an officer’s party left, then they are there as an officer, once, and can leave', () => {
    const minuted = having(openMultilateral, appoint(outsider, 'rapporteur', school), come(school))
    const without = having(minuted, partyLeaves(school, 'school'))
    expect(answer(without, come(school))).toEqual([{ type: 'came', personId: school.personId, partyId: null }])
    const back = having(without, come(school))
    expect(answer(back, come(school))).toEqual({ refused: 'already-present' })
    expect(answer(back, leave(school))).toEqual([{ type: 'left', personId: school.personId, partyId: null }])
  })

  it('when presence is noted for another, then by whoever keeps the record', () => {
    expect(isRefusal(answer(openMultilateral, come(library, outsider)))).toBe(false)
    expect(answer(openMultilateral, come(library, school))).toEqual({ refused: 'not-entitled' })
  })

  it('when the next item starts, then the one before closes', () => {
    const first = having(openMultilateral, startItem(outsider, 'weir'))
    expect(first).toMatchObject({ currentItemId: 'weir' })
    expect(answer(first, startItem(outsider, 'ferry'))).toEqual([
      { type: 'item-closed', itemId: 'weir' },
      { type: 'item-started', itemId: 'ferry' },
    ])
    expect(answer(first, startItem(outsider, 'weir'))).toEqual({ refused: 'item-already-current' })
    expect(answer(first, startItem(library, 'ferry'))).toEqual({ refused: 'not-entitled' })
  })

  it('when it closes with something open, then that is refused with the list; with a disposition it closes', () => {
    const item = { kind: 'item', id: 'weir' } as const
    const closing =
      (carried: boolean): Act =>
      (meeting) => ({
        type: 'close',
        by: standing(outsider, meeting),
        open: [item],
        dispositions: carried ? [{ ...item, outcome: 'carry', toMeetingId: 'next' }] : [],
        carriers: ['next'],
        next: null,
      })
    expect(answer(openMultilateral, closing(false))).toEqual({ refused: 'open-things-left', open: [item] })
    expect(having(having(openMultilateral, startItem(outsider, 'weir')), closing(true)).state).toBe('closed')
  })

  it('when it closes, then the item that is current closes first', () => {
    expect(answer(having(openMultilateral, startItem(outsider, 'weir')), close(outsider))).toEqual([
      { type: 'item-closed', itemId: 'weir' },
      { type: 'closed', dispositions: [] },
    ])
  })

  it('when it is closed and its record agreed, then the procedure is over', () => {
    const agree: Act = () => ({ type: 'agree-record' })
    expect(answer(openBilateral, agree)).toEqual({ refused: 'meeting-not-closed', state: 'open' })
    const agreed = having(openBilateral, close(harbour), agree)
    expect(agreed).toMatchObject({ state: 'agreed', agreedAt: noon })
    expect(answer(agreed, partyLeaves(harbour, 'harbour'))).toEqual({ refused: 'meeting-over', state: 'agreed' })
    expect(answer(agreed, close(harbour))).toEqual({ refused: 'meeting-not-open', state: 'agreed' })
  })
})

describe('Given a study session, in which the named participants decideMeeting (rule 6)', () => {
  const lea = delegate('library')
  const named = having(
    studyDraft,
    (meeting) => ({
      type: 'take-seat',
      by: standing(library, meeting),
      who: standing(library, meeting),
      partyId: 'library',
    }),
    schedule(olga),
  )
  const held = having(named, open(library))

  it('when others of the party come and leave, then they were there, and are no participants by that', () => {
    const met = having(held, come(library), come(lea))
    expect(met).toMatchObject({
      present: [
        { personId: library.personId, partyId: 'library' },
        { personId: lea.personId, partyId: 'library' },
      ],
      seats: [{ personId: library.personId }],
    })
    expect(met.seats).toHaveLength(1)
    expect(answer(met, come(lea))).toEqual({ refused: 'already-present' })
    expect(answer(met, leave(lea))).toEqual([{ type: 'left', personId: lea.personId, partyId: 'library' }])
    expect(having(met, leave(library), leave(lea))).toMatchObject({ present: [] })
  })

  it('when the party leaves, then all who came for it go, named or not', () => {
    const left = answer(having(held, come(library), come(lea)), partyLeaves(library, 'library'))
    expect(left).toMatchObject([
      { type: 'left', personId: library.personId },
      { type: 'left', personId: lea.personId },
      { type: 'party-left' },
      { type: 'closed' },
    ])
  })

  it('when its deputy appoints or accepts an officer, then that makes no participant of them', () => {
    const dov: Person = { personId: 'dov', roles: { library: 'deputy' } }
    const appointed = having(named, appoint(dov, 'rapporteur', lea))
    const accepted = having(named, appoint(olga, 'rapporteur', lea), acceptOffice(dov, 'rapporteur'))
    for (const meeting of [appointed, accepted]) {
      expect(standing(lea, meeting).offices).toEqual(['rapporteur'])
      expect(meeting.seats.map(({ personId }) => personId)).toEqual([library.personId])
    }
  })

  it('when somebody would name themselves, then it is refused: the party’s head or deputy names them', () => {
    const sit: Act = (meeting) => {
      const by = standing(lea, meeting)
      return { type: 'take-seat', by, who: by, partyId: 'library' }
    }
    expect(answer(held, sit)).toEqual({ refused: 'not-entitled' })
  })
})

describe('Given that a party leaves (rule 15)', () => {
  it('when a multilateral is left with fewer than three, then it goes on and adopts no resolution', () => {
    const inside = having(openMultilateral, come(school))
    expect(answer(inside, partyLeaves(school, 'school'))).toEqual([
      { type: 'left', personId: school.personId, partyId: 'school' },
      { type: 'party-left', partyId: 'school', remaining: 2, resolutions: false },
    ])
    const after = having(inside, partyLeaves(school, 'school'))
    expect(after.state).toBe('open')
    expect(voiceOf(standing(school, after), after)).not.toBe('school')
    expect(answer(after, come(school))).toEqual({ refused: 'not-invited' })
    expect(answer(after, partyLeaves(school, 'school'))).toEqual({ refused: 'party-not-in-meeting' })
  })

  it('when it is scheduled, then the multilateral can still open, and says so; a bilateral is cancelled', () => {
    const two = having(chaired, partyLeaves(school, 'school'))
    expect(answer(two, open(outsider), later(60 * 24 * 9))).toMatchObject([
      { type: 'opened', warnings: [{ warning: 'no-resolutions', parties: 2 }] },
    ])
    expect(having(bilateral, partyLeaves(library, 'library'))).toMatchObject({
      state: 'cancelled',
      calendarSequence: 1,
    })
  })

  it('when one side of a bilateral is left, then it closes, and makes no next one that has no second side', () => {
    const item = { kind: 'item', id: 'weir' } as const
    const closing =
      (toMeetingId: string | null): Act =>
      (meeting) => ({
        type: 'close',
        by: standing(library, meeting),
        open: [item],
        dispositions: [
          toMeetingId === null ? { ...item, outcome: 'settled' } : { ...item, outcome: 'carry', toMeetingId },
        ],
        carriers: [],
        next: 'next',
      })
    expect(having(openBilateral, closing('next')).state).toBe('closed')
    const alone = having(openBilateral, partyLeaves(harbour, 'harbour'))
    expect(answer(alone, closing('next'))).toEqual({ refused: 'bilateral-needs-two', parties: 1 })
    expect(having(alone, closing(null)).state).toBe('closed')
    const two = having(openMultilateral, partyLeaves(school, 'school'))
    const carried: Act = (meeting) =>
      ({ ...closing('next')(meeting), by: standing(outsider, meeting) }) as MeetingCommand
    expect(having(two, carried).state).toBe('closed')
  })

  it('when the last party leaves a meeting that is held, then it is closed by that, with its current item', () => {
    const alone = having(openBilateral, startItem(library, 'weir'), partyLeaves(harbour, 'harbour'))
    expect(alone.state).toBe('open')
    expect(answer(alone, partyLeaves(library, 'library'))).toEqual([
      { type: 'party-left', partyId: 'library', remaining: 0, resolutions: false },
      { type: 'item-closed', itemId: 'weir' },
      { type: 'closed', dispositions: [] },
    ])
    const over = having(alone, partyLeaves(library, 'library'))
    expect(over).toMatchObject({ state: 'closed', closedAt: noon })
    const held = having(studyDraft, schedule(olga), open(library))
    expect(having(held, partyLeaves(library, 'library')).state).toBe('closed')
  })

  it('when somebody else says so for it, then it is refused', () => {
    for (const person of [harbour, olga, delegate('school')]) {
      expect(answer(openMultilateral, partyLeaves(person, 'school'))).toEqual({ refused: 'not-entitled' })
    }
  })
})
