/** What is offered beside meetings and conclusions is a dry run too: of commitments, agendas, parties and homework. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agenda, ItemContent } from '#domain/agenda/agenda.ts'
import { agendaCan } from '#domain/agenda/can.ts'
import type { AgendaCommand } from '#domain/agenda/command.ts'
import { decideAgenda } from '#domain/agenda/decide.ts'
import {
  type Commitment,
  type CommitmentCommand,
  commitmentCan,
  commitmentStates,
  decideCommitment,
} from '#domain/commitment.ts'
import { decideParty } from '#domain/party/decide.ts'
import { refuseDescribing } from '#domain/party/description.ts'
import { type GroupStanding, partyRoles } from '#domain/party/membership.ts'
import { headsOf, type Party } from '#domain/party/party.ts'
import { assignerHats, assigns, decidePreparation, mayAssignOn } from '#domain/preparation.ts'
import { isRefusal } from '#domain/refusal.ts'
import { HARBOUR, MILL, NOON } from './conclusion-given.ts'
import { everybody } from './conclusion-history.ts'
import {
  bilateral,
  bilateralDraft,
  chaired,
  close,
  delegate,
  having,
  head,
  olga,
  openBilateral,
  openMultilateral,
  outsider,
  standing,
  studyDraft,
} from './meeting-scene.ts'

const done = (answer: unknown): boolean => !isRefusal(answer)

describe('Given a commitment in any state, whoever looks at it', () => {
  it('then those acts are offered that would not be refused', () => {
    for (const state of commitmentStates)
      for (const replaced of [false, true])
        for (const partyId of [MILL, HARBOUR])
          for (const by of everybody) {
            const commitment: Commitment = {
              id: 'k1',
              what: 'Publish the levels',
              partyId,
              personId: null,
              dueOn: '2027-04-30',
              state,
              reason: null,
              replaced,
            }
            const follows = (command: CommitmentCommand) => done(decideCommitment(commitment, command, NOON))
            expect(commitmentCan({ partyId, state, replaced }, by)).toEqual({
              'mark-done': follows({ type: 'mark-done', by }),
              drop: follows({ type: 'drop', by, reason: 'The gauge is gone' }),
              reopen: follows({ type: 'reopen', by, reason: 'A page is missing' }),
            })
          }
  })
})

describe('Given the agenda of any meeting, whoever looks at it', () => {
  const people = [olga, head('library'), head('harbour'), delegate('library'), outsider]
  const meetings = [studyDraft, bilateralDraft, bilateral, openBilateral, chaired, openMultilateral]
  const closed = having(openMultilateral, close(outsider))
  const weir: ItemContent = {
    kind: 'inquiry',
    title: 'The weir',
    aim: '',
    minutes: 45,
    leadPartyId: null,
    leadPersonId: null,
  }
  const items = [
    { ...weir, id: 'weir', taken: false },
    { ...weir, id: 'ferry', taken: false },
  ]
  const agenda: Agenda = { version: 7, statementMinutes: 5, resolutionLimit: 3, items }

  it('then those acts are offered that would not be refused', () => {
    for (const meeting of [...meetings, closed])
      for (const person of people) {
        const by = standing(person, meeting)
        const on = { by, agendaVersion: 7 }
        const changes = (command: AgendaCommand) => done(decideAgenda(agenda, command, meeting))
        expect(agendaCan(meeting, by)).toEqual({
          'add-item': changes({ ...on, type: 'add-item', itemId: 'mill', content: weir, before: null }),
          'change-item': changes({ ...on, type: 'change-item', itemId: 'weir', content: { ...weir, minutes: 10 } }),
          'remove-item': changes({ ...on, type: 'remove-item', itemId: 'ferry' }),
          'move-item': changes({ ...on, type: 'move-item', itemId: 'ferry', before: 'weir' }),
          'change-statement-minutes': changes({ ...on, type: 'change-statement-minutes', minutes: 10 }),
          'change-resolution-limit': changes({ ...on, type: 'change-resolution-limit', limit: 5, reason: 'Many' }),
        })
      }
  })
})

const roles = fc.option(fc.constantFrom(...partyRoles), { nil: null })

describe('Given a party with any people', () => {
  const parties = fc.tuple(fc.array(roles, { minLength: 1, maxLength: 5 }), fc.boolean()).map(([all, left]): Party => {
    const members = all.flatMap((role, at) => (role === null ? [] : [{ personId: `p${at}`, role, seesFrom: null }]))
    return { id: 'library', members, replacement: null, leftAt: left ? NOON : null }
  })

  it('then an organizer is offered to sit as its first head, who is not of it, and nobody else', () => {
    fc.assert(
      fc.property(parties, fc.nat(6), fc.boolean(), (party, at, organizer) => {
        const by = { personId: `p${at}`, organizer }
        const own = { id: 'own', role: 'head', invitedBy: by } as const
        const sits = decideParty(party, { type: 'accept-invitation', personId: by.personId, invitation: own }, NOON)
        const isOfIt = party.members.some(({ personId }) => personId === by.personId)
        const stands = party.leftAt === null && headsOf(party).length === 0
        expect(done(sits)).toBe(organizer && stands && !isOfIt)
      }),
    )
  })

  it('then it says itself what it is called, and an organizer while it has no head', () => {
    fc.assert(
      fc.property(parties, fc.nat(6), fc.boolean(), (party, at, organizer) => {
        const personId = `p${at}`
        const own = party.members.find((member) => member.personId === personId)?.role
        const governs = own === 'head' || own === 'deputy'
        const describes = governs || (organizer && headsOf(party).length === 0)
        const refused = party.leftAt === null ? 'not-entitled' : 'party-has-left'
        const expected = party.leftAt === null && describes ? null : { refused }
        expect(refuseDescribing(party, { personId, organizer })).toEqual(expected)
      }),
    )
  })
})

describe('Given anybody of a group, and a text that may be limited to some parties', () => {
  const partyIds = ['library', 'harbour', 'school']
  const standings = fc.tuple(fc.boolean(), fc.tuple(roles, roles, roles)).map(([organizer, own]): GroupStanding => {
    const memberships = own.flatMap((role, at) =>
      role === null ? [] : [{ partyId: partyIds[at] ?? '', role, seesFrom: null }],
    )
    return { personId: 'lea', organizer, memberships, holdsOffice: false }
  })

  it('then homework is offered to those, and in those roles, to whom it could be given', () => {
    fc.assert(
      fc.property(standings, fc.subarray(partyIds), (mine, limitedTo) => {
        const by = { standing: mine, leadsStudyOf: null }
        const gives = assignerHats.flatMap((as) =>
          partyIds.map((partyId) => {
            const to = { partyId, person: null }
            const about = { dueAt: new Date(NOON.getTime() + 1), passages: 3, textLimitedTo: limitedTo }
            const given = done(decidePreparation({ type: 'assign', by, as, to, ...about }, NOON))
            expect(assigns(by, as, to, limitedTo)).toBe(given)
            return given
          }),
        )
        expect(mayAssignOn(mine, limitedTo)).toBe(gives.includes(true))
      }),
    )
  })
})
