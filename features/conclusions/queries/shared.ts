import type { GroupScope } from '#lib/access/group.ts'
import { readCitations } from '#lib/citations/read.ts'
import { conclusionOf } from '#lib/conclusion/rows.ts'
import { currentRows } from '#lib/conclusion/select.ts'
import type { Tx } from '#lib/db/prisma.ts'
import { readNames } from '#lib/record/names.ts'
import { commitmentsOf } from './parts.ts'
import type { SharedConclusionView } from './view.ts'

/** A conclusion that its parties share with the group; three statements. Null: it is not shared, or not here. */
export async function findSharedConclusion(
  tx: Tx,
  scope: GroupScope,
  conclusionId: string,
  { zone, now }: { readonly zone: string; readonly now: Date },
): Promise<SharedConclusionView | null> {
  const rows = await tx.conclusion.findFirst({
    where: { id: conclusionId, groupId: scope.groupId, sharedWith: 'group' },
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  const conclusion = rows && conclusionOf(rows)
  if (conclusion?.state !== 'adopted' && conclusion?.state !== 'superseded') return null
  const { deciders } = conclusion.current.putting
  const { wording, commitments } = conclusion.current
  const parties = commitments.flatMap(({ partyId }) => partyId ?? [])
  const people = commitments.flatMap(({ personId }) => personId ?? [])
  const names = await readNames(
    tx,
    [...people, ...deciders.flatMap((one) => (one.kind === 'person' ? one.personId : []))],
    [...parties, ...deciders.flatMap((one) => (one.kind === 'party' ? one.partyId : []))],
  )
  const versionId = rows?.versions[0]?.id ?? ''
  return {
    id: conclusion.id,
    groupId: scope.groupId,
    kind: conclusion.kind,
    title: conclusion.title,
    state: conclusion.state,
    wording,
    citations: (await readCitations(tx, scope, 'versionId', [versionId])).get(versionId) ?? [],
    commitments: rows === null ? [] : commitmentsOf(conclusion, rows, names, null, now),
    deciders: deciders.map(names.side),
    adoptedAt: conclusion.adoptedAt.toISOString(),
    contentHash: conclusion.contentHash,
    zone,
  }
}
