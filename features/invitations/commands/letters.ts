import type { Tx } from '#lib/db/prisma.ts'
import type { Addressee, Mail } from '#lib/mail/mail.ts'
import { settings } from '#lib/settings.ts'
import { languageFor } from '#lib/words/offered.ts'
import { type OpenInvitation, organizersOf, roleOf } from './invitation.ts'

/** What a new invitation says. */
export interface Invited {
  readonly to: Addressee
  readonly link: string
  readonly until: Date
  readonly role: string
  readonly inviter: string
  readonly group: { readonly name: string; readonly timeZone: string }
  readonly party: string | null
}

/** The message that alone carries an invitation's secret. */
export function invitationMail({ to, link, until, role, inviter, group, party }: Invited): Mail {
  const facts = { link, inviter, group: group.name, until: { instant: until, timeZone: group.timeZone } }
  if (party === null) return { to, kind: 'invitation-organizer', facts }
  return {
    to,
    kind: 'invitation-party',
    facts: { ...facts, party, role: { namespace: 'groups', key: `role.${roleOf(role)}` } },
  }
}

/** Tells the inviter that somebody with another address opened the invitation. */
export async function claimMail(tx: Tx, invitation: OpenInvitation, claimerId: string): Promise<Mail> {
  const { group, party, email, invitedById } = invitation
  const people = await tx.person.findMany({
    where: { id: { in: [claimerId, invitedById] } },
    select: { id: true, name: true, email: true, language: true },
  })
  const named = (id: string) => people.find((person) => person.id === id) ?? { name: '', email: '', language: null }
  const inviter = named(invitedById)
  const path = await placeToConfirm(tx, invitation)
  return {
    to: { name: inviter.name, address: inviter.email, language: languageFor(inviter.language) },
    kind: 'invitation-claimed',
    facts: {
      claimer: named(claimerId).name,
      place: party?.name ?? group.name,
      address: email ?? '',
      link: `${settings().baseUrl}${path}`,
    },
  }
}

/** Where the inviter finds the invitation: one who runs the instance invites a first organizer and does not see into the group. */
async function placeToConfirm(tx: Tx, { groupId, partyId, invitedById }: OpenInvitation): Promise<string> {
  if (partyId !== null) return `/groups/${groupId}/parties/${partyId}`
  const organizers = await organizersOf(tx, groupId)
  return organizers.includes(invitedById) ? `/groups/${groupId}/settings` : '/groups'
}
