import { describe, expect, it } from 'vitest'
import type { PartyRole } from '#domain/party/membership.ts'
import {
  type Assigner,
  type Assignment,
  decidePreparation,
  isDone,
  isLate,
  mayAssignOn,
  type PreparationCommand,
  seesAssignment,
} from '#domain/preparation.ts'
import { isRefusal } from '#domain/refusal.ts'

const now = new Date('2026-03-02T12:00:00Z')
const nextWeek = new Date('2026-03-09T12:00:00Z')

const who = (personId: string, role: PartyRole | null = null, { organizer = false, leads = false } = {}): Assigner => ({
  standing: {
    personId,
    organizer,
    memberships: role === null ? [] : [{ partyId: 'library', role, seesFrom: null }],
    holdsOffice: false,
  },
  leadsStudyOf: leads ? 'library' : null,
})
const organizer = who('olga', null, { organizer: true })
const head = who('hana', 'head')
const lea = who('lea', 'delegate')

const party = { partyId: 'library', person: null }
const person = (role: PartyRole | null = 'delegate') => ({ partyId: 'library', person: { id: 'lea', role } })
type Assign = Extract<PreparationCommand, { type: 'assign' }>
const assign = (by: Assigner, as: Assign['as'], to: Assign['to'], change: Partial<Assign> = {}) =>
  decidePreparation({ type: 'assign', by, as, to, dueAt: nextWeek, passages: 2, textLimitedTo: [], ...change }, now)

const assignment = (change: Partial<Assignment> = {}): Assignment => ({
  id: 'a-1',
  kind: 'read',
  partyId: 'library',
  personId: null,
  byPartyId: null,
  dueAt: nextWeek,
  cancelled: false,
  doneBy: [],
  ...change,
})

describe('Given passages to prepare', () => {
  it('when the organizer assigns, then to a party, and not to its people', () => {
    expect(assign(organizer, 'organizer', party)).toEqual([{ type: 'assigned', byPartyId: null }])
    expect(assign(organizer, 'organizer', person())).toEqual({ refused: 'not-entitled' })
    expect(assign(head, 'organizer', party)).toEqual({ refused: 'not-entitled' })
  })

  it('when a head or deputy assigns inside the party, then it is the party’s own; delegates and outsiders may not', () => {
    expect(assign(head, 'party', person())).toEqual([{ type: 'assigned', byPartyId: 'library' }])
    expect(assign(who('dov', 'deputy'), 'party', party)).toEqual([{ type: 'assigned', byPartyId: 'library' }])
    expect(assign(lea, 'party', person())).toEqual({ refused: 'not-entitled' })
    expect(assign(head, 'party', { partyId: 'harbour', person: null })).toEqual({ refused: 'not-entitled' })
  })

  it('when an organizer is also head, then the hat decides who learns of it', () => {
    const both = who('olga', 'head', { organizer: true })
    expect(assign(both, 'organizer', party)).toEqual([{ type: 'assigned', byPartyId: null }])
    expect(assign(both, 'party', party)).toEqual([{ type: 'assigned', byPartyId: 'library' }])
  })

  it('when the leader of a study session assigns, then to the people of its party', () => {
    const leader = who('frida', null, { leads: true })
    expect(assign(leader, 'study-leader', person())).toEqual([{ type: 'assigned', byPartyId: null }])
    expect(assign(leader, 'study-leader', { partyId: 'harbour', person: null })).toEqual({ refused: 'not-entitled' })
    expect(assign(head, 'study-leader', person())).toEqual({ refused: 'not-entitled' })
  })

  it('when it goes to a stranger or an observer, has passed its date or names no passage, then it is refused', () => {
    expect(assign(head, 'party', person(null))).toEqual({ refused: 'not-a-member' })
    expect(assign(head, 'party', person('observer'))).toEqual({ refused: 'observer-has-no-homework' })
    expect(assign(head, 'party', party, { dueAt: now })).toEqual({ refused: 'due-day-over' })
    expect(assign(head, 'party', party, { passages: 0 })).toEqual({ refused: 'nothing-assigned' })
    expect(assign(head, 'party', party, { textLimitedTo: ['harbour'] })).toEqual({ refused: 'text-not-for-party' })
    expect(assign(head, 'party', party, { textLimitedTo: ['harbour', 'library'] })).toHaveLength(1)
    expect(isRefusal(assign(head, 'party', party, { dueAt: null }))).toBe(false)
  })
})

describe('Given a text outside any meeting', () => {
  it.each([
    ['an organizer', organizer, [], true],
    ['an organizer, also where it is limited', organizer, ['museum'], true],
    ['a head', head, [], true],
    ['a head whose party it is limited to', head, ['library'], true],
    ['a head whose party cannot read it', head, ['museum'], false],
    ['a delegate', lea, [], false],
    ['somebody of no party', who('olga'), [], false],
  ] as const)('%s gives homework on it or not', (_, { standing }, limitedTo, expected) => {
    expect(mayAssignOn(standing, limitedTo)).toBe(expected)
  })
})

describe('Given an assignment', () => {
  const mark = (by: Assigner, one: Assignment, type: 'mark-done' | 'mark-not-done' = 'mark-done') =>
    decidePreparation({ type, by, assignment: one }, now)

  it('when it was given to a party, then any of its members but an observer does it for all', () => {
    expect(mark(lea, assignment())).toEqual([{ type: 'marked-done', assignmentId: 'a-1', personId: 'lea' }])
    expect(mark(who('obi', 'observer'), assignment())).toEqual({ refused: 'not-entitled' })
    expect(mark(organizer, assignment())).toEqual({ refused: 'not-entitled' })
    expect(isDone(assignment({ doneBy: ['lea'] }))).toBe(true)
  })

  it('when it was given to a person, then only that person says that it is done', () => {
    const own = assignment({ personId: 'lea' })
    expect(mark(head, own)).toEqual({ refused: 'not-entitled' })
    expect(isRefusal(mark(lea, own))).toBe(false)
    expect(isDone(assignment({ personId: 'lea', doneBy: ['hana'] }))).toBe(false)
  })

  it('when it is marked twice, then nothing happens; it can be taken back', () => {
    const done = assignment({ doneBy: ['lea'] })
    expect(mark(lea, done)).toEqual([])
    expect(mark(lea, done, 'mark-not-done')).toEqual([
      { type: 'marked-not-done', assignmentId: 'a-1', personId: 'lea' },
    ])
    expect(mark(lea, assignment({ cancelled: true }))).toEqual({ refused: 'assignment-cancelled' })
  })

  it('when it is cancelled, then by those who could have made it', () => {
    const cancel = (by: Assigner, one: Assignment) => decidePreparation({ type: 'cancel', by, assignment: one }, now)
    expect(cancel(organizer, assignment())).toEqual([{ type: 'assignment-cancelled', assignmentId: 'a-1' }])
    expect(cancel(organizer, assignment({ byPartyId: 'library' }))).toEqual({ refused: 'not-entitled' })
    expect(isRefusal(cancel(head, assignment({ byPartyId: 'library' })))).toBe(false)
    expect(cancel(head, assignment())).toEqual({ refused: 'not-entitled' })
    const named = assignment({ personId: 'lea' })
    expect(cancel(organizer, named)).toEqual({ refused: 'not-entitled' })
    expect(isRefusal(cancel(who('frida', null, { leads: true }), named))).toBe(false)
  })

  it('when it was cancelled, then those who could have cancelled it give it again, as it was', () => {
    const restore = (by: Assigner, one: Assignment) => decidePreparation({ type: 'restore', by, assignment: one }, now)
    const gone = assignment({ cancelled: true })
    expect(restore(organizer, gone)).toEqual([{ type: 'assignment-restored', assignmentId: 'a-1' }])
    expect(restore(organizer, assignment())).toEqual([])
    expect(restore(head, gone)).toEqual({ refused: 'not-entitled' })
  })

  it('when its date has passed, then it is late, unless it is done or cancelled', () => {
    const after = new Date(nextWeek.getTime() + 1)
    expect(isLate(assignment(), nextWeek)).toBe(false)
    expect(isLate(assignment(), after)).toBe(true)
    expect(isLate(assignment({ doneBy: ['lea'] }), after)).toBe(false)
    expect(isLate(assignment({ cancelled: true }), after)).toBe(false)
    expect(isLate(assignment({ dueAt: null }), after)).toBe(false)
  })
})

describe('Given who sees what an assignment asks', () => {
  const made = (change: Partial<Parameters<typeof seesAssignment>[1]> = {}) => ({
    ...assignment(),
    createdAt: now,
    createdById: 'somebody',
    ...change,
  })
  const sees = ({ standing }: Assigner, change = {}) => seesAssignment(standing, made(change))

  it('when it is a party’s own, then its people see it, and neither its observers nor the organizer nor others do', () => {
    const own = { byPartyId: 'library', personId: 'lea' }
    expect([sees(head, own), sees(lea, own)]).toEqual([true, true])
    expect([sees(who('otto', 'observer'), own), sees(organizer, own), sees(who('nora'), own)]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('when an organizer gave it to the party, then organizers see it too; when it names a person, they do not', () => {
    expect([sees(organizer), sees(organizer, { personId: 'lea' })]).toEqual([true, false])
    expect(sees(who('nora'))).toBe(false)
  })

  it('when somebody made it from outside, then they see it; what a former head made inside is the party’s alone', () => {
    expect(sees(who('nora'), { createdById: 'nora', personId: 'lea' })).toBe(true)
    expect(sees(who('nora'), { createdById: 'nora', byPartyId: 'library' })).toBe(false)
  })

  it('when a head was installed by an organizer, then what was given before stays closed to them (rule 14)', () => {
    const installed = {
      ...head.standing,
      memberships: [{ partyId: 'library', role: 'head' as const, seesFrom: now }],
    }
    expect(seesAssignment(installed, made({ createdAt: new Date(now.getTime() - 1) }))).toBe(false)
    expect(seesAssignment(installed, made({ createdAt: now }))).toBe(true)
  })
})
