import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideParty, type PartyCommand } from '#domain/party/decide.ts'
import type { Invitation } from '#domain/party/invitation.ts'
import type { PartyRole, PersonInGroup } from '#domain/party/membership.ts'
import { decideOrganizerRemoval } from '#domain/party/organizers.ts'
import { headsOf, type Member, memberOf, type Party } from '#domain/party/party.ts'
import { endsWith, type Removed, type WaitingInvitation } from '#domain/party/revocation.ts'
import { isRefusal } from '#domain/refusal.ts'
import { evolve } from './party-evolve.ts'

const monday = new Date('2026-03-02T08:00:00Z')
const hours = (count: number) => new Date(monday.getTime() + count * 3_600_000)

const member = (personId: string, role: PartyRole, seesFrom: Date | null = null): Member => ({
  personId,
  role,
  seesFrom,
})
const person = (personId: string): PersonInGroup => ({ personId, organizer: false })
const organizer: PersonInGroup = { personId: 'olga', organizer: true }

const fresh: Party = { id: 'library', members: [], replacement: null, leftAt: null }
const library: Party = {
  ...fresh,
  members: [member('hana', 'head'), member('dov', 'deputy'), member('lea', 'delegate'), member('obi', 'observer')],
}
const invitation = (role: PartyRole, invitedBy: PersonInGroup, id = 'letter'): Invitation => ({ id, role, invitedBy })

/** Runs commands one after the other; each must be accepted. */
function having(party: Party, ...commands: readonly (readonly [PartyCommand, Date])[]): Party {
  return commands.reduce((before, [command, at]) => {
    const answer = decideParty(before, command, at)
    if (isRefusal(answer)) throw new Error(answer.refused)
    return answer.reduce((state, event) => evolve(state, event, at), before)
  }, party)
}

describe('Given a party that never had a head', () => {
  it('when the organizer invites a head, then the invitation stands and the head can accept it', () => {
    expect(decideParty(fresh, { type: 'invite', by: organizer, role: 'head' }, monday)).toEqual([
      { type: 'invited', role: 'head' },
    ])
    const letter = invitation('head', organizer)
    const party = having(fresh, [{ type: 'accept-invitation', personId: 'hana', invitation: letter }, monday])
    expect(headsOf(party)).toEqual([member('hana', 'head')])
  })

  it('when the organizer invites anybody but a head, then it is refused', () => {
    for (const role of ['deputy', 'delegate', 'observer'] as const) {
      expect(decideParty(fresh, { type: 'invite', by: organizer, role }, monday)).toEqual({ refused: 'not-entitled' })
    }
  })

  it('when the organizer sent two invitations, then only the first that is accepted counts', () => {
    const first = invitation('head', organizer, 'one')
    const second = invitation('head', organizer, 'two')
    const party = having(fresh, [{ type: 'accept-invitation', personId: 'hana', invitation: first }, monday])
    expect(decideParty(party, { type: 'accept-invitation', personId: 'olga', invitation: second }, monday)).toEqual({
      refused: 'party-has-had-a-head',
    })
  })
})

describe('Given a party with a head', () => {
  it('when the organizer invites or removes anybody, then it is refused: the party governs itself', () => {
    expect(decideParty(library, { type: 'invite', by: organizer, role: 'head' }, monday)).toEqual({
      refused: 'party-has-had-a-head',
    })
    for (const personId of ['hana', 'lea']) {
      expect(decideParty(library, { type: 'remove', by: organizer, personId }, monday)).toEqual({
        refused: 'not-entitled',
      })
    }
    expect(
      decideParty(
        library,
        { type: 'change-role', by: organizer, personId: 'lea', role: 'head', seen: 'delegate' },
        monday,
      ),
    ).toEqual({
      refused: 'not-entitled',
    })
  })

  it('when a deputy invites, then delegates and observers come, but no heads and deputies', () => {
    const invite = (role: PartyRole) => decideParty(library, { type: 'invite', by: person('dov'), role }, monday)
    expect(isRefusal(invite('delegate'))).toBe(false)
    expect(isRefusal(invite('observer'))).toBe(false)
    expect(invite('head')).toEqual({ refused: 'only-heads-make-heads' })
    expect(invite('deputy')).toEqual({ refused: 'only-heads-make-heads' })
  })

  it('when a delegate or an observer invites, then it is refused', () => {
    for (const id of ['lea', 'obi', 'stranger']) {
      expect(decideParty(library, { type: 'invite', by: person(id), role: 'observer' }, monday)).toEqual({
        refused: 'not-entitled',
      })
    }
  })

  it('when the inviter lost the right before the invitation is accepted, then it carries nobody in', () => {
    const letter = invitation('deputy', person('dov'))
    expect(decideParty(library, { type: 'accept-invitation', personId: 'new', invitation: letter }, monday)).toEqual({
      refused: 'only-heads-make-heads',
    })
  })

  it('when somebody else gave a role meanwhile, then it is refused with the role that they have', () => {
    const change = {
      type: 'change-role',
      by: person('hana'),
      personId: 'dov',
      role: 'observer',
      seen: 'delegate',
    } as const
    expect(decideParty(library, change, monday)).toEqual({ refused: 'changed-meanwhile', now: { role: 'deputy' } })
    expect(decideParty(library, { ...change, by: person('lea') }, monday)).toEqual({ refused: 'not-entitled' })
  })

  it('when the last head leaves, steps down or is removed, then it is refused', () => {
    const two = having(library, [
      { type: 'change-role', by: person('hana'), personId: 'dov', role: 'head', seen: 'deputy' },
      monday,
    ])
    expect(decideParty(library, { type: 'remove', by: person('hana'), personId: 'hana' }, monday)).toEqual({
      refused: 'last-head',
    })
    expect(
      decideParty(
        library,
        { type: 'change-role', by: person('hana'), personId: 'hana', role: 'deputy', seen: 'head' },
        monday,
      ),
    ).toEqual({ refused: 'last-head' })
    expect(isRefusal(decideParty(two, { type: 'remove', by: person('dov'), personId: 'hana' }, monday))).toBe(false)
  })

  it('when a deputy acts on the head, then it is refused', () => {
    expect(decideParty(library, { type: 'remove', by: person('dov'), personId: 'hana' }, monday)).toEqual({
      refused: 'only-heads-make-heads',
    })
  })

  it('when the head takes the party out of the group, then nothing more happens in it', () => {
    const gone = having(library, [{ type: 'leave-group', by: person('hana') }, monday])
    expect(gone.leftAt).toEqual(monday)
    expect(decideParty(gone, { type: 'invite', by: person('hana'), role: 'delegate' }, monday)).toEqual({
      refused: 'party-has-left',
    })
    expect(decideParty(library, { type: 'leave-group', by: person('dov') }, monday)).toEqual({
      refused: 'not-entitled',
    })
  })
})

describe('Given that the organizer announced a replacement of a lost head', () => {
  const announce: PartyCommand = { type: 'announce-replacement', by: organizer, invitationId: 'letter', delayHours: 72 }
  const take: PartyCommand = {
    type: 'accept-invitation',
    personId: 'nils',
    invitation: invitation('head', organizer),
  }
  const announced = having(library, [announce, monday])

  it('when the new head accepts before the delay has passed, then it is refused with the instant', () => {
    expect(decideParty(announced, take, hours(71.99))).toEqual({
      refused: 'replacement-not-effective-yet',
      effectiveAt: hours(72),
    })
  })

  it('when the delay has passed, then the new head sees nothing older and the former head stays as a delegate', () => {
    const party = having(announced, [take, hours(73)])
    expect(memberOf(party, 'nils')).toEqual(member('nils', 'head', hours(73)))
    expect(memberOf(party, 'hana')?.role).toBe('delegate')
    expect(party.replacement).toBeNull()
  })

  it('when the new head was of the party before, then they go on seeing what they saw; who observed saw nothing', () => {
    const taking = (personId: string, party = announced) => having(party, [{ ...take, personId }, hours(73)])
    for (const personId of ['dov', 'lea'])
      expect(memberOf(taking(personId), personId)).toEqual(member(personId, 'head', null))
    expect(memberOf(taking('obi'), 'obi')).toEqual(member('obi', 'head', hours(73)))
    const bound = { ...announced, members: [...library.members, member('nils', 'delegate', monday)] }
    expect(memberOf(taking('nils', bound), 'nils')).toEqual(member('nils', 'head', monday))
  })

  it('when the installed head brings a friend in, or raises an observer, then these see nothing older either', () => {
    const party = having(
      announced,
      [take, hours(73)],
      [
        { type: 'accept-invitation', personId: 'friend', invitation: invitation('delegate', person('nils'), 'other') },
        hours(80),
      ],
      [{ type: 'change-role', by: person('nils'), personId: 'obi', role: 'delegate', seen: 'observer' }, hours(80)],
    )
    expect(memberOf(party, 'friend')?.seesFrom).toEqual(hours(73))
    expect(memberOf(party, 'obi')?.seesFrom).toEqual(hours(73))
    expect(memberOf(party, 'lea')?.seesFrom).toBeNull()
  })

  it('when the party stops it, by its head or its deputy, then the invitation carries nobody in', () => {
    for (const id of ['hana', 'dov']) {
      const stopped = having(announced, [{ type: 'stop-replacement', by: person(id) }, hours(5)])
      expect(decideParty(stopped, take, hours(100))).toEqual({ refused: 'party-has-had-a-head' })
    }
    expect(decideParty(announced, { type: 'stop-replacement', by: person('lea') }, hours(5))).toEqual({
      refused: 'not-entitled',
    })
  })

  it('when a second one is announced, or the delay is too short to object or without end, then it is refused', () => {
    expect(decideParty(announced, announce, hours(1))).toEqual({ refused: 'replacement-pending' })
    for (const delayHours of [0, 23, 721, Number.NaN])
      expect(decideParty(library, { ...announce, delayHours }, monday)).toEqual({
        refused: 'replacement-delay-out-of-bounds',
        least: 24,
        most: 720,
      })
    for (const delayHours of [24, 720])
      expect(decideParty(library, { ...announce, delayHours }, monday)).toMatchObject([
        { effectiveAt: hours(delayHours) },
      ])
    expect(decideParty(library, { ...announce, by: person('hana') }, monday)).toEqual({ refused: 'not-entitled' })
    expect(decideParty(fresh, announce, monday)).toEqual({ refused: 'party-never-had-a-head' })
  })
})

describe('Properties of a party', () => {
  const people = ['hana', 'dov', 'lea', 'obi', 'olga', 'nils']
  const anybody = fc.constantFrom(...people)
  const actor = anybody.map((personId): PersonInGroup => ({ personId, organizer: personId === 'olga' }))
  const role = fc.constantFrom<PartyRole>('head', 'deputy', 'delegate', 'observer')
  const command: fc.Arbitrary<PartyCommand> = fc.oneof(
    fc.record({ type: fc.constant('change-role' as const), by: actor, personId: anybody, role, seen: role }),
    fc.record({ type: fc.constant('remove' as const), by: actor, personId: anybody }),
    fc.record({
      type: fc.constant('accept-invitation' as const),
      personId: anybody,
      invitation: fc.record({ id: fc.constantFrom('a', 'b'), role, invitedBy: actor }),
    }),
    fc.record({
      type: fc.constant('announce-replacement' as const),
      by: actor,
      invitationId: fc.constantFrom('a', 'b'),
      delayHours: fc.constant(24),
    }),
    fc.record({ type: fc.constant('stop-replacement' as const), by: actor }),
  )

  it('no sequence of acts leaves it without a head', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let party = library
        commands.forEach((one, step) => {
          const at = hours(step * 10)
          const answer = decideParty(party, one, at)
          if (!isRefusal(answer)) party = answer.reduce((state, event) => evolve(state, event, at), party)
        })
        expect(headsOf(party).length).toBeGreaterThan(0)
        expect(new Set(party.members.map(({ personId }) => personId)).size).toBe(party.members.length)
      }),
    )
  })
})

describe('Given the organizers of a group', () => {
  it('when one of two is removed, then it happens; when the last one goes, then it is refused', () => {
    expect(decideOrganizerRemoval(['olga', 'petr'], 'olga', 'petr')).toEqual({
      type: 'organizer-removed',
      personId: 'petr',
    })
    expect(decideOrganizerRemoval(['olga'], 'olga', 'olga')).toEqual({ refused: 'last-organizer' })
    expect(decideOrganizerRemoval(['olga', 'petr'], 'hana', 'petr')).toEqual({ refused: 'not-entitled' })
    expect(decideOrganizerRemoval(['olga', 'petr'], 'olga', 'hana')).toEqual({ refused: 'not-an-organizer' })
  })
})

describe('Given a party that left the group', () => {
  const gone = having(library, [{ type: 'leave-group', by: person('hana') }, monday])

  it('when its people go, then each of them can, the last head too, and nobody is held in it', () => {
    const without = (party: Party, by: string, personId: string) =>
      having(party, [{ type: 'remove', by: person(by), personId }, hours(1)])
    expect(memberOf(without(gone, 'hana', 'lea'), 'lea')).toBeNull()
    expect(memberOf(without(gone, 'dov', 'obi'), 'obi')).toBeNull()
    expect(memberOf(without(gone, 'lea', 'lea'), 'lea')).toBeNull()
    const empty = ['hana', 'dov', 'lea', 'obi'].reduce((party, id) => without(party, id, id), gone)
    expect(empty.members).toEqual([])
  })

  it('when its head makes somebody head, then somebody goes on speaking for what it agreed', () => {
    const two = having(gone, [
      { type: 'change-role', by: person('hana'), personId: 'dov', role: 'head', seen: 'deputy' },
      hours(1),
    ])
    expect(headsOf(two).map(({ personId }) => personId)).toEqual(['hana', 'dov'])
    expect(decideParty(gone, { type: 'remove', by: person('lea'), personId: 'hana' }, monday)).toMatchObject({
      refused: 'not-entitled',
    })
  })

  it('when anybody brings somebody in, then it is refused', () => {
    const refused = { refused: 'party-has-left' }
    const letter = invitation('delegate', person('hana'))
    expect(decideParty(gone, { type: 'accept-invitation', personId: 'new', invitation: letter }, monday)).toEqual(
      refused,
    )
    expect(decideParty(gone, { type: 'invite', by: organizer, role: 'head' }, monday)).toEqual(refused)
    expect(
      decideParty(gone, { type: 'announce-replacement', by: organizer, invitationId: 'x', delayHours: 72 }, monday),
    ).toEqual(refused)
  })
})

describe('Given an announcement whose maker is removed (rule 14)', () => {
  const announce: PartyCommand = { type: 'announce-replacement', by: organizer, invitationId: 'letter', delayHours: 72 }
  const announced = having(library, [announce, monday])
  const waiting = (more: Partial<WaitingInvitation>): WaitingInvitation => ({
    id: 'letter',
    invitedById: 'olga',
    into: { party: announced, role: 'head' },
    replaces: true,
    namesId: null,
    ...more,
  })
  const removedAs = (more: Partial<Removed>): Removed => ({
    personId: 'olga',
    fromPartyId: null,
    organized: false,
    ...more,
  })

  it('when the announced head comes then, then they are judged by what their voucher is at that moment', () => {
    const take = (organizing: boolean): PartyCommand => ({
      type: 'accept-invitation',
      personId: 'nils',
      invitation: invitation('head', { personId: 'olga', organizer: organizing }),
    })
    expect(decideParty(announced, take(false), hours(73))).toEqual({ refused: 'not-entitled' })
    expect(isRefusal(decideParty(announced, take(true), hours(73)))).toBe(false)
  })

  it('when an organizer is removed, then what only organizers announce ends, and nothing that another made', () => {
    const removed = removedAs({ organized: true })
    expect(endsWith(removed, waiting({}), ['petr'])).toBe(true)
    expect(endsWith(removed, waiting({ into: null, replaces: false }), ['petr'])).toBe(true)
    expect(endsWith(removed, waiting({ into: { party: fresh, role: 'head' }, replaces: false }), ['petr'])).toBe(true)
    expect(endsWith(removed, waiting({ invitedById: 'petr' }), ['petr'])).toBe(false)
    const heads = { ...library, members: [...library.members, member('olga', 'head')] }
    expect(endsWith(removed, waiting({ into: { party: heads, role: 'deputy' }, replaces: false }), ['petr'])).toBe(
      false,
    )
  })

  it('when a head or a deputy loses the role, then what they could not invite now ends', () => {
    const after = having(library, [
      { type: 'change-role', by: person('hana'), personId: 'dov', role: 'observer', seen: 'deputy' },
      monday,
    ])
    const made = waiting({ invitedById: 'dov', into: { party: after, role: 'delegate' }, replaces: false })
    expect(endsWith(removedAs({ personId: 'dov' }), made, ['olga'])).toBe(true)
    expect(endsWith(removedAs({ personId: 'dov' }), { ...made, into: { party: library, role: 'delegate' } }, [])).toBe(
      false,
    )
  })

  it('when the person whom it names is removed, then it does not bring them back', () => {
    const named = waiting({ invitedById: 'petr', namesId: 'lea' })
    expect(endsWith(removedAs({ personId: 'lea', fromPartyId: 'library' }), named, ['petr'])).toBe(true)
    expect(endsWith(removedAs({ personId: 'lea', fromPartyId: 'mill' }), named, ['petr'])).toBe(false)
    expect(endsWith(removedAs({ personId: 'lea', organized: true }), named, ['petr'])).toBe(true)
    expect(endsWith(removedAs({ personId: 'obi', fromPartyId: 'library' }), named, ['petr'])).toBe(false)
  })
})
