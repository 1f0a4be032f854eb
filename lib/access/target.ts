import { seesAssignment } from '#domain/preparation.ts'
import type { Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { proveGroup } from './group.ts'
import { proveMeeting } from './meeting.ts'
import { proveParty } from './party.ts'
import { proveText } from './text.ts'
import { isUuid } from './uuid.ts'

/** What the path of an act begins with. */
export type Noun = keyof typeof proofs

/** Whether the viewer may know, now, of the thing that an act is on. */
type Proof = (tx: Tx, viewer: Viewer, id: string) => Promise<boolean>

const proofs = {
  groups: async (tx, viewer, id) => (await proveGroup(tx, viewer, id)) !== null,
  parties: async (tx, viewer, id) => (await proveParty(tx, viewer, id)) !== null,
  meetings: async (tx, viewer, id) => (await proveMeeting(tx, viewer, id)) !== null,
  texts: async (tx, viewer, id) => (await proveText(tx, viewer, id)) !== null,
  conclusions: async (tx, viewer, id) => {
    const row = await tx.conclusion.findUnique({ where: { id }, select: { meetingId: true } })
    return row !== null && seesConclusions(tx, viewer, row.meetingId)
  },
  commitments: async (tx, viewer, id) => {
    const row = await tx.commitment.findUnique({
      where: { id },
      select: { version: { select: { conclusion: { select: { meetingId: true } } } } },
    })
    return row !== null && seesConclusions(tx, viewer, row.version.conclusion.meetingId)
  },
  assignments: async (tx, viewer, id) => {
    const row = await tx.assignment.findUnique({
      where: { id },
      select: { groupId: true, partyId: true, personId: true, byPartyId: true, createdAt: true, createdById: true },
    })
    const scope = row && (await proveGroup(tx, viewer, row.groupId))
    return scope !== null && row !== null && seesAssignment(scope.standing, row)
  },
  invitations: async (tx, viewer, id) => {
    const row = await tx.invitation.findUnique({ where: { id }, select: { groupId: true } })
    return row !== null && (await proveGroup(tx, viewer, row.groupId)) !== null
  },
} satisfies Record<string, Proof>

/**
 * Whether the viewer may know, as things are now, of what the path of an act names: `/meetings/{id}/…`. Null: it names nothing
 * but the viewer's own, such as `/me`.
 */
export async function knowsOf(tx: Tx, viewer: Viewer, path: string): Promise<boolean | null> {
  const [noun = '', id = ''] = path.split('/').filter((part) => part !== '')
  if (!isNoun(noun) || !isUuid(id)) return null
  return proofs[noun](tx, viewer, id)
}

export function isNoun(word: string): word is Noun {
  return Object.hasOwn(proofs, word)
}

async function seesConclusions(tx: Tx, viewer: Viewer, meetingId: string): Promise<boolean> {
  const scope = await proveMeeting(tx, viewer, meetingId)
  return scope !== null && (scope.sight === 'contents' || scope.keepsFor !== null)
}
