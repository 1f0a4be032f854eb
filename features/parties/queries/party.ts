import { may } from '#domain/may.ts'
import { decideParty, type PartyCommand } from '#domain/party/decide.ts'
import { refuseDescribing } from '#domain/party/description.ts'
import { type PartyRole, partyRoles } from '#domain/party/membership.ts'
import { defaultReplacementDelayHours, type Party } from '#domain/party/party.ts'
import { oneOf } from '#lib/db/one-of.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { PartyScope } from '#store/access/party.ts'
import { type Addresses, readAddresses } from '#store/party/addresses.ts'
import { partyOf } from '#store/party/load.ts'
import type { MemberLine, PartyView, PendingInvitation } from '../views.ts'

/** Three statements beside the proof. */
export async function findParty(tx: Tx, scope: PartyScope, now: Date): Promise<PartyView> {
  const row = await findRow(tx, scope.partyId, now)
  const party = partyOf(scope.partyId, row)
  const open: Open = (command) => may(decideParty, party, command, now)
  const can = partyActs(scope, party, open)
  const sees = scope.role !== null || scope.standing.organizer
  const addresses = await readAddresses(tx, [
    ...row.members.map(({ personId }) => personId),
    ...claimers(row.invitations),
  ])
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
        email: governs ? (addresses.get(personId) ?? null) : null,
        isViewer: personId === scope.standing.personId,
        can: peopleActs(scope, personId, role, open),
      })),
    invitations: await pendingFor(tx, scope, open, { rows: row.invitations, addresses }),
    replacement:
      sees && party.replacement !== null
        ? {
            effectiveAt: party.replacement.effectiveAt.toISOString(),
            can: { stop: open({ type: 'stop-replacement', by: scope.actor }) },
          }
        : null,
    replacementDelayHours: can.replace ? row.group.replacementDelayHours : null,
    can,
  }
}

type Open = (command: PartyCommand) => boolean

function peopleActs({ actor }: PartyScope, personId: string, role: PartyRole, open: Open): MemberLine['can'] {
  return {
    changeTo: partyRoles.filter(
      (other) => other !== role && open({ type: 'change-role', by: actor, personId, role: other, seen: role }),
    ),
    remove: open({ type: 'remove', by: actor, personId }),
  }
}

function partyActs(scope: PartyScope, party: Party, open: Open): PartyView['can'] {
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
    invite: partyRoles.filter((role) => open({ type: 'invite', by, role })),
    sit: open({ type: 'accept-invitation', personId: by.personId, invitation: own }),
    replace: open(announce),
    describe: may(refuseDescribing, party, by),
    leaveGroup: open({ type: 'leave-group', by }),
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
          person: { select: { name: true } },
        },
      },
      invitations: {
        where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 500,
      },
    },
  })
}

const claimers = (rows: Row['invitations']) => rows.flatMap(({ claimedById }) => claimedById ?? [])

/** Those that the viewer might make, or, of a replacement, announce. */
async function pendingFor(
  tx: Tx,
  { actor, standing }: PartyScope,
  open: Open,
  { rows, addresses }: { readonly rows: Row['invitations']; readonly addresses: Addresses },
): Promise<PendingInvitation[]> {
  const shown = rows
    .map((row) => ({ ...row, role: oneOf(partyRoles, row.role) }))
    .filter(({ role, effectiveAt }) =>
      effectiveAt === null ? open({ type: 'invite', by: actor, role }) : standing.organizer,
    )
  const people =
    shown.length === 0
      ? []
      : await tx.person.findMany({
          where: {
            id: { in: shown.flatMap(({ invitedById, claimedById }) => [invitedById, claimedById ?? []].flat()) },
          },
          select: { id: true, name: true },
        })
  return shown.map(({ id, role, email, name, invitedById, claimedById, expiresAt, effectiveAt, declinedAt }) => {
    const claimer = people.find((person) => person.id === claimedById)
    return {
      id,
      role,
      email,
      name,
      inviter: people.find((person) => person.id === invitedById)?.name ?? '',
      expiresAt: expiresAt.toISOString(),
      effectiveAt: effectiveAt?.toISOString() ?? null,
      declinedAt: declinedAt?.toISOString() ?? null,
      claimedBy: claimer ? { name: claimer.name, email: addresses.get(claimer.id) ?? '' } : null,
    }
  })
}
