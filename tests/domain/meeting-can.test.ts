/** What is offered in a meeting is what is possible there, whoever looks, in whichever state. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MeetingCan, meetingCan } from '#domain/meeting/can.ts'
import type { MeetingCommand } from '#domain/meeting/command.ts'
import { decideMeeting } from '#domain/meeting/decide.ts'
import type { Meeting } from '#domain/meeting/meeting.ts'
import { offices } from '#domain/meeting/participant.ts'
import { isRefusal } from '#domain/refusal.ts'
import { evolve } from './meeting-evolve.ts'
import {
  bilateral,
  bilateralDraft,
  chaired,
  close,
  delegate,
  evening,
  having,
  head,
  multilateralDraft,
  nextMorning,
  noon,
  olga,
  open,
  openBilateral,
  openMultilateral,
  outsider,
  type Person,
  propose,
  schedule,
  standing,
  studyDraft,
} from './meeting-scene.ts'

const everybody: readonly Person[] = [
  olga,
  head('library'),
  head('harbour'),
  head('school'),
  delegate('library'),
  delegate('harbour'),
  outsider,
  { personId: 'deputy', roles: { library: 'deputy' } },
  { personId: 'observer', roles: { harbour: 'observer' } },
  { personId: 'twofold', roles: { library: 'head', harbour: 'delegate' } },
  { personId: 'installed', roles: { library: 'head' }, seesFrom: new Date(noon.getTime() + 1) },
  { personId: 'heads and organizes', organizer: true, roles: { school: 'head' } },
]
const partyIds = ['library', 'harbour', 'school', 'mill']
const lists = [['library'], ['library', 'harbour'], ['library', 'harbour', 'school'], partyIds, ['school', 'mill']]
const study = having(studyDraft, schedule(olga))
const openStudy = having(study, open(head('library')))
const begun = [
  ...[studyDraft, study, openStudy, having(openStudy, close(head('library')))],
  ...[bilateralDraft, having(bilateralDraft, propose(head('library'))), bilateral, openBilateral],
  having(openBilateral, close(head('library'))),
  ...[multilateralDraft, chaired, openMultilateral, having(openMultilateral, close(outsider))],
]
/** The maker of every meeting. */
const isMaker = ({ personId }: Person) => personId === 'head-of-library'
const standingIn = (person: Person, meeting: Meeting) => standing(person, meeting, isMaker(person))

/** Every command that somebody could give, with all that it can name. */
function commandsOf(person: Person, meeting: Meeting): readonly MeetingCommand[] {
  const by = standingIn(person, meeting)
  const { personId } = person
  const offer = meeting.state === 'draft' || meeting.state === 'scheduled' ? meeting.offer : null
  const offerId = offer?.id ?? 'none'
  const people = everybody.map((one) => ({ ...one, who: standingIn(one, meeting) }))
  const offerer = people.find((one) => one.personId === offer?.byPersonId)?.who ?? null
  const preparedness = { agendaItems: 2, homework: { done: 1, assigned: 3 } }
  return [
    ...lists.map((list) => ({ type: 'change-parties', by, partyIds: list }) as const),
    { type: 'schedule', by, time: evening, agendaItems: 2 },
    ...[evening, nextMorning].map((time) => ({ type: 'reschedule', by, time, reason: 'Ferry strike' }) as const),
    { type: 'change-venue', by, venue: { place: 'Hall', link: '' } },
    { type: 'change-venue', by, venue: { place: 'Boathouse', link: '' } },
    { type: 'cancel', by, reason: 'Flood' },
    { type: 'propose', by, offerId: 'first', time: evening, message: '' },
    { type: 'offer-another-time', by, offerId: 'second', time: nextMorning, message: '' },
    { type: 'accept', by, offerId, offerer },
    { type: 'decline', by, offerId, reason: '' },
    ...people.flatMap(({ who }) => partyIds.map((partyId) => ({ type: 'take-seat', by, who, partyId }) as const)),
    ...partyIds.map((partyId) => ({ type: 'seat-everybody', by, partyId, people: peopleOf(partyId) }) as const),
    ...people.flatMap(({ who }) => partyIds.map((partyId) => ({ type: 'propose-seat', by, who, partyId }) as const)),
    ...people.map((one) => ({ type: 'give-up-seat', by, personId: one.personId }) as const),
    ...people.map((one) => ({ type: 'end-seat-proposal', by, personId: one.personId }) as const),
    ...people.flatMap(({ who }) =>
      [true, false].map((authorised) => ({ type: 'authorise', by, who, authorised }) as const),
    ),
    ...people.flatMap(({ who }) => offices.map((office) => ({ type: 'appoint', by, office, who }) as const)),
    ...offices.map((office) => ({ type: 'accept-office', by, office }) as const),
    ...offices.map((office) => ({ type: 'end-office', by, office }) as const),
    ...partyIds.flatMap((partyId) =>
      [true, false].map((agree) => ({ type: 'open-earlier', by, partyId, agree }) as const),
    ),
    { type: 'open', by, preparedness },
    { type: 'come', by, who: by },
    { type: 'leave', by, personId },
    { type: 'start-item', by, itemId: 'weir' },
    { type: 'start-item', by, itemId: 'ferry' },
    { type: 'close-item', by },
    { type: 'close', by, open: [], dispositions: [], carriers: [], next: null },
    ...partyIds.map((partyId) => ({ type: 'party-leaves', by, partyId }) as const),
  ]
}

/** Those of a party, as the store finds them. */
function peopleOf(partyId: string) {
  return everybody.flatMap(({ personId, roles = {} }) => {
    const role = roles[partyId]
    return role === undefined ? [] : [{ personId, role }]
  })
}

/** To what a command would do something, in the terms of what is offered: the meeting, an office, a party, a person. */
function targetOf(command: MeetingCommand): string {
  switch (command.type) {
    case 'appoint':
    case 'accept-office':
    case 'end-office':
      return command.office
    case 'take-seat':
    case 'seat-everybody':
    case 'propose-seat':
    case 'open-earlier':
    case 'party-leaves':
      return command.partyId
    case 'give-up-seat':
    case 'end-seat-proposal':
      return command.personId
    case 'authorise':
      return command.by.party?.partyId ?? ''
    default:
      return 'meeting'
  }
}

function offeredIn(can: MeetingCan): ReadonlySet<string> {
  return new Set(
    Object.entries(can).flatMap(([type, to]: [string, MeetingCan[keyof MeetingCan]]) => {
      if (typeof to === 'boolean') return to ? [`${type} meeting`] : []
      return (typeof to === 'string' ? [to] : (to ?? [])).map((target) => `${type} ${target}`)
    }),
  )
}

/** Refusals for whom or what a command names, or for what the plan still lacks: not for who acts or where the meeting stands. */
const forWhatItNames = [
  'study-needs-one',
  'bilateral-needs-two',
  'multilateral-needs-three',
  'not-a-member',
  'observer-decides-nothing',
  'sits-for-another-party',
  'seat-proposed-already',
  'office-opens-older',
  'not-a-delegate',
  // Whoever offered does not speak for their party any more: nobody can see that from outside.
  'offer-changed',
]

/** What is offered although nothing like it is possible, or possible although it is not offered. */
function wrongIn(meeting: Meeting): readonly string[] {
  return everybody.flatMap((person) => {
    const offered = offeredIn(meetingCan(meeting, standingIn(person, meeting)))
    const possible = new Set<string>()
    const thinkable = new Set<string>()
    for (const command of commandsOf(person, meeting)) {
      const key = `${command.type} ${targetOf(command)}`
      const events = decideMeeting(meeting, command, noon)
      if (!isRefusal(events)) {
        thinkable.add(key)
        // What changes nothing is not refused, and nobody needs a button for it.
        if (events.length > 0) possible.add(key)
      } else if (forWhatItNames.includes(events.refused)) thinkable.add(key)
    }
    return [
      ...[...possible].filter((key) => !offered.has(key)).map((key) => `${person.personId}: ${key} is not offered`),
      ...[...offered].filter((key) => !thinkable.has(key)).map((key) => `${person.personId}: ${key} is offered`),
    ]
  })
}

/** Steps that a meeting goes, each by whoever may: a number chooses among the acts that are possible, and who does it to whom. */
function play(first: Meeting, steps: readonly number[]): readonly Meeting[] {
  const meetings = [first]
  for (const step of steps) {
    const meeting = meetings.at(-1) ?? first
    const tried = everybody
      .flatMap((person) => commandsOf(person, meeting))
      .flatMap((command) => {
        const events = decideMeeting(meeting, command, noon)
        return isRefusal(events) || events.length === 0 ? [] : [{ type: command.type, events }]
      })
    const acts = [...Map.groupBy(tried, ({ type }) => type).values()]
    const ways = acts[step % Math.max(1, acts.length)] ?? []
    const events = ways[Math.floor(step / Math.max(1, acts.length)) % Math.max(1, ways.length)]?.events
    if (events === undefined) break
    meetings.push(events.reduce((state, event) => evolve(state, event, noon), meeting))
  }
  return meetings
}

describe('Given a meeting in whichever state, and anybody who looks at it', () => {
  it('then exactly those acts are offered that would not be refused', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.constantFrom(...begun), fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (first, steps) => {
        for (const meeting of play(first, steps)) {
          expect(wrongIn(meeting)).toEqual([])
          seen.set(`${meeting.kind} ${meeting.state}`, (seen.get(`${meeting.kind} ${meeting.state}`) ?? 0) + 1)
        }
      }),
      { numRuns: 150 },
    )
    for (const kind of ['study', 'bilateral', 'multilateral'])
      for (const state of ['draft', 'scheduled', 'open', 'closed'])
        expect([...seen.keys()]).toContain(`${kind} ${state}`)
  })
})
