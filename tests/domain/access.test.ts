import { describe, expect, it } from 'vitest'
import {
  agendaSight,
  isReadByAll,
  keepsFor,
  type MeetingFacts,
  type MeetingSight,
  meetingSight,
  seesPartyHomework,
  seesPartyWork,
  seesText,
} from '#domain/access.ts'
import type { MeetingKind, MeetingState } from '#domain/meeting/meeting.ts'
import { type Participant, seesSince, voiceOf } from '#domain/meeting/participant.ts'
import { type GroupStanding, governsParty, isGroupMember, type PartyRole } from '#domain/party/membership.ts'

const monday = new Date('2026-03-02T08:00:00Z')
const tuesday = new Date('2026-03-03T08:00:00Z')

const group = (more: Partial<GroupStanding> = {}): GroupStanding => ({
  personId: 'lea',
  organizer: false,
  memberships: [],
  holdsOffice: false,
  ...more,
})
const of = (partyId: string, role: PartyRole = 'delegate', seesFrom: Date | null = null) => ({
  partyId,
  role,
  seesFrom,
})
const inGroup = group({ memberships: [of('library')] })
const organizing = group({ organizer: true })

const standing = (more: Partial<Participant> = {}): Participant => ({
  group: inGroup,
  madeIt: false,
  party: null,
  offices: [],
  pendingOffices: [],
  ...more,
})
type Place = { authorised?: boolean; left?: boolean; seesFrom?: Date | null; partySeesFrom?: Date | null }
const seated = (
  role: PartyRole = 'delegate',
  { authorised = false, left = false, seesFrom = null, partySeesFrom = null }: Place = {},
) => standing({ party: { ...of('library', role, seesFrom), authorised, left, partySeesFrom } })

const meeting = (kind: MeetingKind, state: MeetingState, more: Partial<MeetingFacts> = {}): MeetingFacts => ({
  kind,
  state,
  createdAt: monday,
  proposed: false,
  sharesAgendaTitles: false,
  ...more,
})
const kinds = ['study', 'bilateral', 'multilateral'] as const
const known = ['scheduled', 'open', 'closed', 'agreed', 'cancelled'] as const

const nobody = standing({ group: group() })
const chair = standing({ offices: ['chair'] })
const asked = standing({ pendingOffices: ['facilitator'] })
const organizer = standing({ group: organizing })
const maker = standing({ madeIt: true })
const choosing = standing({ choosesBetween: ['library', 'harbour'] })

/** Who sees how much: a study session, a bilateral, a multilateral. */
type Row = readonly [string, Participant, readonly [MeetingSight, MeetingSight, MeetingSight]]

describe('Given a meeting that is known to its parties', () => {
  const rows: readonly Row[] = [
    ['its head', seated('head'), ['contents', 'contents', 'contents']],
    ['its delegate', seated('delegate'), ['contents', 'contents', 'contents']],
    ['its observer', seated('observer'), ['contents', 'contents', 'contents']],
    ['its officer', chair, ['contents', 'contents', 'contents']],
    ['an officer whom the parties have not accepted', asked, ['logistics', 'logistics', 'logistics']],
    ['somebody who has to choose for whom they sit', choosing, ['logistics', 'logistics', 'logistics']],
    ['somebody of a party that left it', seated('head', { left: true }), ['existence', 'existence', 'existence']],
    ['a head installed later', seated('head', { seesFrom: tuesday }), ['logistics', 'logistics', 'logistics']],
    [
      'somebody of a party that joined later',
      seated('head', { partySeesFrom: tuesday }),
      ['contents-since', 'contents-since', 'contents-since'],
    ],
    ['an organizer', organizer, ['agenda', 'logistics', 'agenda']],
    ['an organizer who sits in it', { ...seated(), group: organizing }, ['contents', 'contents', 'contents']],
    ['whoever made it, and is not in it', maker, [null, null, 'existence']],
    ['another of the group', standing(), [null, null, 'existence']],
    ['a stranger', nobody, [null, null, null]],
  ]
  it.each(rows)('then %s sees this much of it, in every state', (_who, viewer, sights) => {
    for (const state of known) expect(kinds.map((kind) => meetingSight(viewer, meeting(kind, state)))).toEqual(sights)
  })

  it('when the parties of a bilateral allow it, then an organizer sees the titles of its agenda', () => {
    expect(meetingSight(organizer, meeting('bilateral', 'open', { sharesAgendaTitles: true }))).toBe('agenda')
  })

  it('when a head was installed before it was made, or at that instant, then they see it whole', () => {
    for (const at of [new Date(0), monday])
      expect(meetingSight(seated('head', { seesFrom: at }), meeting('bilateral', 'open'))).toBe('contents')
  })

  it('when a head who came later gets an office, then it opens nothing older', () => {
    const late = { ...seated('head', { seesFrom: tuesday }), offices: ['chair'] as const }
    expect(meetingSight(late, meeting('bilateral', 'open'))).toBe('logistics')
  })
})

describe('Given a draft', () => {
  const rows: readonly Row[] = [
    ['whoever made it', maker, ['contents', 'contents', 'contents']],
    ['an organizer', organizer, ['contents', 'contents', 'contents']],
    ['its officer', chair, ['contents', 'contents', 'contents']],
    [
      'an officer who came later',
      { ...seated('head', { seesFrom: tuesday }), offices: ['chair'] },
      ['logistics', 'logistics', 'logistics'],
    ],
    ['an officer whom nobody accepted', asked, [null, null, null]],
    ['a head of its parties', seated('head'), [null, null, null]],
    ['another of the group', standing(), [null, null, null]],
  ]
  it.each(rows)('then %s sees this much of it', (_who, viewer, sights) => {
    expect(kinds.map((kind) => meetingSight(viewer, meeting(kind, 'draft')))).toEqual(sights)
  })
})

describe('Given a bilateral that one party proposed to the other', () => {
  it.each(['draft', 'cancelled'] as const)('when it is %s, then it is its two parties’ own', (state) => {
    const proposal = meeting('bilateral', state, { proposed: true, sharesAgendaTitles: true })
    expect(meetingSight(seated('observer'), proposal)).toBe('contents')
    expect(meetingSight(asked, proposal)).toBe('logistics')
    for (const other of [organizer, maker, standing(), nobody]) expect(meetingSight(other, proposal)).toBeNull()
  })
})

describe('Given how much of a meeting somebody sees', () => {
  it('then its agenda opens whole, by its titles or not at all', () => {
    const sights: readonly MeetingSight[] = ['contents', 'contents-since', 'agenda', 'logistics', 'existence', null]
    const bilateral = ['whole', 'whole', 'titles', null, null, null]
    expect(sights.map((sight) => agendaSight(sight, 'bilateral'))).toEqual(bilateral)
    for (const kind of ['study', 'multilateral'] as const)
      expect(sights.map((sight) => agendaSight(sight, kind))).toEqual(['whole', 'whole', 'whole', null, null, null])
  })
})

describe('Given a party that left a meeting (rule 15)', () => {
  const facts = meeting('multilateral', 'open')

  it('then its people keep what was agreed, also where it joined later; heads installed later, and those who are there, have nothing to keep', () => {
    expect(keepsFor(seated('observer', { left: true }), facts)).toBe('library')
    expect(keepsFor(seated('head', { left: true, seesFrom: monday }), facts)).toBe('library')
    expect(keepsFor(seated('head', { left: true, seesFrom: tuesday }), facts)).toBeNull()
    expect(keepsFor(seated('head', { left: true, partySeesFrom: tuesday }), facts)).toBe('library')
    expect(keepsFor(seated('head'), facts)).toBeNull()
    expect(keepsFor(chair, facts)).toBeNull()
  })
})

describe('Given from when somebody sees what is written in a meeting', () => {
  const facts = meeting('multilateral', 'open')
  const wednesday = new Date('2026-03-04T08:00:00Z')

  it('then it is the later of their own coming and that of their party; who came to neither later sees it from the beginning', () => {
    expect(seesSince(seated('head'), facts)).toBeNull()
    expect(seesSince(seated('head', { seesFrom: monday }), facts)).toBeNull()
    expect(seesSince(seated('head', { seesFrom: tuesday }), facts)).toEqual(tuesday)
    expect(seesSince(seated('head', { partySeesFrom: tuesday }), facts)).toEqual(tuesday)
    expect(seesSince(seated('head', { seesFrom: tuesday, partySeesFrom: wednesday }), facts)).toEqual(wednesday)
    expect(seesSince(seated('head', { seesFrom: wednesday, partySeesFrom: tuesday }), facts)).toEqual(wednesday)
    expect(seesSince(organizer, facts)).toBeNull()
  })

  it('then a head who was installed before the party joined sees what the party sees; one installed since, none of it', () => {
    const before = seated('head', { seesFrom: tuesday, partySeesFrom: wednesday })
    const since = seated('head', { seesFrom: wednesday, partySeesFrom: tuesday })
    expect([before, since].map((one) => meetingSight(one, facts))).toEqual(['contents-since', 'logistics'])
  })

  it('then an office that was given while nothing was hidden opens what the party does not see, and nothing to a head installed later', () => {
    const chairing = (place: Place) => ({ ...seated('head', place), offices: ['chair'] as const })
    expect(seesSince(chairing({ partySeesFrom: tuesday }), facts)).toBeNull()
    expect(seesSince(chairing({ seesFrom: tuesday, partySeesFrom: wednesday }), facts)).toEqual(tuesday)
  })
})

describe('Given somebody at a meeting (rule 13)', () => {
  it('then heads, deputies and authorised delegates speak for their party, also those installed later; no others', () => {
    for (const speaker of [
      seated('head'),
      seated('deputy'),
      seated('delegate', { authorised: true }),
      seated('head', { seesFrom: tuesday }),
    ])
      expect(voiceOf(speaker, { parties: [{ partyId: 'library', leftAt: null }] })).toBe('library')
    for (const other of [
      seated('delegate'),
      seated('observer', { authorised: true }),
      seated('head', { left: true }),
      seated('delegate', { authorised: true, left: true }),
      chair,
      organizer,
    ])
      expect(voiceOf(other, { parties: [{ partyId: 'library', leftAt: null }] })).toBeNull()
  })
})

describe('Given somebody in a group', () => {
  const roles = ['head', 'deputy', 'delegate', 'observer'] as const
  const having = (role: PartyRole) => group({ memberships: [of('library', role)] })

  it('then they are of it as an organizer, by a party, or by an office; and without any of these it is not there', () => {
    for (const member of [organizing, inGroup, group({ holdsOffice: true })]) expect(isGroupMember(member)).toBe(true)
    expect(isGroupMember(group())).toBe(false)
  })

  it('then heads and deputies govern their party, and no other; an organizer governs none (rule 14)', () => {
    expect(roles.map((role) => governsParty(having(role), 'library'))).toEqual([true, true, false, false])
    expect(governsParty(having('head'), 'harbour')).toBe(false)
    expect(governsParty(organizing, 'library')).toBe(false)
  })

  it('then the homework of a party is for its head, deputies and delegates, and not for those who observe', () => {
    expect(roles.map((role) => seesPartyHomework(having(role), 'library'))).toEqual([true, true, true, false])
    expect(seesPartyHomework(having('head'), 'harbour')).toBe(false)
    expect(seesPartyHomework(organizing, 'library')).toBe(false)
  })

  it('then what a party writes for itself is for those who prepare with it; of an installed head, what came after (rule 14)', () => {
    const createdAt = new Date('2027-03-01T10:00:00Z')
    const written = { partyId: 'library', createdAt }
    expect(roles.map((role) => seesPartyWork(having(role), written))).toEqual([true, true, true, false])
    expect(seesPartyWork(having('head'), { partyId: 'harbour', createdAt })).toBe(false)
    expect(seesPartyWork(organizing, written)).toBe(false)
    const installed = (later: number) => {
      const seesFrom = new Date(createdAt.getTime() + later)
      return group({ memberships: [{ partyId: 'library', role: 'head', seesFrom }] })
    }
    expect([-1, 0, 1].map((later) => seesPartyWork(installed(later), written))).toEqual([true, true, false])
  })

  it('then a text is for the group, or for the parties it is limited to and organizers', () => {
    const officer = group({ holdsOffice: true })
    const sees = (limitedTo: readonly string[]) =>
      [organizing, having('observer'), officer, group()].map((one) => seesText(one, limitedTo))
    expect(sees([])).toEqual([true, true, true, false])
    expect(sees(['harbour', 'library'])).toEqual([true, true, false, false])
    expect(sees(['harbour'])).toEqual([true, false, false, false])
  })

  it('then several parties read a text when it is limited to none, or to all of them', () => {
    expect(isReadByAll(['library', 'harbour'], [])).toBe(true)
    expect(isReadByAll(['library'], ['harbour', 'library'])).toBe(true)
    expect(isReadByAll(['library', 'harbour'], ['library'])).toBe(false)
  })
})
