import { canonicalText } from '#domain/conclusion/canonical.ts'
import type { GroupScope } from '#lib/access/group.ts'
import { conclusionOf } from '#lib/conclusion/rows.ts'
import { currentRows } from '#lib/conclusion/select.ts'
import type { Tx } from '#lib/db/prisma.ts'

/** Conclusions that their parties share with the group, with the text over which their hash is taken; one statement. */
export async function findExportedConclusions(
  tx: Tx,
  { groupId }: GroupScope,
  { after, take }: { readonly after: string | null; readonly take: number },
) {
  const found = await tx.conclusion.findMany({
    where: {
      groupId,
      sharedWith: 'group',
      state: { in: ['adopted', 'superseded'] },
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take,
    relationLoadStrategy: 'join',
    select: currentRows,
  })
  const conclusions = found.flatMap((rows) => {
    const conclusion = conclusionOf(rows)
    if (conclusion.state !== 'adopted' && conclusion.state !== 'superseded') return []
    const { id, kind, title, supersedesId, state, current, adoptedAt, contentHash } = conclusion
    const text = canonicalText({ kind, title, supersedesId, content: current, deciders: current.putting.deciders })
    return [
      { id, meetingId: rows.meetingId, kind, title, state, wording: current.wording, adoptedAt, contentHash, text },
    ]
  })
  return { last: found.length < take ? null : (found.at(-1)?.id ?? null), conclusions }
}
