/** Whoever acts by something announced is judged when it takes effect, and a removal ends what was announced (rule 14). */
import { describe, expect, test } from 'vitest'
import { removeOrganizer } from '#features/groups/commands/remove-organizer.ts'
import { loadHistory } from '#features/groups/loaders.ts'
import { acceptInvitation } from '#features/invitations/commands/accept.ts'
import { inviteOrganizer, inviteToParty } from '#features/invitations/commands/invite.ts'
import { announceReplacement } from '#features/invitations/commands/replace-head.ts'
import { acceptOffer, offerAnotherTime } from '#features/meetings/commands/offers.ts'
import { acceptOffice, appoint, authorise, proposeSeat } from '#features/meetings/commands/people.ts'
import { changeRole, removeMember } from '#features/parties/commands/people.ts'
import { loadPartyView } from '#features/parties/loaders.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { recordedKinds } from '#tests/setup/meetings.ts'
import { signedIn } from '#tests/setup/people.ts'
import { ahead, done, planFor, proposed, refusedAs, scene, scheduled } from './meetings-given.ts'

const write = { write: true }

/** The scene with a second organizer, and somebody who is of no party. */
async function given() {
  const base = await scene()
  const [petr, tam] = [await signedIn('Petr'), await signedIn('Tam')]
  await organizes(base.groupId, petr)
  return { ...base, petr, tam }
}

const organizes = (groupId: string, { personId }: Viewer) =>
  asSystem(
    'test',
    (tx) =>
      tx.organizer.upsert({
        where: { groupId_personId: { groupId, personId } },
        create: { groupId, personId },
        update: { removedAt: null },
      }),
    write,
  )

const emailOf = async ({ personId }: Viewer) =>
  (await asSystem('test', (tx) => tx.person.findUniqueOrThrow({ where: { id: personId } }))).email

const tokenOf = (made: { link: string | null }) => made.link?.split('/').at(-1) ?? ''

const histories = async (viewer: Viewer, groupId: string, partyId: string | null = null) =>
  (await loadHistory(viewer, groupId, partyId))?.map(({ kind }) => kind) ?? []

/** The delay of a replacement has passed. */
const reach = (id: string) =>
  asSystem('test', (tx) => tx.invitation.update({ where: { id }, data: { effectiveAt: new Date(0) } }), write)

describe('Given an announced replacement of a head', () => {
  test('when the organizer who announced it is removed, then it is void, also when they organize again (attack 54)', async () => {
    const { groupId, organizer, petr, tam, weir } = await given()
    const made = done(await announceReplacement(organizer, weir.id, {}))
    await reach(made.id)
    done(await removeOrganizer(petr, groupId, organizer.personId))
    const take = () => acceptInvitation(tam, { token: tokenOf(made) })
    expect(refusedAs(await take())).toBe('invitation-over')
    expect(await histories(weir.head, groupId, weir.id)).toContain('replacement-voided')
    expect((await loadPartyView(weir.head, weir.id))?.replacement).toBeNull()
    await organizes(groupId, organizer)
    expect(refusedAs(await take())).toBe('invitation-over')
    expect((await loadPartyView(weir.head, weir.id))?.role).toBe('head')
    // Another can be announced.
    done(await announceReplacement(petr, weir.id, {}))
  })

  test('when the announced head is removed from the party, or from organizing, then it brings them nowhere', async () => {
    const { groupId, organizer, petr, weir, mill } = await given()
    const email = await emailOf(weir.delegate)
    const made = done(await announceReplacement(organizer, weir.id, { email }))
    done(await removeMember(weir.head, weir.id, weir.delegate.personId))
    expect(await histories(weir.head, groupId, weir.id)).toContain('replacement-voided')
    const own = done(await announceReplacement(organizer, mill.id, { email: await emailOf(petr) }))
    done(await removeOrganizer(organizer, groupId, petr.personId))
    const open = await asSystem('test', (tx) =>
      tx.invitation.count({ where: { id: { in: [made.id, own.id] }, revokedAt: null } }),
    )
    expect(open).toBe(0)
  })

  test('when it takes effect, then what the former head began ends with it', async () => {
    const { organizer, tam, weir, mill } = await given()
    const meetingId = await proposed({ ...(await sceneOf(weir, mill)) })
    const invited = done(await inviteToParty(weir.head, weir.id, { role: 'deputy' }))
    const made = done(await announceReplacement(organizer, weir.id, {}))
    await reach(made.id)
    done(await acceptInvitation(tam, { token: tokenOf(made) }))
    expect(refusedAs(await acceptInvitation(await signedIn('New'), { token: tokenOf(invited) }))).toBe(
      'invitation-over',
    )
    expect(await recordedKinds(meetingId)).toEqual(['proposed', 'offer-withdrawn'])

    async function sceneOf(one: typeof weir, other: typeof mill) {
      const { groupId } = await asSystem('test', (tx) => tx.party.findUniqueOrThrow({ where: { id: one.id } }))
      return { groupId, organizer, weir: one, mill: other, ferry: other }
    }
  })
})

describe('Given an invitation', () => {
  test('when its inviter is removed or loses the role, then it is void for good', async () => {
    const { groupId, organizer, petr, tam, weir } = await given()
    const byDeputy = done(await inviteToParty(weir.deputy, weir.id, { role: 'delegate' }))
    done(await changeRole(weir.head, weir.id, weir.deputy.personId, { role: 'delegate', seen: 'deputy' }))
    done(await changeRole(weir.head, weir.id, weir.deputy.personId, { role: 'deputy', seen: 'delegate' }))
    expect(refusedAs(await acceptInvitation(tam, { token: tokenOf(byDeputy) }))).toBe('invitation-over')
    expect(await histories(weir.head, groupId, weir.id)).toContain('invitation-voided')

    const organizing = done(await inviteOrganizer(organizer, groupId, {}))
    const stays = done(await inviteOrganizer(petr, groupId, {}))
    done(await removeOrganizer(petr, groupId, organizer.personId))
    expect(refusedAs(await acceptInvitation(tam, { token: tokenOf(organizing) }))).toBe('invitation-over')
    expect(await histories(petr, groupId)).toContain('invitation-voided')
    done(await acceptInvitation(tam, { token: tokenOf(stays) }))
  })

  test('when the person whom it names is removed, then it does not bring them back', async () => {
    const { weir } = await given()
    const email = await emailOf(weir.delegate)
    const made = done(await inviteToParty(weir.deputy, weir.id, { role: 'delegate', email }))
    const other = done(await inviteToParty(weir.deputy, weir.id, { role: 'delegate', email: 'else@river.invalid' }))
    done(await removeMember(weir.head, weir.id, weir.delegate.personId))
    const open = await asSystem('test', (tx) =>
      tx.invitation.findMany({ where: { partyId: weir.id, revokedAt: null }, select: { id: true } }),
    )
    expect(open).toEqual([{ id: other.id }])
    expect(made.id).not.toBe(other.id)
  })
})

describe('Given what waits for others in a meeting', () => {
  test('when whoever offered a time is removed, then the offer is no word of their party, and another can be made', async () => {
    const { organizer, weir, mill, ...more } = await given()
    const base = { ...more, organizer, weir, mill }
    const meetingId = await proposed(base)
    const offer = (await planFor(mill.head, meetingId)).offer?.id ?? ''
    done(await changeRole(weir.head, weir.id, weir.deputy.personId, { role: 'head', seen: 'deputy' }))
    done(await removeMember(weir.deputy, weir.id, weir.head.personId))
    expect(refusedAs(await acceptOffer(mill.head, meetingId, offer))).toBe('offer-changed')
    expect((await planFor(mill.head, meetingId)).offer).toBeNull()
    expect(await recordedKinds(meetingId)).toEqual(['proposed', 'offer-withdrawn'])
    done(await offerAnotherTime(weir.deputy, meetingId, { time: ahead(9), message: '' }))
    const second = (await planFor(mill.head, meetingId)).offer?.id ?? ''
    done(await acceptOffer(mill.head, meetingId, second))
    expect((await planFor(weir.deputy, meetingId)).state).toBe('scheduled')
  })

  test('when a delegate who offered a time is authorised no more, then it is withdrawn', async () => {
    const base = await given()
    const { weir, mill } = base
    const meetingId = await scheduled(base, 'bilateral', [weir.id, mill.id])
    const { personId } = weir.delegate
    done(await authorise(weir.head, meetingId, { personId, authorised: true }))
    done(await offerAnotherTime(weir.delegate, meetingId, { time: ahead(9), message: '' }))
    const offer = (await planFor(mill.head, meetingId)).offer?.id ?? ''
    done(await authorise(weir.head, meetingId, { personId, authorised: false }))
    expect(refusedAs(await acceptOffer(mill.head, meetingId, offer))).toBe('offer-changed')
    expect((await recordedKinds(meetingId)).at(-1)).toBe('offer-withdrawn')
  })

  test('when whoever appointed an officer is removed, then an office that waits ends, and one in force stays', async () => {
    const base = await given()
    const { groupId, organizer, petr, tam, weir, mill, ferry } = base
    await asSystem(
      'test',
      (tx) => tx.partyMember.create({ data: { groupId, partyId: ferry.id, personId: tam.personId, role: 'delegate' } }),
      write,
    )
    const waiting = await scheduled(base, 'bilateral', [weir.id, mill.id])
    const inForce = await scheduled(base, 'bilateral', [weir.id, mill.id])
    for (const id of [waiting, inForce]) {
      done(await appoint(organizer, id, { office: 'facilitator', personId: tam.personId }))
      done(await acceptOffice(weir.head, id, 'facilitator'))
    }
    done(await acceptOffice(mill.head, inForce, 'facilitator'))
    done(await removeOrganizer(petr, groupId, organizer.personId))
    expect(refusedAs(await acceptOffice(mill.head, waiting, 'facilitator'))).toBe('office-vacant')
    expect((await planFor(mill.head, waiting)).offices).toEqual([])
    expect((await recordedKinds(waiting)).at(-1)).toBe('office-ended')
    expect((await planFor(mill.head, inForce)).offices).toMatchObject([{ inForce: true }])
  })

  test('when whoever gave a party’s word on an officer is removed, then it waits for nobody any more', async () => {
    const base = await given()
    const { weir, mill, ferry } = base
    const meetingId = await scheduled(base, 'bilateral', [weir.id, mill.id])
    done(await appoint(weir.deputy, meetingId, { office: 'facilitator', personId: ferry.head.personId }))
    done(await removeMember(weir.head, weir.id, weir.deputy.personId))
    expect(refusedAs(await acceptOffice(mill.head, meetingId, 'facilitator'))).toBe('office-vacant')
  })

  test('when an organizer who proposed participants is removed, or who is proposed, then nobody waits to be named', async () => {
    const base = await given()
    const { groupId, organizer, petr, weir } = base
    const meetingId = await scheduled(base, 'study', [weir.id])
    const waiting = async () =>
      (await planFor(weir.head, meetingId)).parties[0]?.people.filter(({ proposed: is }) => is).length
    const seat = ({ personId }: Viewer) => ({ personId, partyId: weir.id })
    done(await proposeSeat(organizer, meetingId, seat(weir.delegate)))
    done(await proposeSeat(petr, meetingId, seat(weir.deputy)))
    expect(await waiting()).toBe(2)
    done(await removeMember(weir.head, weir.id, weir.delegate.personId))
    expect(await waiting()).toBe(1)
    done(await removeOrganizer(organizer, groupId, petr.personId))
    expect(await waiting()).toBe(0)
  })
})
