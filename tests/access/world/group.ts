import { hashToken } from '#lib/auth/token.ts'
import type { Actor } from '../actors.ts'
import { day, inTime, type Place } from './place.ts'

/** What the group and its parties tell of themselves: purpose, history, invitations. */
export async function makeAffairs(place: Place) {
  const { tx, groupId, ownId, hide, person } = place
  await tx.group.update({ where: { id: groupId }, data: { purpose: hide.word('group-purpose') } })
  const told = { groupId, kind: 'party-created', actorId: person('organizer'), detail: hide.word('group-history') }
  await tx.groupEvent.create({ data: told })
  const own = {
    detail: hide.word('party-history'),
    actorId: await hide.person('party-history-by'),
    at: hide.time('party-history-at', 'past'),
  }
  if (hide.has('party-history'))
    await tx.groupEvent.create({ data: { groupId, partyId: ownId, kind: 'party-changed', ...own } })
  // Whom a party invites is its own affair; it is in the hands of its heads.
  const invited = await invite(place, 'invited', { partyId: ownId, role: 'delegate', by: 'head' })
  const claimed = await invite(place, 'claimed', { partyId: ownId, role: 'delegate', by: 'head', claims: true })
  const organizing = await invite(place, 'organizing', { partyId: null, role: 'organizer', by: 'organizer' })
  return {
    invitationId: invited?.id,
    invitationToken: invited?.token,
    claimedId: claimed?.id,
    organizingId: organizing?.id,
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
  { partyId, role, by, claims = false }: Invited,
): Promise<{ id: string; token: string } | null> {
  const guest = hide.word(`${name}-name`)
  const email = `${hide.word(`${name}-address`)}@river.invalid`
  // 43 letters, as a token has.
  const token = guest.padEnd(43, '-').slice(0, 43)
  const claimer = claims
    ? { name: hide.word(`${name}-claimer`), email: `${hide.word(`${name}-claimed-from`)}@river.invalid` }
    : null
  if (!hide.has(`${name}-name`)) return null
  const claimed =
    claimer === null ? {} : { claimedById: (await tx.person.create({ data: claimer })).id, claimedAt: new Date() }
  const to = { name: guest, email, tokenHash: hashToken(token), invitedById: person(by), expiresAt: inTime(day) }
  const { id } = await tx.invitation.create({ data: { groupId, partyId, role, ...to, ...claimed } })
  return { id, token }
}
