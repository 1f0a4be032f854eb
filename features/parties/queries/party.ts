import { type PartyRole, partyRoles } from '#domain/access.ts'
import { decide, type PartyCommand } from '#domain/party/decide.ts'
import { mayInvite } from '#domain/party/invitation.ts'
import { defaultReplacementDelayHours, headsOf, type Party } from '#domain/party/party.ts'
import { isRefusal } from '#domain/refusal.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { PartyScope } from '#store/access/party.ts'
import { partyOf } from '#store/party/load.ts'
import { mayDescribe } from '#store/party/naming.ts'

/** One person of a party. */
export interface MemberLine {
  personId: string
  name: string
  role: PartyRole
  /** ISO 8601. */
  since: string
  /** Shown to those who govern the party; null for others. */
  email: string | null
  isViewer: boolean
  can: { changeTo: PartyRole[]; remove: boolean }
}

/** An open invitation, shown to those who might make it. */
export interface PendingInvitation {
  id: string
  role: PartyRole
  email: string | null
  name: string | null
  inviter: string
  /** ISO 8601. */
  expiresAt: string
  effectiveAt: string | null
  /** Who opened it under another address and waits to be confirmed. */
  claimedBy: { name: string; email: string } | null
}

/** A party with its people, as far as the viewer sees them. */
export interface PartyView {
  id: string
  groupId: string
  name: string
  shortName: string
  timeZone: string
  /** IANA zone in which the viewer reads times. */
  viewerZone: string
  /** ISO 8601; null: it belongs to the group. */
  leftAt: string | null
  role: PartyRole | null
  /** All of them for its own people and the organizers; for others, those who speak for it. */
  members: MemberLine[]
  invitations: PendingInvitation[]
  /** An announced replacement of the head, shown to the party and the organizers. */
  replacement: { effectiveAt: string; can: { stop: boolean } } | null
  /** Hours between announcing another head and their coming into office, for those who may announce one; null for others. */
  replacementDelayHours: number | null
  can: { invite: PartyRole[]; sit: boolean; replace: boolean; describe: boolean; leaveGroup: boolean }
}

/** Two statements beside the proof. */
export async function findParty(tx: Tx, scope: PartyScope, now: Date): Promise<PartyView> {
  const row = await findRow(tx, scope.partyId, now)
  const party = partyOf(scope.partyId, row)
  const may = (command: PartyCommand) => !isRefusal(decide(party, command, now))
  const can = partyActs(scope, party, may)
  const sees = scope.role !== null || scope.standing.organizer
  const governs = scope.role === 'head' || scope.role === 'deputy'
  return {
    id: scope.partyId,
    groupId: scope.groupId,
    name: row.name,
    shortName: row.shortName,
    timeZone: row.timeZone,
    viewerZone: scope.zone,
    leftAt: row.leftAt?.toISOString() ?? null,
    role: scope.role,
    members: row.members
      .map((member) => ({ ...member, role: oneOf(partyRoles, member.role) }))
      .filter(({ role }) => sees || role === 'head' || role === 'deputy')
      .sort((a, b) => partyRoles.indexOf(a.role) - partyRoles.indexOf(b.role))
      .map(({ personId, role, since, person }) => ({
        personId,
        role,
        since: since.toISOString(),
        name: person.name,
        email: governs ? person.email : null,
        isViewer: personId === scope.standing.personId,
        can: peopleActs(scope, personId, role, may),
      })),
    invitations: await pendingFor(tx, scope, party, row.invitations),
    replacement:
      sees && party.replacement !== null
        ? {
            effectiveAt: party.replacement.effectiveAt.toISOString(),
            can: { stop: may({ type: 'stop-replacement', by: scope.actor }) },
          }
        : null,
    replacementDelayHours: can.replace ? row.group.replacementDelayHours : null,
    can,
  }
}

type May = (command: PartyCommand) => boolean

function peopleActs({ actor }: PartyScope, personId: string, role: PartyRole, may: May): MemberLine['can'] {
  return {
    changeTo: partyRoles.filter(
      (other) => other !== role && may({ type: 'change-role', by: actor, personId, role: other }),
    ),
    remove: may({ type: 'remove', by: actor, personId }),
  }
}

function partyActs(scope: PartyScope, party: Party, may: May): PartyView['can'] {
  const { actor: by } = scope
  const own = { id: 'one’s own', role: 'head', invitedBy: by } as const
  // The delay is the group's and always within bounds: whether one may announce at all does not hang on it.
  const announce = {
    type: 'announce-replacement',
    by,
    invitationId: own.id,
    delayHours: defaultReplacementDelayHours,
  } as const
  return {
    invite: partyRoles.filter((role) => may({ type: 'invite', by, role })),
    sit:
      may({ type: 'accept-invitation', personId: by.personId, invitation: own }) &&
      by.organizer &&
      headsOf(party).length === 0,
    replace: may(announce),
    describe: party.leftAt === null && mayDescribe(scope, headsOf(party).length),
    leaveGroup: may({ type: 'leave-group', by }),
  }
}

type Row = Awaited<ReturnType<typeof findRow>>

function findRow(tx: Tx, partyId: string, now: Date) {
  return tx.party.findUniqueOrThrow({
    where: { id: partyId },
    relationLoadStrategy: 'join',
    select: {
      name: true,
      shortName: true,
      timeZone: true,
      leftAt: true,
      group: { select: { replacementDelayHours: true } },
      members: {
        where: { removedAt: null },
        orderBy: { since: 'asc' },
        select: {
          personId: true,
          role: true,
          since: true,
          seesFrom: true,
          person: { select: { name: true, email: true } },
        },
      },
      invitations: {
        where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
        take: 500,
      },
    },
  })
}

/** Those that the viewer might make, or, of a replacement, announce. */
async function pendingFor(
  tx: Tx,
  { actor, standing }: PartyScope,
  party: Party,
  rows: Row['invitations'],
): Promise<PendingInvitation[]> {
  const shown = rows
    .map((row) => ({ ...row, role: oneOf(partyRoles, row.role) }))
    .filter(({ role, effectiveAt }) =>
      effectiveAt === null ? mayInvite(party, actor, role) === null : standing.organizer,
    )
  const people =
    shown.length === 0
      ? []
      : await tx.person.findMany({
          where: {
            id: { in: shown.flatMap(({ invitedById, claimedById }) => [invitedById, claimedById ?? []].flat()) },
          },
          select: { id: true, name: true, email: true },
        })
  return shown.map(({ id, role, email, name, invitedById, claimedById, expiresAt, effectiveAt }) => {
    const claimer = people.find((person) => person.id === claimedById)
    return {
      id,
      role,
      email,
      name,
      inviter: people.find((person) => person.id === invitedById)?.name ?? '',
      expiresAt: expiresAt.toISOString(),
      effectiveAt: effectiveAt?.toISOString() ?? null,
      claimedBy: claimer ? { name: claimer.name, email: claimer.email } : null,
    }
  })
}
