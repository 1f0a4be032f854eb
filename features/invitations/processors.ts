/** Whom the invitations of a group make tell by mail. */
import { groupKinds } from '#domain/group-kind.ts'
import { excerptOf } from '#domain/text/grapheme.ts'
import { asRecipient } from '#lib/auth/recipient.ts'
import { derivedToken, hashToken } from '#lib/auth/token.ts'
import { clock } from '#lib/clock.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { asSystem } from '#lib/db/transaction.ts'
import type { Fact, Mail } from '#lib/mail/mail.ts'
import { deliverMail } from '#lib/mail/send-mail.ts'
import type { Delivery } from '#lib/outbox/message.ts'
import { settings } from '#lib/settings.ts'
import { languageFor } from '#lib/words/offered.ts'
import { proveParty } from '#store/access/party.ts'
import { organizersOf } from '#store/group/acts.ts'
import { findOpen, type OpenInvitation, roleOf } from '#store/invitation/open.ts'
import { processorOf } from '#store/outbox.ts'
import { readAddresses } from '#store/party/addresses.ts'

/** Mail to whoever is invited, to whoever invited them, and to the people of a party for which a new head is announced. */
export const invitationMail = processorOf(
  'invitation-mail',
  ['invitation-made', 'invitation-claimed', 'invitation-declined', 'replacement-announced'],
  ({ event, ids: { invitationId } }) => {
    switch (event) {
      case 'invitation-made':
        return toInvited(invitationId)
      case 'invitation-claimed':
        return toInviter(invitationId, claimLetter)
      case 'invitation-declined':
        return toInviter(invitationId, declineLetter)
      case 'replacement-announced':
        return toParty(invitationId)
      default:
        return event satisfies never
    }
  },
)

const findNow = (tx: Tx, id: string) => findOpen(tx, { id }, clock.now())
const personIn = (tx: Tx, id: string) =>
  tx.person.findUniqueOrThrow({ where: { id }, select: { name: true, language: true } })
const addressOf = async (tx: Tx, id: string) => (await readAddresses(tx, [id])).get(id) ?? ''

/** Whoever is invited may have no account: they are told under the id of the invitation. */
async function toInvited(invitationId: string): Promise<readonly Delivery[]> {
  const deliver = async (deliveryId: string) => {
    const mail = await asSystem('outbox', (tx) => invitationLetter(tx, invitationId), { write: true })
    if (mail !== null) await deliverMail(mail, deliveryId)
  }
  return [{ recipientId: invitationId, deliver }]
}

/** The message that alone carries the secret of an invitation; null: it is over by now, or somebody has opened it. */
async function invitationLetter(tx: Tx, id: string): Promise<Mail | null> {
  const invitation = await findNow(tx, id)
  if (invitation === null || invitation.email === null || invitation.claimedById !== null) return null
  const { email, name, role, group, party, expiresAt } = invitation
  const { name: inviter } = await personIn(tx, invitation.invitedById)
  const token = derivedToken('invitation', id)
  // Of an instance whose key was changed meanwhile the link is a new one.
  if (hashToken(token) !== invitation.tokenHash)
    await tx.invitation.update({ where: { id }, data: { tokenHash: hashToken(token) }, select: { id: true } })
  const invited = await tx.person.findUnique({ where: { email }, select: { language: true } })
  const to = { name: name ?? '', address: email, language: languageFor(invited?.language ?? group.language) }
  const link = `${settings().baseUrl}/invitations/${token}`
  const facts = {
    link,
    inviter: nameOrNone(inviter),
    group: group.name,
    until: { instant: expiresAt, timeZone: group.timeZone },
    ...aboutGroup(group),
    meaning: { namespace: 'terms', key: `${invitation.role}.meaning` },
  } as const
  if (party === null) return { to, kind: 'invitation-organizer', facts }
  return {
    to,
    kind: 'invitation-party',
    facts: { ...facts, party: party.name, role: { namespace: 'groups', key: `role.${roleOf(role)}` } },
  }
}

/** How much of what a group says of itself a letter repeats, in UTF-16 units; the page of the invitation has all of it. */
const longestPurpose = 300

/** What the group is, for whoever has not seen it yet: its kind, its purpose on one line, and what Concordance is. */
function aboutGroup({ kind, purpose }: OpenInvitation['group']): Readonly<Record<string, Fact>> {
  return {
    hasKind: kind === null ? 'no' : 'yes',
    kind: kind === null ? '' : { namespace: 'groups', key: `kindIs.${oneOf(groupKinds, kind)}` },
    hasPurpose: purpose === '' ? 'no' : 'yes',
    purpose: excerptOf(purpose.replace(/\s+/g, ' '), longestPurpose),
    what: { namespace: 'invitations', key: 'what' },
  }
}

/** A name, or the word for somebody who has not said theirs yet. */
function nameOrNone(name: string): Fact {
  return name === '' ? { namespace: 'components', key: 'noName' } : name
}

/** Whoever sent it, by a letter about how it stands by then; null: there is nothing to tell any more. */
async function toInviter(
  invitationId: string,
  letter: (tx: Tx, id: string, inviterId: string) => Promise<Mail | null>,
): Promise<readonly Delivery[]> {
  const invitation = await asSystem('outbox', (tx) => findNow(tx, invitationId))
  if (invitation === null) return []
  const { invitedById: recipientId } = invitation
  const deliver = async (deliveryId: string) => {
    const mail = await asRecipient(recipientId, (tx) => letter(tx, invitationId, recipientId))
    if (mail !== null) await deliverMail(mail, deliveryId)
  }
  return [{ recipientId, deliver }]
}

/** Tells the inviter that somebody with another address opened the invitation; null: nobody waits any more. */
async function claimLetter(tx: Tx, id: string, inviterId: string): Promise<Mail | null> {
  const invitation = await findNow(tx, id)
  if (invitation === null || invitation.claimedById === null) return null
  const { group, party, email, claimedById } = invitation
  const claimer = await personIn(tx, claimedById)
  const path = await placeToConfirm(tx, invitation)
  return {
    to: await inviterOf(tx, inviterId, group.language),
    kind: 'invitation-claimed',
    facts: {
      claimer: claimer.name,
      place: party?.name ?? group.name,
      address: email ?? '',
      link: `${settings().baseUrl}${path}`,
    },
  }
}

/** Tells the inviter that whoever they invited said no; null: they accepted after all, or it is over. */
async function declineLetter(tx: Tx, id: string, inviterId: string): Promise<Mail | null> {
  const invitation = await findNow(tx, id)
  if (invitation === null || invitation.declinedAt === null) return null
  const { group, party, name, email } = invitation
  return {
    to: await inviterOf(tx, inviterId, group.language),
    kind: 'invitation-declined',
    facts: {
      guest: name ?? email ?? { namespace: 'mail', key: 'linkHolder' },
      place: party?.name ?? group.name,
      link: `${settings().baseUrl}${await placeToConfirm(tx, invitation)}`,
    },
  }
}

async function inviterOf(tx: Tx, id: string, ofGroup: string | null): Promise<Mail['to']> {
  const { name, language } = await personIn(tx, id)
  return { name, address: await addressOf(tx, id), language: languageFor(language ?? ofGroup) }
}

/** Where the inviter finds the invitation: one who runs the instance invites a first organizer and does not see into the group. */
async function placeToConfirm(tx: Tx, { groupId, partyId, invitedById }: OpenInvitation): Promise<string> {
  if (partyId !== null) return `/groups/${groupId}/parties/${partyId}`
  const organizers = await organizersOf(tx, groupId)
  return organizers.includes(invitedById) ? `/groups/${groupId}/settings` : '/groups'
}

/** Most people of a party who are told. */
const most = 500

async function toParty(invitationId: string): Promise<readonly Delivery[]> {
  const people = await asSystem('outbox', async (tx) => {
    const invitation = await findNow(tx, invitationId)
    const partyId = invitation?.partyId
    if (partyId == null) return []
    const where = { partyId, removedAt: null }
    return tx.partyMember.findMany({ where, orderBy: { since: 'asc' }, take: most, select: { personId: true } })
  })
  return people.map(({ personId: recipientId }) => ({
    recipientId,
    deliver: async (deliveryId) => {
      const mail = await replacementLetter(invitationId, recipientId)
      if (mail !== null) await deliverMail(mail, deliveryId)
    },
  }))
}

/** Tells one of the party; null: nothing is announced any more, or they are not in it by now. */
function replacementLetter(invitationId: string, personId: string): Promise<Mail | null> {
  return asRecipient(personId, async (tx, viewer) => {
    const invitation = await findNow(tx, invitationId)
    if (invitation === null || invitation.partyId === null || invitation.effectiveAt === null) return null
    const { partyId, effectiveAt, group, invitedById } = invitation
    const scope = await proveParty(tx, viewer, partyId)
    if (scope?.role == null) return null
    const { name: organizer } = await personIn(tx, invitedById)
    const { name, language } = await personIn(tx, personId)
    const address = await addressOf(tx, personId)
    return {
      to: { name, address, language: languageFor(language ?? group.language) },
      kind: 'replacement-announced',
      facts: {
        organizer,
        group: group.name,
        party: scope.name,
        effective: { instant: effectiveAt, timeZone: group.timeZone },
        link: `${settings().baseUrl}/groups/${scope.groupId}/parties/${partyId}`,
      },
    }
  })
}
