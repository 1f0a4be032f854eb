/** What the routes of parties answer: the forms from which the views have their types. */
import { z } from 'zod'
import { partyRoles } from '#domain/party/membership.ts'
import {
  count,
  instant,
  listOf,
  mailAddress,
  members,
  partyName,
  personName,
  shortName,
  uuid,
  viewOf,
  zoneName,
} from '#lib/api/view-fields.ts'

/** A party in a list. */
export const partyLine = viewOf('PartyLine', {
  id: uuid,
  name: partyName,
  shortName,
  timeZone: zoneName,
  leftAt: instant.nullable().describe('Null: it belongs to the group.'),
  heads: listOf(personName).describe('Names of its heads.'),
  headInvited: z
    .boolean()
    .describe('Its first head is invited, for those who look after the invitation; false for others.'),
  role: z.enum(partyRoles).nullable().describe("The viewer's own role in it, or null."),
})

/** The parties of a group by name, at most 200 (commands/create-party.ts), and whether the viewer may add one. */
export const partiesView = viewOf('PartiesView', {
  parties: listOf(partyLine),
  viewerZone: zoneName.describe('IANA zone in which the viewer reads times.'),
  can: members({
    create: z.boolean(),
    inviteHeads: listOf(uuid).describe('The parties whose first head the viewer may invite.'),
  }),
})
export type PartiesView = z.output<typeof partiesView>

/** One person of a party. */
export const memberLine = viewOf('MemberLine', {
  personId: uuid,
  name: personName,
  role: z.enum(partyRoles),
  since: instant,
  email: mailAddress.nullable().describe('Shown to those who govern the party; null for others.'),
  isViewer: z.boolean(),
  can: members({ changeTo: listOf(z.enum(partyRoles)), remove: z.boolean() }),
})
export type MemberLine = z.output<typeof memberLine>

/** An open invitation, shown to those who might make it. */
export const pendingInvitation = viewOf('PendingInvitation', {
  id: uuid,
  role: z.enum(partyRoles),
  email: mailAddress.nullable(),
  name: personName.nullable(),
  inviter: personName,
  expiresAt: instant,
  effectiveAt: instant.nullable(),
  declinedAt: instant.nullable().describe('Whoever it was sent to said no; they may still accept.'),
  claimedBy: members({ name: personName, email: mailAddress })
    .nullable()
    .describe('Who opened it under another address and waits to be confirmed.'),
})
export type PendingInvitation = z.output<typeof pendingInvitation>

/** A party with its people, as far as the viewer sees them. */
export const partyView = viewOf('PartyView', {
  id: uuid,
  groupId: uuid,
  name: partyName,
  shortName,
  timeZone: zoneName,
  viewerZone: zoneName.describe('IANA zone in which the viewer reads times.'),
  leftAt: instant.nullable().describe('Null: it belongs to the group.'),
  role: z.enum(partyRoles).nullable(),
  members: listOf(memberLine).describe(
    'All of them for its own people and the organizers; for others, those who speak for it.',
  ),
  invitations: listOf(pendingInvitation),
  replacement: members({ effectiveAt: instant, can: members({ stop: z.boolean() }) })
    .nullable()
    .describe('An announced replacement of the head, shown to the party and the organizers.'),
  replacementDelayHours: count
    .nullable()
    .describe(
      'Hours between announcing another head and their coming into office, for those who may announce one; null for others.',
    ),
  can: members({
    invite: listOf(z.enum(partyRoles)),
    sit: z.boolean(),
    replace: z.boolean(),
    describe: z.boolean(),
    leaveGroup: z.boolean(),
  }),
})
export type PartyView = z.output<typeof partyView>

/** What a party is called after a change. */
export const partySaved = viewOf('PartySaved', { name: partyName, shortName, timeZone: zoneName })
