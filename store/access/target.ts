import { seesAssignment } from '#domain/preparation.ts'
import { Prisma, type Tx } from '#lib/db/prisma.ts'
import type { Viewer } from '#lib/db/viewer.ts'
import { isUuid } from '#lib/uuid.ts'
import { loadConclusions } from '#store/conclusion/load.ts'
import { opensConclusion, opensConclusions } from './contents.ts'
import { proveGroup } from './group.ts'
import { proveMeeting } from './meeting.ts'
import { proveParty } from './party.ts'
import { proveText } from './text.ts'

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
    return row !== null && seesConclusion(tx, viewer, { id, ...row })
  },
  commitments: async (tx, viewer, id) => {
    const row = await tx.commitment.findUnique({
      where: { id },
      select: { version: { select: { conclusion: { select: { id: true, meetingId: true } } } } },
    })
    return row !== null && seesConclusion(tx, viewer, row.version.conclusion)
  },
  assignments: async (tx, viewer, id) => {
    const row = await tx.assignment.findUnique({
      where: { id },
      select: { groupId: true, partyId: true, personId: true, byPartyId: true, createdAt: true, createdById: true },
    })
    const scope = row && (await proveGroup(tx, viewer, row.groupId))
    return scope !== null && row !== null && seesAssignment(scope.standing, row)
  },
  invitations: async (tx, _viewer, id) => {
    const rows = await tx.$queryRaw<unknown[]>(
      Prisma.sql`SELECT 1 FROM visibility.known_invitation() k WHERE k."invitationId" = ${id}::uuid AND k.tended`,
    )
    return rows.length > 0
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

/** Whether a word is the first of a path that names a thing which somebody may know of. */
export function isNoun(word: string): word is Noun {
  return Object.hasOwn(proofs, word)
}

/**
 * Whoever came later knows of what was written since, a party that left of what it keeps; and both of minutes, for whose sharing
 * they are asked.
 */
async function seesConclusion(
  tx: Tx,
  viewer: Viewer,
  { id, meetingId }: { readonly id: string; readonly meetingId: string },
): Promise<boolean> {
  const scope = await proveMeeting(tx, viewer, meetingId)
  if (scope === null || !opensConclusions(scope)) return false
  if (scope.since === null && scope.keepsFor === null) return true
  const conclusion = (await loadConclusions(tx, [id])).get(id)?.conclusion
  return conclusion !== undefined && (conclusion.kind === 'record' || opensConclusion(scope, conclusion))
}
