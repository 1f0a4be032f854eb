import { hashToken } from '#lib/auth/token.ts'
import { type Actor, HEADS, IN_GROUP, IN_PARTY } from '../actors.ts'
import { day, inTime, type Place } from './place.ts'

/** What the group and its parties tell of themselves: purpose, history, invitations. */
export async function makeAffairs(place: Place) {
  const { tx, groupId, ownId, hide, person } = place
  await tx.group.update({ where: { id: groupId }, data: { purpose: hide('purpose', IN_GROUP) } })
  await tx.groupEvent.createMany({
    data: [
      { groupId, kind: 'party-created', actorId: person('organizer'), detail: hide('history', IN_GROUP) },
      {
        groupId,
        partyId: ownId,
        kind: 'party-changed',
        actorId: person('head'),
        detail: hide('party-history', [...IN_PARTY, 'organizer']),
      },
    ],
  })
  // Whom a party invites is its own affair; it is in the hands of its heads.
  const invited = await invite(place, 'invited', HEADS, { partyId: ownId, role: 'delegate', by: 'head' })
  const claimed = await invite(place, 'claimed', HEADS, { partyId: ownId, role: 'delegate', by: 'head', claims: true })
  const organizing = await invite(place, 'organizing', ['organizer'], {
    partyId: null,
    role: 'organizer',
    by: 'organizer',
  })
  return {
    invitationId: invited.id,
    invitationToken: invited.token,
    claimedId: claimed.id,
    organizingId: organizing.id,
  }
}

interface Invited {
  readonly partyId: string | null
  readonly role: string
  readonly by: Actor
  /** Somebody opened it under another address and waits. */
  readonly claims?: boolean
}

async function invite(
  { tx, groupId, hide, person }: Place,
  name: string,
  readers: readonly Actor[],
  { partyId, role, by, claims = false }: Invited,
): Promise<{ id: string; token: string }> {
  const guest = hide(`${name}-name`, readers)
  const email = `${hide(`${name}-address`, readers)}@river.invalid`
  // 43 letters, as a token has.
  const token = guest.padEnd(43, '-').slice(0, 43)
  const claimer = claims
    ? await tx.person.create({
        data: {
          name: hide(`${name}-claimer`, readers),
          email: `${hide(`${name}-claimed-from`, readers)}@river.invalid`,
        },
      })
    : null
  const { id } = await tx.invitation.create({
    data: {
      groupId,
      partyId,
      role,
      name: guest,
      email,
      tokenHash: hashToken(token),
      invitedById: person(by),
      expiresAt: inTime(day),
      ...(claimer === null ? {} : { claimedById: claimer.id, claimedAt: new Date() }),
    },
  })
  return { id, token }
}
